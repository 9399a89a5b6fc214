-- Sudoku by trying the cell with the fewest candidates first. Cells count from 1.
local puzzles = {
  "530070000600195000098000060800060003400803001700020006060000280000419005000080079",
  "000000907000420180000705026100904000050000040000507009920108000034059000507000000",
  "800000000003600000070090200050007000000045700000100030001000068008500010090000400",
}

-- Which puzzles are solved: the last takes longest.
local size = 2

local floor = math.floor

local function row(cell) return floor((cell - 1) / 9) end
local function column(cell) return (cell - 1) % 9 end
local function box(cell) return 3 * floor(row(cell) / 3) + floor(column(cell) / 3) end

-- For each cell the cells that may not hold the same digit.
local peers = {}
for cell = 1, 81 do
  local found = {}
  for other = 1, 81 do
    if other ~= cell
      and (row(cell) == row(other) or column(cell) == column(other) or box(cell) == box(other)) then
      found[#found + 1] = other
    end
  end
  peers[cell] = found
end

local tried = 0

local function candidates(board, cell)
  -- The place of a digit is one more: a blank is 0.
  local seen = {false, false, false, false, false, false, false, false, false, false}
  local others = peers[cell]
  for i = 1, #others do seen[board[others[i]] + 1] = true end
  local found = {}
  for digit = 1, 9 do
    if not seen[digit + 1] then found[#found + 1] = digit end
  end
  return found
end

-- Fills the board; false if there is no way.
local function solve(board)
  tried = tried + 1
  local best, choices, count = nil, nil, 10
  for cell = 1, 81 do
    if board[cell] == 0 then
      local possible = candidates(board, cell)
      local n = #possible
      if n == 0 then return false end
      if n < count then best, choices, count = cell, possible, n end
    end
  end
  if not best then return true end
  for i = 1, #choices do
    board[best] = choices[i]
    if solve(board) then return true end
  end
  board[best] = 0
  return false
end

local function parse(text)
  local board = {}
  for i = 1, #text do board[i] = text:byte(i) - 48 end
  return board
end

local function show(board)
  for i = 1, 81, 9 do print(table.concat(board, "", i, i + 8)) end
end

local function is_right(board)
  for cell = 1, 81 do
    for _, peer in ipairs(peers[cell]) do
      if board[peer] == board[cell] then return false end
    end
  end
  return true
end

local function truth(value) return value and "#t" or "#f" end

for n = 1, size do
  local board = parse(puzzles[n])
  tried = 0
  local solved = solve(board)
  print(truth(solved) .. " " .. truth(is_right(board)) .. " " .. tried)
  show(board)
end
