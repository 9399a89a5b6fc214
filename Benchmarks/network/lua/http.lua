-- A keep-alive HTTP/1.1 server for Lua with LuaSocket.
local server = require("server")
local response = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world!"

server.serve(function(client, text)
  local start = 1
  while true do
    local _, last = text:find("\r\n\r\n", start, true)
    if not last then return text:sub(start) end
    server.send(client, response)
    start = last + 1
  end
end)
