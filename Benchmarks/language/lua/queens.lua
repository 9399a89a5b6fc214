-- The queens of a chess board, none of which attacks another: all placements are counted, the first is shown.
-- A list is {first, rest}, or nil.
local size = 7

local abs, floor = math.abs, math.floor

local function is_safe(row, placed)
  local distance = 1
  while placed do
    local other = placed[1]
    if other == row or abs(other - row) == distance then return false end
    placed = placed[2]
    distance = distance + 1
  end
  return true
end

-- Calls found with each placement, a list of rows, until it answers true.
local function for_each_placement(n, found)
  local function place(column, placed)
    if column == n then return found(placed) end
    for row = 0, n - 1 do
      if is_safe(row, placed) and place(column + 1, {row, placed}) then return true end
    end
    return false
  end
  return place(0, nil)
end

local function count_placements(n)
  local count = 0
  for_each_placement(n, function() count = count + 1 end)
  return count
end

local function first_placement(n)
  local first = nil
  for_each_placement(n, function(placed)
    first = placed
    return true
  end)
  return first
end

-- The same count with sets of columns and diagonals as the bits of numbers.
local function count_with_sets(n)
  local function has(set, bit) return floor(set / bit) % 2 == 1 end
  local all = floor(2 ^ n)
  local function place(row, columns, left, right)
    if row == n then return 1 end
    local count = 0
    local bit = 1
    while bit < all do
      if not (has(columns, bit) or has(left, bit) or has(right, bit)) then
        count = count + place(row + 1, columns + bit, 2 * (left + bit) % all, floor((right + bit) / 2))
      end
      bit = bit * 2
    end
    return count
  end
  return place(0, 0, 0, 0)
end

print(count_placements(size))
print(count_with_sets(size))
local counts = {}
for n = 1, 6 do counts[n] = count_placements(n) end
print("(" .. table.concat(counts, " ") .. ")")
local rows = {}
local placed = first_placement(size)
while placed do
  rows[#rows + 1] = placed[1]
  placed = placed[2]
end
print("(" .. table.concat(rows, " ") .. ")")
