-- Huffman's codes from the frequencies of characters: text to bits in an array of bytes and back.
local size = 20

local floor = math.floor

-- A priority queue of {weight, order, tree}, the smallest first: a heap in an array.
local function is_before(a, b) return a[1] < b[1] or (a[1] == b[1] and a[2] < b[2]) end

local function push(heap, entry)
  local i = #heap + 1
  while i > 1 do
    local parent = floor(i / 2)
    if not is_before(entry, heap[parent]) then break end
    heap[i] = heap[parent]
    i = parent
  end
  heap[i] = entry
end

local function pop(heap)
  local top, last = heap[1], heap[#heap]
  heap[#heap] = nil
  local n = #heap
  if n == 0 then return top end
  local i = 1
  while true do
    local child = 2 * i
    if child < n and is_before(heap[child + 1], heap[child]) then child = child + 1 end
    if child > n or not is_before(heap[child], last) then break end
    heap[i] = heap[child]
    i = child
  end
  heap[i] = last
  return top
end

-- The characters in the order in which they come first, and how often each comes.
local function frequencies(text)
  local chars, counts = {}, {}
  for i = 1, #text do
    local c = text:sub(i, i)
    if counts[c] then
      counts[c] = counts[c] + 1
    else
      chars[#chars + 1] = c
      counts[c] = 1
    end
  end
  return chars, counts
end

-- A tree is a character or a pair of trees.
local function code_tree(text)
  local chars, counts = frequencies(text)
  local queue = {}
  for i, c in ipairs(chars) do push(queue, {counts[c], i - 1, c}) end
  local order = #chars
  while true do
    local first = pop(queue)
    if #queue == 0 then return first[3] end
    local second = pop(queue)
    push(queue, {first[1] + second[1], order, {first[3], second[3]}})
    order = order + 1
  end
end

-- The characters in the order of the tree, and the bits of each.
local function code_table(tree)
  local chars, codes = {}, {}
  local path = {}
  local function walk(tree, depth)
    if type(tree) == "table" then
      path[depth] = 0
      walk(tree[1], depth + 1)
      path[depth] = 1
      walk(tree[2], depth + 1)
      return
    end
    local bits = {}
    for i = 1, depth - 1 do bits[i] = path[i] end
    chars[#chars + 1] = tree
    codes[tree] = bits
  end
  walk(tree, 1)
  return chars, codes
end

local function encoded(text, codes)
  local bytes = {}
  local byte, filled, count = 0, 0, 0
  for i = 1, #text do
    local bits = codes[text:sub(i, i)]
    for k = 1, #bits do
      byte = 2 * byte + bits[k]
      filled = filled + 1
      count = count + 1
      if filled == 8 then
        bytes[#bytes + 1] = byte
        byte, filled = 0, 0
      end
    end
  end
  if filled > 0 then bytes[#bytes + 1] = floor(byte * 2 ^ (8 - filled)) end
  return bytes, count
end

local function decoded(bytes, count, tree)
  local out = {}
  local at = tree
  local i = 0
  while true do
    if type(at) == "string" then
      out[#out + 1] = at
      at = tree
    elseif i == count then
      return table.concat(out)
    else
      local bit = floor(bytes[floor(i / 8) + 1] / 2 ^ (7 - i % 8)) % 2
      i = i + 1
      at = bit == 0 and at[1] or at[2]
    end
  end
end

local text = ""
for _ = 1, size do text = text .. "she sells sea shells by the sea shore; " end

local tree = code_tree(text)
local chars, codes = code_table(tree)
for _, c in ipairs(chars) do print("#\\" .. (c == " " and "space" or c) .. " " .. table.concat(codes[c])) end
local bytes, count = encoded(text, codes)
print(string.format("(%d %d %d)", #text, #bytes, count))
print("(" .. table.concat(bytes, " ", 1, 12) .. ")")
print(text == decoded(bytes, count, tree) and "#t" or "#f")
