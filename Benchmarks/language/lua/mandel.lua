-- Floating-point arithmetic in a loop: how many of 200 × 100 points stay bounded for 100 steps.
local size = 10

local function steps(cr, ci)
  local zr, zi = 0.0, 0.0
  for count = 0, 99 do
    local zr2, zi2 = zr * zr, zi * zi
    if zr2 + zi2 > 4.0 then return count end
    zr, zi = zr2 - zi2 + cr, 2.0 * (zr * zi) + ci
  end
  return 100
end

local function mandel(columns, rows)
  local total = 0
  local y = -1.0
  for _ = 1, rows do
    local x = -2.0
    for _ = 1, columns do
      if steps(x, y) == 100 then total = total + 1 end
      x = x + 0.015
    end
    y = y + 0.02
  end
  return total
end

print(mandel(200, size))
