-- Sorting arrays and lists: quicksort, merge sort, heap sort and insertion, on the same pseudo-random numbers.
-- A list is {first, rest}, or nil.
local size = 500

local floor = math.floor

-- The multiplier of the generator, 1103515245, is 16838 × 65536 + 20077: all products are exact in 53 bits.
local seed = 42
local function random(n)
  seed = (seed * 16838 % 32768 * 65536 + seed * 20077 + 12345) % 2147483648
  return floor(seed / 65536) % n
end

local function quicksort(v, before)
  local function sort(low, high)
    if low >= high then return end
    local pivot = v[floor((low + high) / 2)]
    local i, j = low, high
    while i <= j do
      while before(v[i], pivot) do i = i + 1 end
      while before(pivot, v[j]) do j = j - 1 end
      if i <= j then
        v[i], v[j] = v[j], v[i]
        i = i + 1
        j = j - 1
      end
    end
    sort(low, j)
    sort(i, high)
  end
  sort(1, #v)
end

-- The part to sort ends before high.
local function merge_sort(v, before)
  local spare = {}
  local function sort(low, high)
    if high - low <= 1 then return end
    local middle = floor((low + high) / 2)
    sort(low, middle)
    sort(middle, high)
    for i = low, high - 1 do spare[i] = v[i] end
    local i, j = low, middle
    for to = low, high - 1 do
      if i < middle and (j == high or not before(spare[j], spare[i])) then
        v[to] = spare[i]
        i = i + 1
      else
        v[to] = spare[j]
        j = j + 1
      end
    end
  end
  sort(1, #v + 1)
end

local function heap_sort(v, before)
  local function sift(i, n)
    local child = 2 * i
    if child > n then return end
    if child < n and before(v[child], v[child + 1]) then child = child + 1 end
    if before(v[i], v[child]) then
      v[i], v[child] = v[child], v[i]
      return sift(child, n)
    end
  end
  local n = #v
  for i = floor(n / 2), 1, -1 do sift(i, n) end
  for last = n, 2, -1 do
    v[1], v[last] = v[last], v[1]
    sift(1, last - 1)
  end
end

local function insertion_sort(v, before)
  for i = 2, #v do
    local x = v[i]
    local j = i
    while j > 1 and before(x, v[j - 1]) do
      v[j] = v[j - 1]
      j = j - 1
    end
    v[j] = x
  end
end

local function list_merge_sort(items, before)
  local function merge(a, b)
    if not a then return b end
    if not b then return a end
    if before(b[1], a[1]) then return {b[1], (merge(a, b[2]))} end
    return {a[1], (merge(a[2], b))}
  end
  local function pairs_of(lists)
    if not lists or not lists[2] then return lists end
    return {merge(lists[1], lists[2][1]), (pairs_of(lists[2][2]))}
  end
  local lists, last = nil, nil
  while items do
    local cell = {{items[1], nil}, nil}
    if last then last[2] = cell else lists = cell end
    last = cell
    items = items[2]
  end
  if not lists then return nil end
  while lists[2] do lists = pairs_of(lists) end
  return lists[1]
end

local function is_ordered(v, before)
  for i = 2, #v do
    if before(v[i], v[i - 1]) then return false end
  end
  return true
end

-- The sum of the elements times their places: the same for equal arrays.
local function checksum(v)
  local sum = 0
  for i = 1, #v do sum = (sum + i * v[i]) % 1000003 end
  return string.format("%d", sum)
end

local function copied(v)
  local copy = {}
  for i = 1, #v do copy[i] = v[i] end
  return copy
end
local function sorted_by(sort, v, before)
  local copy = copied(v)
  sort(copy, before)
  return copy
end

local numbers = {}
for i = 1, size do numbers[i] = random(10000) end
local methods = {quicksort, merge_sort, heap_sort, insertion_sort}
local function less(a, b) return a < b end
local function greater(a, b) return a > b end

local function shown(items, open) return (open or "(") .. table.concat(items, " ") .. ")" end
local function for_methods(f)
  local results = {}
  for i, sort in ipairs(methods) do results[i] = f(sort) end
  print(shown(results))
end

for_methods(function(sort) return is_ordered(sorted_by(sort, numbers, less), less) and "#t" or "#f" end)
for_methods(function(sort) return checksum(sorted_by(sort, numbers, less)) end)
for_methods(function(sort) return checksum(sorted_by(sort, numbers, greater)) end)
local list = nil
for i = size, 1, -1 do list = {numbers[i], list} end
local array = {}
list = list_merge_sort(list, less)
while list do
  array[#array + 1] = list[1]
  list = list[2]
end
print(checksum(array))
-- Stability: merge sort and insertion keep what is equal in order.
local couples = {}
for i, n in ipairs {7, 2, 9, 4, 12, 5, 10, 1, 3, 6} do couples[i] = {n % 5, i - 1} end
local function by_first(a, b) return a[1] < b[1] end
local function texts(v)
  local result = {}
  for i, couple in ipairs(v) do result[i] = string.format("(%d . %d)", couple[1], couple[2]) end
  return shown(result, "#(")
end
local merged = texts(sorted_by(merge_sort, couples, by_first))
print(merged)
print(merged == texts(sorted_by(insertion_sort, couples, by_first)) and "#t" or "#f")
local fruit = sorted_by(quicksort, {"pear", "fig", "apple", "date", "cherry"}, less)
print('#("' .. table.concat(fruit, '" "') .. '")')
for_methods(function(sort)
  local results = {}
  for i, v in ipairs {{}, {1}, {2, 1}, {3, 3, 3}} do results[i] = shown(sorted_by(sort, v, less), "#(") end
  return shown(results)
end)
