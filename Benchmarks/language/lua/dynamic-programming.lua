-- Tables that remember: edit distance, common subsequences, knapsacks, change, matrix chains and partitions.
local size = 100

local floor, max, min = math.floor, math.max, math.min

local function make_table(rows, columns, value)
  local t = {}
  for i = 1, rows do
    local row = {}
    for j = 1, columns do row[j] = value end
    t[i] = row
  end
  return t
end

-- Row and column i of a table belong to the first i - 1 characters.
local function edit_distance(a, b)
  local m, n = #a, #b
  local t = make_table(m + 1, n + 1, 0)
  for i = 1, m + 1 do t[i][1] = i - 1 end
  for j = 1, n + 1 do t[1][j] = j - 1 end
  for i = 2, m + 1 do
    for j = 2, n + 1 do
      t[i][j] = min(1 + t[i - 1][j],
                    1 + t[i][j - 1],
                    t[i - 1][j - 1] + (a:byte(i - 1) == b:byte(j - 1) and 0 or 1))
    end
  end
  return t[m + 1][n + 1]
end

local function common_subsequence(a, b)
  local m, n = #a, #b
  local t = make_table(m + 1, n + 1, 0)
  for i = m, 1, -1 do
    for j = n, 1, -1 do
      t[i][j] = a:byte(i) == b:byte(j) and 1 + t[i + 1][j + 1] or max(t[i + 1][j], t[i][j + 1])
    end
  end
  local i, j, found = 1, 1, {}
  while i <= m and j <= n do
    if a:byte(i) == b:byte(j) then
      found[#found + 1] = a:sub(i, i)
      i = i + 1
      j = j + 1
    elseif t[i + 1][j] >= t[i][j + 1] then
      i = i + 1
    else
      j = j + 1
    end
  end
  return table.concat(found)
end

-- The best value of items {weight, value} within the capacity, each at most once.
local function knapsack(items, capacity)
  local best = {}
  for room = 0, capacity do best[room] = 0 end
  for _, item in ipairs(items) do
    for room = capacity, item[1], -1 do best[room] = max(best[room], item[2] + best[room - item[1]]) end
  end
  return best[capacity]
end

local function ways_to_change(amount, coins)
  local ways = {[0] = 1}
  for sum = 1, amount do ways[sum] = 0 end
  for _, coin in ipairs(coins) do
    for sum = coin, amount do ways[sum] = ways[sum] + ways[sum - coin] end
  end
  return ways[amount]
end

-- The least number of multiplications for a product of matrices with these dimensions, and where the brackets go.
local function matrix_chain(d)
  local n = #d - 1
  local cost, split = make_table(n, n, 0), make_table(n, n, 0)
  for span = 1, n - 1 do
    for i = 1, n - span do
      local j = i + span
      cost[i][j] = false
      for k = i, j - 1 do
        local c = cost[i][k] + cost[k + 1][j] + d[i] * d[k + 1] * d[j + 1]
        if not cost[i][j] or c < cost[i][j] then
          cost[i][j] = c
          split[i][j] = k
        end
      end
    end
  end
  local function brackets(i, j)
    if i == j then return tostring(i - 1) end
    return "(" .. brackets(i, split[i][j]) .. " " .. brackets(split[i][j] + 1, j) .. ")"
  end
  return string.format("(%d %s)", cost[1][n], brackets(1, n))
end

-- Long integers: digits of ten decimals, the lowest first. Sums carry once, when all has been added.
local base = 1e10
local function add(sum, n, sign)
  for i = 1, max(#sum, #n) do sum[i] = (sum[i] or 0) + sign * (n[i] or 0) end
end
local function carry(sum)
  local carried = 0
  for i = 1, #sum do
    local digit = sum[i] + carried
    sum[i] = digit % base
    carried = floor(digit / base)
  end
  if carried ~= 0 then sum[#sum + 1] = carried end
  while #sum > 1 and sum[#sum] == 0 do sum[#sum] = nil end
end
local function text(n)
  local texts = {string.format("%.0f", n[#n])}
  for i = #n - 1, 1, -1 do texts[#texts + 1] = string.format("%010.0f", n[i]) end
  return table.concat(texts)
end

-- The number of partitions by Euler's pentagonal numbers.
local function partitions(n)
  local p = {[0] = {1}}
  for i = 1, n do
    local k, sign, sum = 1, 1, {0}
    while true do
      local first, second = i - floor(k * (3 * k - 1) / 2), i - floor(k * (3 * k + 1) / 2)
      if first < 0 then break end
      add(sum, p[first], sign)
      if second >= 0 then add(sum, p[second], sign) end
      k = k + 1
      sign = -sign
    end
    carry(sum)
    p[i] = sum
  end
  return text(p[n])
end

-- Each best sequence is an array of its own.
local function longest_increasing(v)
  local best, longest = {}, {}
  for i = 1, #v do
    best[i] = {}
    for j = 1, i - 1 do
      if v[j] < v[i] and #best[j] > #best[i] then best[i] = best[j] end
    end
    local longer = {}
    for k, x in ipairs(best[i]) do longer[k] = x end
    longer[#longer + 1] = v[i]
    best[i] = longer
  end
  for i = 1, #v do
    if #best[i] > #longest then longest = best[i] end
  end
  return longest
end

local function shown(items) return "(" .. table.concat(items, " ") .. ")" end

local distances = {}
for i, words in ipairs {{"kitten", "sitting"}, {"sunday", "saturday"}, {"", "abc"}, {"same", "same"}} do
  distances[i] = edit_distance(words[1], words[2])
end
print(shown(distances))
print('"' .. common_subsequence("the quick brown fox jumps", "over the lazy dog quickly now") .. '"')
print(knapsack({{12, 4}, {2, 2}, {1, 1}, {1, 2}, {4, 10}}, 15))
print(knapsack({{10, 60}, {20, 100}, {30, 120}}, 50))
print(ways_to_change(size, {1, 5, 10, 25, 50}))
print(matrix_chain {30, 35, 15, 5, 10, 20, 25})
print(shown {partitions(5), partitions(10), partitions(50), partitions(size)})
print(shown(longest_increasing {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}))
local letters = {"a", "b", "c", "d"}
local chars = {}
for i = 0, size - 1 do chars[i + 1] = letters[i * i % 4 + 1] end
-- The Scheme program conses the characters, the last first.
local long = table.concat(chars):reverse()
print(edit_distance(long, ("dc" .. long):reverse()))
