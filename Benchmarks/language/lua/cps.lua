-- Expressions turned into continuation-passing style, and evaluated before and after.
-- An expression is a number, a boolean, a variable (a string), or an array: {"quote", value}, {"lambda", names, body},
-- {"if", a, b, c}, {"let", {{name, e}, ...}, body}, {operator, e, ...}. A list is {first, rest} or empty.
local size = 10

local unpack = table.unpack or unpack

local empty = {}

local counter = 0
local function fresh(prefix)
  counter = counter + 1
  return prefix .. counter
end

local operators = {
  ["+"] = function(a, b) return a + b end,
  ["-"] = function(a, b) return a - b end,
  ["*"] = function(a, b) return a * b end,
  ["<"] = function(a, b) return a < b end,
  ["="] = function(a, b) return a == b end,
  cons = function(a, b) return {a, b} end,
  car = function(a) return a[1] end,
  cdr = function(a) return a[2] end,
  ["null?"] = function(a) return a == empty end,
}
local function is_primitive(e) return type(e) == "string" and operators[e] ~= nil end

-- Whether it is so with all operands of e.
local function every_operand(predicate, e)
  for i = 2, #e do
    if not predicate(e[i]) then return false end
  end
  return true
end

local function is_trivial(e)
  if type(e) ~= "table" then return true end
  if e[1] == "quote" or e[1] == "lambda" then return true end
  return is_primitive(e[1]) and every_operand(is_trivial, e)
end

local turn

-- Turns a trivial expression: the lambdas in it take a continuation.
local function turn_trivial(e)
  if type(e) ~= "table" or e[1] == "quote" then return e end
  if e[1] == "lambda" then
    local k = fresh("k")
    local names = {unpack(e[2])}
    names[#names + 1] = k
    return {"lambda", names, turn(e[3], function(value) return {k, value} end, k)}
  end
  local turned = {e[1]}
  for i = 2, #e do turned[i] = turn_trivial(e[i]) end
  return turned
end

-- Turns the expressions of an array from an index on; use makes what follows from the array of their values.
local function turn_each(expressions, index, use)
  if index > #expressions then return use({}) end
  return turn(expressions[index], function(first)
    return turn_each(expressions, index + 1, function(rest)
      table.insert(rest, 1, first)
      return use(rest)
    end)
  end, nil)
end

-- The call of a lambda that a let is.
local function call_of(e)
  local names, call = {}, {}
  for i, binding in ipairs(e[2]) do
    names[i] = binding[1]
    call[i + 1] = binding[2]
  end
  call[1] = {"lambda", names, e[3]}
  return call
end

-- Turns an expression; use makes what follows from its value, and k, if not nil, is a variable that stands for that.
function turn(e, use, k)
  if is_trivial(e) then return use(turn_trivial(e)) end
  if e[1] == "if" then
    if k then
      return turn(e[2], function(test) return {"if", test, turn(e[3], use, k), turn(e[4], use, k)} end, nil)
    end
    local join, value = fresh("j"), fresh("v")
    return {
      {"lambda", {join}, turn(e, function(result) return {join, result} end, join)},
      {"lambda", {value}, use(value)},
    }
  end
  if e[1] == "let" then return turn(call_of(e), use, k) end
  if is_primitive(e[1]) then
    return turn_each(e, 2, function(values)
      table.insert(values, 1, e[1])
      return use(values)
    end)
  end
  return turn_each(e, 1, function(values)
    local continuation = k
    if not k then
      local value = fresh("v")
      continuation = {"lambda", {value}, use(value)}
    end
    values[#values + 1] = continuation
    return values
  end)
end

local function cps(e)
  counter = 0
  return turn(e, function(value) return {"halt", value} end, "halt")
end

-- An evaluator with environments as lists {name, value, outer}; halt is the identity.
local function evaluate(e, environment)
  if type(e) == "string" then
    while environment do
      if environment[1] == e then return environment[2] end
      environment = environment[3]
    end
    return operators[e]
  end
  if type(e) ~= "table" then return e end
  local operator = e[1]
  if operator == "quote" then return e[2] end
  if operator == "if" then
    if evaluate(e[2], environment) then return evaluate(e[3], environment) end
    return evaluate(e[4], environment)
  end
  if operator == "lambda" then
    local names, body = e[2], e[3]
    return function(...)
      local inner = environment
      for i = #names, 1, -1 do inner = {names[i], (select(i, ...)), inner} end
      return evaluate(body, inner)
    end
  end
  if operator == "let" then
    local inner = environment
    local bindings = e[2]
    for i = #bindings, 1, -1 do inner = {bindings[i][1], evaluate(bindings[i][2], environment), inner} end
    return evaluate(e[3], inner)
  end
  local parts = {}
  for i = 1, #e do parts[i] = evaluate(e[i], environment) end
  return parts[1](unpack(parts, 2))
end

-- In the turned program every call is a tail call: no call stands in an operand, but those of primitives.
local function is_all_tail(e)
  local function is_simple(e)
    if type(e) ~= "table" or e[1] == "quote" then return true end
    if e[1] == "lambda" then return is_all_tail(e[3]) end
    return is_primitive(e[1]) and every_operand(is_simple, e)
  end
  if type(e) ~= "table" then return true end
  if e[1] == "if" then return is_simple(e[2]) and is_all_tail(e[3]) and is_all_tail(e[4]) end
  return is_simple(e[1]) and every_operand(is_simple, e)
end

local function text(e)
  if type(e) == "number" then return string.format("%.0f", e) end
  if type(e) ~= "table" then return tostring(e) end
  local texts = {}
  for i = 1, #e do texts[i] = text(e[i]) end
  return "(" .. table.concat(texts, " ") .. ")"
end
local function list_text(list)
  local texts = {}
  while list ~= empty do
    texts[#texts + 1] = text(list[1])
    list = list[2]
  end
  return "(" .. table.concat(texts, " ") .. ")"
end

local halt = {"halt", function(v) return v end, nil}

local function show(e)
  local turned = cps(e)
  print(text(turned))
  local before, after = evaluate(e, nil), evaluate(turned, halt)
  print(string.format("(%s %s %s)", text(before), text(after), is_all_tail(turned) and "#t" or "#f"))
end

-- The expression that a text in parentheses describes; '() and '(1 2 3) are quoted lists.
local function expression(source)
  local next_token = source:gsub("[()']", " %0 "):gmatch("%S+")
  local datum
  local function array()
    local items = {}
    local token = next_token()
    while token ~= ")" do
      items[#items + 1] = datum(token)
      token = next_token()
    end
    return items
  end
  local function list(items)
    local result = empty
    for i = #items, 1, -1 do result = {items[i], result} end
    return result
  end
  function datum(token)
    if token == "(" then return array() end
    if token == "'" then return {"quote", list(datum(next_token()))} end
    return tonumber(token) or token
  end
  return datum(next_token())
end

-- Recursion through a function that is given itself.
local function fact(n)
  return expression("(let ((f (lambda (self n) (if (= n 0) 1 (* n (self self (- n 1))))))) (f f " .. n .. "))")
end
local function fib(n)
  return expression(
    "(let ((f (lambda (self n) (if (< n 2) n (+ (self self (- n 1)) (self self (- n 2))))))) (f f " .. n .. "))")
end
local function values_of(e, text_of)
  print(string.format("(%s %s)", text_of(evaluate(e, nil)), text_of(evaluate(cps(e), halt))))
end

show(expression("(+ 1 (* 2 3))"))
show(expression("((lambda (x) (* x x)) 5)"))
show(expression("(let ((f (lambda (x) (+ x 1)))) (f (f 3)))"))
show(expression("(let ((f (lambda (x) (if (< x 0) (- 0 x) x)))) (+ (f 3) (f -4)))"))
show(expression("(+ 1 (if (< 1 2) ((lambda (x) x) 10) 20))"))
show(fact(5))
values_of(fact(20), text)
values_of(fib(size), text)
values_of(expression(
  "(let ((map (lambda (self f l) (if (null? l) '() (cons (f (car l)) (self self f (cdr l)))))))"
  .. " (map map (lambda (x) (* x x)) '(1 2 3 4)))"), list_text)
