-- A ray tracer: spheres over a plane with one lamp, shadows and mirrors, drawn with characters.
local width = 56
local height = 20
local depth = 3

local floor, max, min, sqrt = math.floor, math.max, math.min, math.sqrt

-- Vectors are arrays of three numbers.
local function v(x, y, z) return {x, y, z} end
local function map(f, a, b)
  local result = {}
  for i = 1, #a do result[i] = f(a[i], b and b[i]) end
  return result
end
local function plus(x, y) return x + y end
local function minus(x, y) return x - y end
local function times(x, y) return x * y end
local function sum(a)
  local total = 0
  for i = 1, #a do total = total + a[i] end
  return total
end
local function add(a, b) return map(plus, a, b) end
local function subtract(a, b) return map(minus, a, b) end
local function scale(k, a) return map(function(x) return k * x end, a) end
local function dot(a, b) return sum(map(times, a, b)) end
local function unit(a) return scale(1.0 / sqrt(dot(a, a)), a) end

local function sphere(centre, radius, shade, mirror)
  return {centre = centre, radius = radius, shade = shade, mirror = mirror}
end

local spheres = {
  sphere(v(0.0, 1.0, 6.0), 1.0, 0.9, 0.3),
  sphere(v(-2.0, 0.7, 5.0), 0.7, 0.5, 0.5),
  sphere(v(1.6, 0.5, 4.2), 0.5, 1.0, 0.0),
  sphere(v(3.0, 1.5, 8.0), 1.5, 0.6, 0.2),
}

local lamp = unit(v(-1.0, 2.0, -1.5))

-- The distance along a ray at which it meets the sphere, or nil.
local function distance_to(sphere, from, direction)
  local between = subtract(sphere.centre, from)
  local along = dot(between, direction)
  local square_away = dot(between, between) - along * along
  local under_root = sphere.radius * sphere.radius - square_away
  if under_root > 0.0 then
    local root = sqrt(under_root)
    local near, far = along - root, along + root
    if near > 1e-6 then return near end
    if far > 1e-6 then return far end
  end
  return nil
end

-- Calls hit with the nearest sphere and its distance, or miss.
local function nearest(from, direction, hit, miss)
  local best, best_distance
  for i = 1, #spheres do
    local distance = distance_to(spheres[i], from, direction)
    if distance and (not best_distance or distance < best_distance) then
      best, best_distance = spheres[i], distance
    end
  end
  if best then return hit(best, best_distance) end
  return miss()
end

local function is_in_shadow(point)
  return nearest(point, lamp, function() return true end, function() return false end)
end

local function lit(point, normal, shade)
  if is_in_shadow(point) then return 0.15 * shade end
  return shade * (0.15 + 0.85 * max(0.0, dot(normal, lamp)))
end

local function brightness(from, direction, depth)
  return nearest(from, direction, function(sphere, distance)
    local point = add(from, scale(distance, direction))
    local normal = unit(subtract(point, sphere.centre))
    local own = lit(point, normal, sphere.shade)
    if depth == 0 or sphere.mirror == 0.0 then return own end
    local mirrored = subtract(direction, scale(2.0 * dot(direction, normal), normal))
    return (1.0 - sphere.mirror) * own + sphere.mirror * brightness(point, mirrored, depth - 1)
  end, function()
    local down = direction[2]
    if down < -1e-3 then
      local point = add(from, scale(from[2] / -down, direction))
      local tile = floor(point[1]) + floor(point[3])
      return lit(point, v(0.0, 1.0, 0.0), tile % 2 == 0 and 0.8 or 0.3)
    end
    return max(0.0, 0.25 - 0.2 * down)
  end)
end

local eye = v(0.0, 1.2, 0.0)
local shades = " .:-=+*#%@"

local total = 0.0

local function pixel(row, column)
  local x = (column - width / 2.0) / (width / 2.0)
  local y = (height / 2.0 - row) / (height / 1.0)
  local light = brightness(eye, unit(v(x, 0.9 * y, 1.2)), depth)
  total = total + light
  local shade = max(0, min(9, floor(10.0 * light))) + 1
  return shades:sub(shade, shade)
end

for row = 0, height - 1 do
  local line = {}
  for column = 0, width - 1 do line[column + 1] = pixel(row, column) end
  print(table.concat(line))
end
print(string.format("%.0f", 1000 * (total / (width * height))))
