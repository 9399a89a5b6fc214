// A keep-alive HTTP/1.1 server for Node, by hand over net as the other servers are.
'use strict';

const response = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world!';

require('./server').serve((socket, text) => {
  let start = 0;
  let end;
  while ((end = text.indexOf('\r\n\r\n', start)) >= 0) {
    socket.write(response, 'latin1');
    start = end + 4;
  }
  return start === 0 ? text : text.slice(start);
});
