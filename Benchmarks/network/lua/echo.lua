-- A line echo server for Lua with LuaSocket; each line is sent by itself.
local server = require("server")

server.serve(function(client, text)
  local start = 1
  while true do
    local newline = text:find("\n", start, true)
    if not newline then return text:sub(start) end
    server.send(client, text:sub(start, newline))
    start = newline + 1
  end
end)
