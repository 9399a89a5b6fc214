-- What the two Lua servers share: serve(answer) listens on the port of the command line (0 picks a free one), prints
-- it and, from one loop over select, calls answer(socket, text) with what has come after what answer kept. LuaSocket's
-- select takes descriptors below 1024 only.
local socket = require("socket")

local function serve(answer)
  local listener = assert(socket.bind("127.0.0.1", tonumber(arg[1]), 1024))
  listener:settimeout(0)
  local _, port = listener:getsockname()
  print("listening on port " .. port)
  io.stdout:flush()
  local waiting, place, kept = { listener }, {}, {}
  local function forget(client)
    local last = #waiting
    local at = place[client]
    waiting[at] = waiting[last]
    place[waiting[at]] = at
    waiting[last] = nil
    place[client], kept[client] = nil, nil
    client:close()
  end
  while true do
    local ready = socket.select(waiting)
    for _, client in ipairs(ready) do
      if client == listener then
        local new = listener:accept()
        while new do
          new:settimeout(0)
          new:setoption("tcp-nodelay", true)
          waiting[#waiting + 1] = new
          place[new], kept[new] = #waiting, ""
          new = listener:accept()
        end
      else
        local text, problem, part = client:receive(8192)
        text = text or part
        if #text > 0 then kept[client] = answer(client, kept[client] .. text) end
        if problem == "closed" then forget(client) end
      end
    end
  end
end

-- Sends everything, waiting where the peer reads slowly.
local function send(client, text)
  local sent, problem, last = client:send(text)
  while not sent and problem == "timeout" do
    socket.select(nil, { client })
    sent, problem, last = client:send(text, last + 1)
  end
end

return { serve = serve, send = send }
