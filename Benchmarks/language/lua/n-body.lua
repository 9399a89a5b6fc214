-- Planets that attract each other: the energy of the system before and after many small steps.
local steps = 200

local sqrt = math.sqrt
local pi = 3.141592653589793
local sun_mass = 4.0 * pi * pi
local days = 365.24

local function body(x, y, z, vx, vy, vz, mass)
  return {x = x, y = y, z = z, vx = vx * days, vy = vy * days, vz = vz * days, mass = mass * sun_mass}
end

local bodies = {
  body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
  body(4.8414314424647209, -1.16032004402742839, -.103622044471123109,
       .00166007664274403694, .00769901118419740425, -.0000690460016972063023, .000954791938424326609),
  body(8.34336671824457987, 4.12479856412430479, -.403523417114321381,
       -.00276742510726411, .00499852801234917238, .0000230417297573763929, .000285885980666130812),
  body(12.8943695621391310, -15.1111514016986312, -.223307578892655734,
       .00296460137564761618, .00237847173959480950, -.0000296589568540237556, .0000436624404335156298),
  body(15.3796971148509165, -25.9193146099879641, .179258772950371181,
       .00268067772490389322, .00162824170038242295, -.0000951592254519715870, .0000515138902046611451),
}

-- The sun moves so that the whole stands still.
local function balance()
  local sun = bodies[1]
  for _, speed in ipairs {"vx", "vy", "vz"} do
    local momentum = 0.0
    for i = 2, #bodies do momentum = momentum + bodies[i][speed] * bodies[i].mass end
    sun[speed] = -(momentum / sun_mass)
  end
end

local function energy()
  local e = 0.0
  for i = 1, #bodies do
    local b = bodies[i]
    e = e + 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
    for j = i + 1, #bodies do
      local o = bodies[j]
      local dx, dy, dz = b.x - o.x, b.y - o.y, b.z - o.z
      e = e - b.mass * o.mass / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return e
end

local function step(dt)
  local count = #bodies
  for i = 1, count do
    local b = bodies[i]
    for j = i + 1, count do
      local o = bodies[j]
      local dx, dy, dz = b.x - o.x, b.y - o.y, b.z - o.z
      local square = dx * dx + dy * dy + dz * dz
      local pull = dt / (square * sqrt(square))
      b.vx = b.vx - dx * o.mass * pull
      b.vy = b.vy - dy * o.mass * pull
      b.vz = b.vz - dz * o.mass * pull
      o.vx = o.vx + dx * b.mass * pull
      o.vy = o.vy + dy * b.mass * pull
      o.vz = o.vz + dz * b.mass * pull
    end
  end
  for i = 1, count do
    local b = bodies[i]
    b.x = b.x + dt * b.vx
    b.y = b.y + dt * b.vy
    b.z = b.z + dt * b.vz
  end
end

local function show(e) print(string.format("%.0f", 1e9 * e)) end

balance()
local before = energy()
show(before)
for _ = 1, steps do step(0.01) end
local after = energy()
show(after)
print(math.abs(after - before) < 1e-4 and "#t" or "#f")
