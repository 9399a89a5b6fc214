-- Calls with three arguments that are themselves calls.
local size = 5

local function tak(x, y, z)
  if not (y < x) then return z end
  return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
end

local result = 0
for _ = 1, size do result = tak(18, 12, 6) end
print(result)
