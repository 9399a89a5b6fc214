// What the two Node servers share: serve(answer) listens on the port of the command line (0 picks a free one),
// prints it and calls answer(socket, text) with what has come since the last call, after what answer kept.
'use strict';
const net = require('net');

exports.serve = function (answer) {
  const server = net.createServer({ noDelay: true }, (socket) => {
    let kept = '';
    socket.setEncoding('latin1');
    socket.on('data', (text) => { kept = answer(socket, kept + text); });
    socket.on('error', () => socket.destroy());
  });
  server.listen({ port: Number(process.argv[2] || 0), host: '127.0.0.1', backlog: 1024 }, () => {
    console.log(`listening on port ${server.address().port}`);
  });
};
