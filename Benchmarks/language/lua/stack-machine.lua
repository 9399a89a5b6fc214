-- A compiler from a small language to instructions of a stack machine, with tail calls, and the machine.
local size = 12

-- The language: numbers, booleans, variables, {"if", a, b, c}, {"let", {{v, e}, ...}, body},
-- {"lambda", {v, ...}, body}, {"begin", e, ...}, {"letrec", {{f, lambda}, ...}, body}, {"quote", value},
-- {primitive, e, ...} and calls. Values are numbers, booleans, closures, pairs {first, rest} and the empty list.
local empty = {}

local primitives = {
  ["+"] = function(a, b) return a + b end,
  ["-"] = function(a, b) return a - b end,
  ["*"] = function(a, b) return a * b end,
  ["<"] = function(a, b) return a < b end,
  ["="] = function(a, b) return a == b end,
  quotient = function(a, b) return math.floor(a / b) end,
  remainder = function(a, b) return a % b end,
  cons = function(a, b) return {a, b} end,
  car = function(a) return a[1] end,
  cdr = function(a) return a[2] end,
  ["null?"] = function(a) return a == empty end,
}
local function arity(name) return (name == "car" or name == "cdr" or name == "null?") and 1 or 2 end

-- Scope: a list {frame, outer}, a frame an array of variables. Gives depth and index of a variable.
local function address(variable, scope)
  local depth = 0
  while scope do
    for index, name in ipairs(scope[1]) do
      if name == variable then return depth, index end
    end
    scope = scope[2]
    depth = depth + 1
  end
  return nil
end

-- Code is an array of instructions and, for jumps to name them, labels, which are strings.
local labels = 0
local function new_label()
  labels = labels + 1
  return "l" .. labels
end

local compile

local function compile_operands(code, e, scope)
  for i = 2, #e do compile(code, e[i], scope, false) end
end

local function compile_call(code, e, scope, is_tail)
  compile_operands(code, e, scope)
  compile(code, e[1], scope, false)
  code[#code + 1] = {is_tail and "tail-call" or "call", #e - 1}
end

-- Adds to the code what computes e.
function compile(code, e, scope, is_tail)
  local function emit(...) code[#code + 1] = {...} end
  local function finish()
    if is_tail then emit("return") end
  end
  if type(e) == "string" then
    local depth, index = address(e, scope)
    if not depth then error("unbound variable " .. e) end
    emit("variable", depth, index)
    return finish()
  elseif type(e) ~= "table" then
    emit("constant", e)
    return finish()
  end
  local operator = e[1]
  if type(operator) == "string" and address(operator, scope) then
    compile_call(code, e, scope, is_tail)
  elseif operator == "quote" then
    emit("constant", e[2])
    finish()
  elseif operator == "if" then
    local otherwise, after = new_label(), new_label()
    compile(code, e[2], scope, false)
    emit("branch-false", otherwise)
    compile(code, e[3], scope, is_tail)
    if not is_tail then emit("jump", after) end
    code[#code + 1] = otherwise
    compile(code, e[4], scope, is_tail)
    if not is_tail then code[#code + 1] = after end
  elseif operator == "begin" then
    for i = 2, #e - 1 do
      compile(code, e[i], scope, false)
      emit("drop")
    end
    compile(code, e[#e], scope, is_tail)
  elseif operator == "lambda" then
    local body, after = new_label(), new_label()
    emit("closure", body, #e[2])
    emit("jump", after)
    code[#code + 1] = body
    compile(code, e[3], {e[2], scope}, true)
    code[#code + 1] = after
    finish()
  elseif operator == "let" then
    local names, call = {}, {}
    for i, binding in ipairs(e[2]) do
      names[i] = binding[1]
      call[i + 1] = binding[2]
    end
    call[1] = {"lambda", names, e[3]}
    compile(code, call, scope, is_tail)
  elseif operator == "letrec" then
    local names, call, body = {}, {}, {"begin"}
    for i, binding in ipairs(e[2]) do
      names[i] = binding[1]
      call[i + 1] = 0
      body[i + 1] = {"set!", binding[1], binding[2]}
    end
    body[#body + 1] = e[3]
    call[1] = {"lambda", names, body}
    compile(code, call, scope, is_tail)
  elseif operator == "set!" then
    local depth, index = address(e[2], scope)
    compile(code, e[3], scope, false)
    emit("assign", depth, index)
    finish()
  elseif type(operator) == "string" and primitives[operator] then
    compile_operands(code, e, scope)
    emit("primitive", operator, arity(operator))
    finish()
  else
    compile_call(code, e, scope, is_tail)
  end
end

-- Labels become indices; the result is an array of instructions.
local function assemble(code)
  local places, instructions = {}, {}
  local index = 1
  for _, instruction in ipairs(code) do
    if type(instruction) == "string" then places[instruction] = index else index = index + 1 end
  end
  for _, instruction in ipairs(code) do
    if type(instruction) == "table" then
      local kind = instruction[1]
      if kind == "jump" or kind == "branch-false" or kind == "closure" then
        instruction = {kind, places[instruction[2]], instruction[3]}
      elseif kind == "primitive" then
        instruction = {kind, primitives[instruction[2]], instruction[3]}
      end
      instructions[#instructions + 1] = instruction
    end
  end
  return instructions
end

local executed, deepest = 0, 0

local function frame_at(environment, depth)
  while depth > 0 do
    environment = environment[2]
    depth = depth - 1
  end
  return environment[1]
end

-- An environment is a list {frame, outer}; a closure has its body's index, its arity and its environment.
local function run(program)
  local stack, top = {}, 0
  local returns, depth = {}, 0
  local at, environment = 1, nil
  -- Takes the operands of a closure from the stack, and gives its environment.
  local function enter(closure, count)
    if closure.arity ~= count then error("wrong number of arguments " .. count) end
    local frame = {}
    for i = 1, count do frame[i] = stack[top - count + i] end
    top = top - count
    return {frame, closure.environment}
  end
  while true do
    executed = executed + 1
    if depth > deepest then deepest = depth end
    local instruction = program[at]
    local kind, operand = instruction[1], instruction[2]
    at = at + 1
    if kind == "constant" then
      top = top + 1
      stack[top] = operand
    elseif kind == "variable" then
      top = top + 1
      stack[top] = frame_at(environment, operand)[instruction[3]]
    elseif kind == "assign" then
      frame_at(environment, operand)[instruction[3]] = stack[top]
    elseif kind == "drop" then
      top = top - 1
    elseif kind == "jump" then
      at = operand
    elseif kind == "branch-false" then
      if not stack[top] then at = operand end
      top = top - 1
    elseif kind == "closure" then
      top = top + 1
      stack[top] = {start = operand, arity = instruction[3], environment = environment}
    elseif kind == "primitive" then
      if instruction[3] == 1 then
        stack[top] = operand(stack[top])
      else
        top = top - 1
        stack[top] = operand(stack[top], stack[top + 1])
      end
    elseif kind == "call" then
      local closure = stack[top]
      top = top - 1
      depth = depth + 1
      returns[depth] = {at, environment}
      environment = enter(closure, operand)
      at = closure.start
    elseif kind == "tail-call" then
      local closure = stack[top]
      top = top - 1
      environment = enter(closure, operand)
      at = closure.start
    else
      if depth == 0 then return stack[top] end
      local back = returns[depth]
      depth = depth - 1
      at, environment = back[1], back[2]
    end
  end
end

local function text(value)
  if type(value) == "boolean" then return value and "#t" or "#f" end
  if type(value) == "number" then return string.format("%d", value) end
  local texts = {}
  while value ~= empty do
    texts[#texts + 1] = text(value[1])
    value = value[2]
  end
  return "(" .. table.concat(texts, " ") .. ")"
end

local function compiled(e)
  local code = {}
  compile(code, e, nil, true)
  return code
end

local function show(e)
  executed, deepest = 0, 0
  local value = run(assemble(compiled(e)))
  print(string.format("(%s %d %d)", text(value), executed, deepest))
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
    if token == "#t" then return true end
    if token == "#f" then return false end
    return tonumber(token) or token
  end
  return datum(next_token())
end

for _, instruction in ipairs(compiled(expression("(if (< 1 2) (+ 3 4) 5)"))) do
  print(type(instruction) == "string" and instruction or "(" .. table.concat(instruction, " ") .. ")")
end
for _, source in ipairs {
  "(+ (* 2 3) 4)",
  "(let ((x 3) (y 4)) (let ((z (* x y))) (- z x)))",
  "(((lambda (x) (lambda (y) (- x y))) 10) 3)",
  "(letrec ((fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))) (fib " .. size .. "))",
  "(letrec ((even (lambda (n) (if (= n 0) #t (odd (- n 1))))) (odd (lambda (n) (if (= n 0) #f (even (- n 1))))))"
    .. " (even 1001))",
  "(letrec ((reverse (lambda (l r) (if (null? l) r (reverse (cdr l) (cons (car l) r)))))) (reverse '(1 2 3) '()))",
  "(letrec ((gcd (lambda (a b) (if (= b 0) a (gcd b (remainder a b)))))) (gcd 1071 462))",
  "(let ((n 0)) (begin (set! n (+ n 1)) (set! n (* n 10)) n))",
} do
  show(expression(source))
end
