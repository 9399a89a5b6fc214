-- Lists through higher-order functions, with recursion 1000 calls deep. A list is {first, rest}, or nil.
local size = 50

local function numbers_below(n)
  local result = nil
  for i = n - 1, 0, -1 do result = {i, result} end
  return result
end

local function map_list(f, items)
  if not items then return nil end
  return {f(items[1]), (map_list(f, items[2]))}
end

local function keep_if(wanted, items)
  if not items then return nil end
  if wanted(items[1]) then return {items[1], (keep_if(wanted, items[2]))} end
  return keep_if(wanted, items[2])
end

local function fold_list(f, initial, items)
  if not items then return initial end
  return fold_list(f, f(items[1], initial), items[2])
end

local function one_round()
  local tripled = map_list(function(x) return x * 3 end, numbers_below(1000))
  local even = keep_if(function(x) return x % 2 == 0 end, tripled)
  return fold_list(function(a, b) return a + b end, 0, map_list(function(x) return x + 1 end, even))
end

local result = 0
for _ = 1, size do result = one_round() end
print(result)
