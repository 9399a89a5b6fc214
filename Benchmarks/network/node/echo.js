// A line echo server for Node: each line is written by itself; Node may send those of one turn together.
'use strict';

require('./server').serve((socket, text) => {
  let start = 0;
  let end;
  socket.cork();
  while ((end = text.indexOf('\n', start)) >= 0) {
    socket.write(text.slice(start, end + 1), 'latin1');
    start = end + 1;
  }
  socket.uncork();
  return start === 0 ? text : text.slice(start);
});
