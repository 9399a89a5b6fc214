-- Lists built and taken apart: every solution of the eight queens puzzle. A list is {first, rest}, or nil.
local size = 4

local function append(a, b)
  if not a then return b end
  local first = {a[1], nil}
  local last = first
  a = a[2]
  while a do
    local cell = {a[1], nil}
    last[2] = cell
    last = cell
    a = a[2]
  end
  last[2] = b
  return first
end

local function is_safe(row, placed)
  local distance = 1
  while placed do
    local other = placed[1]
    if other == row + distance or other == row - distance then return false end
    distance = distance + 1
    placed = placed[2]
  end
  return true
end

local function try(candidates, rejected, placed)
  if not candidates then return rejected and 0 or 1 end
  local row = candidates[1]
  return (is_safe(row, placed) and try(append(rejected, candidates[2]), nil, {row, placed}) or 0)
    + try(candidates[2], {row, rejected}, placed)
end

local function queens(board_size)
  local rows = nil
  for i = board_size, 1, -1 do rows = {i, rows} end
  return try(rows, nil, nil)
end

local result = 0
for _ = 1, size do result = queens(8) end
print(result)
