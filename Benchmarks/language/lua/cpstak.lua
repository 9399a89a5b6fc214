-- Tak in continuation-passing style: a closure a call.
local size = 3

local function tak(x, y, z, k)
  if not (y < x) then return k(z) end
  return tak(x - 1, y, z, function(a)
    return tak(y - 1, z, x, function(b)
      return tak(z - 1, x, y, function(c)
        return tak(a, b, c, k)
      end)
    end)
  end)
end

local result = 0
for _ = 1, size do result = tak(18, 12, 6, function(a) return a end) end
print(result)
