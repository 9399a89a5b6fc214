-- Monotone maps between finite lattices, counted with higher-order functions.
local size = 3

-- A lattice: its elements and its comparison, which says less, more, equal or unrelated.
local function make_lattice(elements, compare) return {elements = elements, compare = compare} end

local two = make_lattice({"low", "high"}, function(a, b)
  if a == b then return "equal" end
  return a == "low" and "less" or "more"
end)

-- Compares arrays element by element: the same answer must hold for all that are not equal.
local function compare_arrays(compare)
  return function(a, b)
    local answer = "equal"
    for i = 1, #a do
      local here = compare(a[i], b[i])
      if here ~= "equal" then
        if answer ~= "equal" and answer ~= here then return "unrelated" end
        if here == "unrelated" then return here end
        answer = here
      end
    end
    return answer
  end
end

-- All maps from one lattice to the other that keep the order, as arrays of values in the order of the elements, the
-- last found first.
local function monotone_maps(from, to)
  local below, image_below = from.compare, to.compare
  local elements, candidates = from.elements, to.elements
  local images, found = {}, {}
  local function fits(count, element, image)
    for i = count, 1, -1 do
      local relation = below(elements[i], element)
      if relation == "less" or relation == "more" then
        local answer = image_below(images[i], image)
        if answer ~= relation and answer ~= "equal" then return false end
      end
    end
    return true
  end
  local function extend(count)
    if count == #elements then
      local map = {}
      for i = 1, count do map[i] = images[i] end
      found[#found + 1] = map
      return
    end
    for i = 1, #candidates do
      if fits(count, elements[count + 1], candidates[i]) then
        images[count + 1] = candidates[i]
        extend(count + 1)
      end
    end
  end
  extend(0)
  local all = {}
  for i = #found, 1, -1 do all[#all + 1] = found[i] end
  return all
end

-- The maps, ordered point by point, are a lattice again.
local function maps_lattice(from, to) return make_lattice(monotone_maps(from, to), compare_arrays(to.compare)) end

local function compose(f, ...)
  if not f then return function(x) return x end end
  local g = compose(...)
  return function(x) return f(g(x)) end
end
local function iterate(f, n)
  if n == 0 then return function(x) return x end end
  return compose(f, iterate(f, n - 1))
end

local function next_lattice(lattice) return maps_lattice(lattice, two) end
local function count(lattice) return #lattice.elements end

-- The maps of a chain into two make a chain one longer; the maps of products give the numbers of Dedekind.
local function product(a, b)
  local elements = {}
  for _, x in ipairs(a.elements) do
    for _, y in ipairs(b.elements) do elements[#elements + 1] = {x, y} end
  end
  return make_lattice(elements, function(p, q)
    return compare_arrays(function(x) return x end)({a.compare(p[1], q[1]), b.compare(p[2], q[2])}, {false, false})
  end)
end
local function cube(n)
  if n == 0 then return make_lattice({{}}, function() return "equal" end) end
  return product(two, cube(n - 1))
end

local function shown(items) return "(" .. table.concat(items, " ") .. ")" end

local chains, cubes, maps = {}, {}, {}
for n = 0, 5 do chains[n + 1] = count(iterate(next_lattice, n)(two)) end
print(shown(chains))
for n = 0, size do cubes[n + 1] = count(next_lattice(cube(n))) end
print(shown(cubes))
print(count(maps_lattice(cube(2), cube(2))))
print(count(maps_lattice(next_lattice(cube(2)), two)))
for i, map in ipairs(next_lattice(cube(2)).elements) do maps[i] = shown(map) end
print(shown(maps))
