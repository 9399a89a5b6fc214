-- Words counted in a byte buffer of 4 KiB, read 1000 times (4 MB) a byte at a time through a reader function and a
-- port kept in a table: the shape of a program that parses a protocol.
local size = 50

local buffer_size = 4096
local buffer = {}
for i = 1, buffer_size do buffer[i] = 97 end
for i = 4, buffer_size, 7 do buffer[i] = 32 end

-- A port: the buffer, the index of the next byte, the number of refills left.
local function make_reader(refills) return {buffer = buffer, index = 1, refills = refills} end

local read_byte

local function refill(reader)
  if reader.refills == 0 then return -1 end
  reader.refills = reader.refills - 1
  reader.index = 1
  return read_byte(reader)
end

function read_byte(reader)
  local index = reader.index
  if index > buffer_size then return refill(reader) end
  reader.index = index + 1
  return reader.buffer[index]
end

local function count_words(reader)
  local in_word, count = false, 0
  while true do
    local byte = read_byte(reader)
    if byte < 0 then return in_word and count + 1 or count end
    if byte == 32 then
      if in_word then count = count + 1 end
      in_word = false
    else
      in_word = true
    end
  end
end

print(count_words(make_reader(size - 1)))
