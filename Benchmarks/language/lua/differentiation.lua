-- Symbolic differentiation, simplification, and evaluation of expressions; Taylor series from them.
-- An expression is a number, a variable (a string) or {operator, expression...}.
local size = 5

local unpack = table.unpack or unpack

local function is_equal(a, b)
  if a == b then return true end
  if type(a) ~= "table" or type(b) ~= "table" then return false end
  return a[1] == b[1] and is_equal(a[2], b[2]) and is_equal(a[3], b[3])
end
local function is_number(e) return type(e) == "number" end
local function has_operator(e, operator) return type(e) == "table" and e[1] == operator end

local product, power

local function sum(a, b)
  if is_number(a) and is_number(b) then return a + b end
  if a == 0 then return b end
  if b == 0 then return a end
  if is_equal(a, b) then return product(2, a) end
  if is_number(b) then return sum(b, a) end
  if is_number(a) and has_operator(b, "+") and is_number(b[2]) then return sum(a + b[2], b[3]) end
  return {"+", a, b}
end

local function difference(a, b) return sum(a, product(-1, b)) end

function product(a, b)
  if is_number(a) and is_number(b) then return a * b end
  if a == 0 or b == 0 then return 0 end
  if a == 1 then return b end
  if b == 1 then return a end
  if is_number(b) then return product(b, a) end
  if has_operator(b, "*") and is_number(b[2]) then
    if is_number(a) then return product(a * b[2], b[3]) end
    return product(b[2], product(a, b[3]))
  end
  if has_operator(a, "*") and is_number(a[2]) then return product(a[2], product(a[3], b)) end
  if is_equal(a, b) then return power(a, 2) end
  if has_operator(b, "^") and is_equal(a, b[2]) then return power(a, sum(1, b[3])) end
  if has_operator(a, "^") and is_equal(b, a[2]) then return power(b, sum(1, a[3])) end
  return {"*", a, b}
end

function power(a, n)
  if n == 0 then return 1 end
  if n == 1 then return a end
  if is_number(a) and is_number(n) and n % 1 == 0 then return a ^ n end
  if has_operator(a, "^") and is_number(n) and is_number(a[3]) then return power(a[2], n * a[3]) end
  return {"^", a, n}
end

local function derivative(e, x)
  if is_number(e) then return 0 end
  if type(e) == "string" then return e == x and 1 or 0 end
  local operator, a, b = e[1], e[2], e[3]
  if operator == "+" then return sum(derivative(a, x), derivative(b, x)) end
  if operator == "-" then return difference(derivative(a, x), derivative(b, x)) end
  if operator == "*" then return sum(product(a, derivative(b, x)), product(b, derivative(a, x))) end
  if operator == "/" then
    return product(difference(product(b, derivative(a, x)), product(a, derivative(b, x))), power(b, -2))
  end
  if operator == "^" then
    return product(product(b, power(a, is_number(b) and b - 1 or {"-", b, 1})), derivative(a, x))
  end
  if operator == "sin" then return product({"cos", a}, derivative(a, x)) end
  if operator == "cos" then return product(product(-1, {"sin", a}), derivative(a, x)) end
  if operator == "exp" then return product(e, derivative(a, x)) end
  if operator == "log" then return product(power(a, -1), derivative(a, x)) end
  error("no derivative is known of " .. operator)
end

local constructors = {
  ["+"] = sum, ["-"] = difference, ["*"] = product, ["^"] = power,
  ["/"] = function(a, b) return product(a, power(b, -1)) end,
}

-- Rebuilds an expression with the simplifying constructors.
local function simplified(e)
  if type(e) ~= "table" then return e end
  local parts = {}
  for i = 2, #e do parts[i - 1] = simplified(e[i]) end
  local constructor = constructors[e[1]]
  if constructor then return constructor(unpack(parts)) end
  return {e[1], unpack(parts)}
end

local functions = {
  ["+"] = function(a, b) return a + b end, ["-"] = function(a, b) return a - b end,
  ["*"] = function(a, b) return a * b end, ["/"] = function(a, b) return a / b end,
  ["^"] = function(a, b) return a ^ b end,
  sin = math.sin, cos = math.cos, exp = math.exp, log = math.log,
}

local function value(e, bindings)
  if is_number(e) then return e end
  if type(e) == "string" then return bindings[e] end
  local parts = {}
  for i = 2, #e do parts[i - 1] = value(e[i], bindings) end
  return functions[e[1]](unpack(parts))
end

local function derivatives(e, x, n)
  local all = {e}
  for i = 1, n do all[i + 1] = simplified(derivative(all[i], x)) end
  return all
end

local function gcd(a, b)
  while b ~= 0 do a, b = b, a % b end
  return a
end

-- The coefficients of the series about 0, as fractions.
local function taylor(e, n)
  local texts = {}
  local factorial = 1
  for k, d in ipairs(derivatives(e, "x", n)) do
    local over = value(d, {x = 0})
    local common = gcd(math.abs(over), factorial)
    local under = factorial / common
    texts[k] = string.format("%d", over / common) .. (under > 1 and string.format("/%d", under) or "")
    factorial = factorial * k
  end
  return "(" .. table.concat(texts, " ") .. ")"
end

local function nodes(e)
  if type(e) ~= "table" then return 1 end
  local count = 1
  for i = 2, #e do count = count + nodes(e[i]) end
  return count
end

local function text(e)
  if is_number(e) then return string.format("%d", e) end
  if type(e) == "string" then return e end
  local texts = {}
  for i = 1, #e do texts[i] = text(e[i]) end
  return "(" .. table.concat(texts, " ") .. ")"
end

local function show(e) print(text(simplified(derivative(e, "x")))) end
local function truth(v) return v and "#t" or "#f" end

show {"+", "x", 3}
show {"*", "x", "y"}
show {"*", {"*", "x", "y"}, {"+", "x", 3}}
show {"^", "x", 5}
show {"+", {"*", 3, {"^", "x", 2}}, {"+", {"*", 2, "x"}, 1}}
show {"/", 1, "x"}
show {"sin", {"*", 2, "x"}}
show {"exp", {"*", "x", "x"}}
show {"log", {"cos", "x"}}
print(text(simplified {"+", {"*", 0, "x"}, {"*", 1, {"+", "y", 0}}}))
print(taylor({"exp", "x"}, 6))
print(taylor({"sin", "x"}, 7))
print(taylor({"*", {"cos", "x"}, {"exp", "x"}}, 6))
local wave = {"*", {"sin", "x"}, {"exp", {"*", -1, "x"}}}
local slope = derivative(wave, "x")
local function f(x) return value(wave, {x = x}) end
print(truth(math.abs(value(slope, {x = 0.7}) - (f(0.70001) - f(0.69999)) / 0.00002) < 1e-8))
local counts = {}
for i, e in ipairs(derivatives({"*", {"sin", "x"}, {"exp", {"*", "x", "x"}}}, "x", size)) do counts[i] = nodes(e) end
print("(" .. table.concat(counts, " ") .. ")")
