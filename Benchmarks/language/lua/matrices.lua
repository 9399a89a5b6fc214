-- Matrices: products, LU decomposition with pivots over floating-point numbers, and exact inverses and determinants.
-- Numbers are Lua's, fractions, or, in the powers, long integers: the operators are those of their metatables.
local size = 24

local abs = math.abs

-- Long natural numbers: digits of seven decimals, the lowest first.
local base = 10000000
local Long = {}

local function long(n) return getmetatable(n) == Long and n or setmetatable({n}, Long) end

local function carried(digits)
  local carry = 0
  local i = 1
  while i <= #digits or carry > 0 do
    local digit = (digits[i] or 0) + carry
    digits[i] = digit % base
    carry = math.floor(digit / base)
    i = i + 1
  end
  return setmetatable(digits, Long)
end

function Long.__add(a, b)
  a, b = long(a), long(b)
  local sum = {}
  for i = 1, math.max(#a, #b) do sum[i] = (a[i] or 0) + (b[i] or 0) end
  return carried(sum)
end

function Long.__mul(a, b)
  a, b = long(a), long(b)
  local result = {}
  for i = 1, #a + #b do result[i] = 0 end
  for i = 1, #a do
    for j = 1, #b do result[i + j - 1] = result[i + j - 1] + a[i] * b[j] end
  end
  while #result > 1 and result[#result] == 0 do result[#result] = nil end
  return carried(result)
end

function Long.__tostring(a)
  local texts = {string.format("%d", a[#a])}
  for i = #a - 1, 1, -1 do texts[#texts + 1] = string.format("%07d", a[i]) end
  return table.concat(texts)
end

-- Fractions in lowest terms, with a positive denominator greater than one.
local Fraction = {}

local function gcd(a, b)
  while b ~= 0 do a, b = b, a % b end
  return a
end

local function parts(x)
  if getmetatable(x) == Fraction then return x.over, x.under end
  return x, 1
end

local function fraction(over, under)
  if under < 0 then over, under = -over, -under end
  local common = gcd(abs(over), under)
  over, under = over / common, under / common
  if under == 1 then return over end
  return setmetatable({over = over, under = under}, Fraction)
end

function Fraction.__add(x, y)
  local a, b = parts(x)
  local c, d = parts(y)
  return fraction(a * d + c * b, b * d)
end
function Fraction.__sub(x, y)
  local a, b = parts(x)
  local c, d = parts(y)
  return fraction(a * d - c * b, b * d)
end
function Fraction.__mul(x, y)
  local a, b = parts(x)
  local c, d = parts(y)
  return fraction(a * c, b * d)
end
function Fraction.__div(x, y)
  local a, b = parts(x)
  local c, d = parts(y)
  return fraction(a * d, b * c)
end
function Fraction.__eq(x, y) return x.over == y.over and x.under == y.under end

-- Whether one number is greater than another, both without their signs.
local function is_greater(x, y)
  if getmetatable(x) == Fraction or getmetatable(y) == Fraction then
    local a, b = parts(x)
    local c, d = parts(y)
    return abs(a) * d > abs(c) * b
  end
  return abs(x) > abs(y)
end

-- A matrix is an array of rows.
local function make_matrix(rows, columns, f)
  local m = {}
  for i = 1, rows do
    local row = {}
    for j = 1, columns do row[j] = f(i, j) end
    m[i] = row
  end
  return m
end

local function product(a, b)
  local n = #a[1]
  return make_matrix(#a, #b[1], function(i, j)
    local sum = 0
    for k = 1, n do sum = sum + a[i][k] * b[k][j] end
    return sum
  end)
end

local function copy(m) return make_matrix(#m, #m[1], function(i, j) return m[i][j] end) end
local function identity(n) return make_matrix(n, n, function(i, j) return i == j and 1 or 0 end) end
local function transposed(m) return make_matrix(#m[1], #m, function(i, j) return m[j][i] end) end

local function power(m, n)
  if n == 0 then return identity(#m) end
  if n % 2 == 0 then
    local half = power(m, n / 2)
    return product(half, half)
  end
  return product(m, power(m, n - 1))
end

-- Decomposes in place: L below the diagonal, U on and above it. Gives the permutation and the sign of its parity.
local function decompose(m)
  local n = #m
  local permutation, sign = {}, 1
  for i = 1, n do permutation[i] = i end
  for k = 1, n do
    local pivot = k
    for i = k, n do
      if is_greater(m[i][k], m[pivot][k]) then pivot = i end
    end
    if pivot ~= k then
      m[k], m[pivot] = m[pivot], m[k]
      permutation[k], permutation[pivot] = permutation[pivot], permutation[k]
      sign = -sign
    end
    for i = k + 1, n do
      local factor = m[i][k] / m[k][k]
      m[i][k] = factor
      for j = k + 1, n do m[i][j] = m[i][j] - factor * m[k][j] end
    end
  end
  return permutation, sign
end

local function determinant(m)
  m = copy(m)
  local _, d = decompose(m)
  for i = 1, #m do d = d * m[i][i] end
  return d
end

-- Solves m x = b for each column of b.
local function solve(m, b)
  m = copy(m)
  local n = #m
  local permutation = decompose(m)
  local x = make_matrix(n, #b[1], function(i, j) return b[permutation[i]][j] end)
  for c = 1, #b[1] do
    for i = 1, n do
      for j = 1, i - 1 do x[i][c] = x[i][c] - m[i][j] * x[j][c] end
    end
    for i = n, 1, -1 do
      for j = i + 1, n do x[i][c] = x[i][c] - m[i][j] * x[j][c] end
      x[i][c] = x[i][c] / m[i][i]
    end
  end
  return x
end

local function hilbert(n) return make_matrix(n, n, function(i, j) return fraction(1, i + j - 1) end) end

local function is_equal(a, b)
  for i = 1, #a do
    for j = 1, #a[i] do
      if a[i][j] ~= b[i][j] then return false end
    end
  end
  return true
end

local function show(truth) print(truth and "#t" or "#f") end

-- Fibonacci numbers by powers of a matrix.
print(tostring(power({{long(1), long(1)}, {long(1), long(0)}}, 300)[1][2]))
-- The exact inverse of a Hilbert matrix has integers only.
local rows = {}
for i, row in ipairs(solve(hilbert(4), identity(4))) do
  local texts = {}
  for j, x in ipairs(row) do texts[j] = string.format("%d", x) end
  rows[i] = "#(" .. table.concat(texts, " ") .. ")"
end
print("#(" .. table.concat(rows, " ") .. ")")
print(string.format("%.0f", 1 / determinant(hilbert(6))))
show(is_equal(identity(7), product(hilbert(7), solve(hilbert(7), identity(7)))))
-- A well-conditioned system with a known solution.
local a = make_matrix(size, size, function(i, j)
  return math.sin(1.0 + (i - 1) * 1.3 + (j - 1) * (j - 1) * 0.7) + (i == j and 4.0 or 0.0)
end)
local x = make_matrix(size, 1, function(i) return 1.0 / i end)
local found = solve(a, product(a, x))
local worst = 0.0
for i = 1, size do worst = math.max(worst, abs(found[i][1] - x[i][1])) end
show(worst < 1e-12)
local d = determinant(a)
show(abs(d - determinant(transposed(a))) < 1e-10 * abs(d))
