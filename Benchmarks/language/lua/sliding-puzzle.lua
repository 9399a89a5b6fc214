-- The eight-tile sliding puzzle: the shortest solution by iterative deepening with the sum of distances as a bound.
local abs, floor, min = math.abs, math.floor, math.min

-- The tile of a place, which counts from 0, is board[place + 1].
local start = {7, 2, 4, 5, 0, 6, 8, 3, 1}

local side = 3

local function distance(tile, place)
  if tile == 0 then return 0 end
  return abs(floor(tile / side) - floor(place / side)) + abs(tile % side - place % side)
end

local function total_distance(board)
  local sum = 0
  for place = 0, #board - 1 do sum = sum + distance(board[place + 1], place) end
  return sum
end

local function find_hole(board)
  local place = 0
  while board[place + 1] ~= 0 do place = place + 1 end
  return place
end

-- The place the hole moves to, or nil.
local function moved(hole, direction)
  local row, column = floor(hole / side), hole % side
  if direction == "up" then return row > 0 and hole - side or nil end
  if direction == "down" then return row < side - 1 and hole + side or nil end
  if direction == "left" then return column > 0 and hole - 1 or nil end
  return column < side - 1 and hole + 1 or nil
end

local opposites = {up = "down", down = "up", left = "right", right = "left"}
local directions = {"up", "left", "right", "down"}

local visited = 0

-- A list {direction, rest} that leads to the ordered board with at most limit moves, false for the empty one, or the
-- next limit to try.
local function search(board, hole, last, depth, bound, limit)
  visited = visited + 1
  if depth + bound > limit then return depth + bound end
  if bound == 0 then return false end
  local next_limit = nil
  for i = 1, #directions do
    local direction = directions[i]
    local place = moved(hole, direction)
    if place and not (last and direction == opposites[last]) then
      local tile = board[place + 1]
      local new_bound = bound - distance(tile, place) + distance(tile, hole)
      board[hole + 1] = tile
      board[place + 1] = 0
      local result = search(board, place, direction, depth + 1, new_bound, limit)
      board[place + 1] = tile
      board[hole + 1] = 0
      if type(result) ~= "number" then return {direction, result} end
      next_limit = next_limit and min(next_limit, result) or result
    end
  end
  return next_limit or limit + 1000
end

local function solve(board)
  local limit = total_distance(board)
  while true do
    local result = search(board, find_hole(board), nil, 0, total_distance(board), limit)
    if type(result) ~= "number" then return result end
    limit = result
  end
end

local function copied(board)
  local copy = {}
  for i = 1, #board do copy[i] = board[i] end
  return copy
end

local function play(board, moves)
  board = copied(board)
  local hole = find_hole(board)
  for _, direction in ipairs(moves) do
    local place = moved(hole, direction)
    board[hole + 1] = board[place + 1]
    board[place + 1] = 0
    hole = place
  end
  return board
end

local solution = solve(copied(start))
local moves = {}
while solution do
  moves[#moves + 1] = solution[1]
  solution = solution[2]
end
print(#moves)
print("(" .. table.concat(moves, " ") .. ")")
print("#(" .. table.concat(play(start, moves), " ") .. ")")
print(visited)
