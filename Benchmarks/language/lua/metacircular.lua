-- An evaluator for a part of Scheme, which runs programs, and itself running a program.
-- A pair is {first, rest}, the empty list nil, a symbol a string.
local size = 8

-- The data that a text holds, as a list.
local function data(text)
  local next_token = (text:gsub("[()']", " %0 ") .. " )"):gmatch("%S+")
  local datum
  local function list()
    local token = next_token()
    if token == ")" then return nil end
    if token == "." then
      local rest = datum(next_token())
      next_token()
      return rest
    end
    local first = datum(token)
    return {first, (list())}
  end
  function datum(token)
    if token == "(" then return list() end
    if token == "'" then return {"quote", {datum(next_token()), nil}} end
    if token == "#t" then return true end
    if token == "#f" then return false end
    return tonumber(token) or token
  end
  return list()
end

-- The evaluator as data, so that it can be evaluated by itself; what it defines is in its own language.
local evaluator = data [[
  (define (lookup name environment)
    (if (null? environment)
        (fail name)
        ((lambda (cell) (if cell cell (lookup name (cdr environment)))) (assq name (car environment)))))
  (define (bind names values)
    (if (null? names)
        '()
        (if (symbol? names)
            (cons (cons names values) '())
            (cons (cons (car names) (car values)) (bind (cdr names) (cdr values))))))
  (define (each expressions environment)
    (if (null? expressions)
        '()
        (cons (evaluate (car expressions) environment) (each (cdr expressions) environment))))
  (define (sequence expressions environment)
    (if (null? (cdr expressions))
        (evaluate (car expressions) environment)
        (begin (evaluate (car expressions) environment) (sequence (cdr expressions) environment))))
  (define (evaluate-cond clauses environment)
    (if (null? clauses)
        #f
        (if (if (eq? (car (car clauses)) 'else) #t (evaluate (car (car clauses)) environment))
            (sequence (cdr (car clauses)) environment)
            (evaluate-cond (cdr clauses) environment))))
  (define (make-closure parameters body environment) (list 'closure parameters body environment))
  (define (closure? object) (if (pair? object) (eq? (car object) 'closure) #f))
  (define (apply-closure closure arguments)
    (sequence (car (cdr (cdr closure)))
              (cons (bind (car (cdr closure)) arguments) (car (cdr (cdr (cdr closure)))))))
  (define (call procedure arguments)
    (if (closure? procedure) (apply-closure procedure arguments) (apply procedure arguments)))
  (define (define! name value environment)
    (begin
      (set-car! environment (cons (cons name value) (car environment)))
      name))
  (define (evaluate-define target rest environment)
    (if (pair? target)
        (define! (car target) (make-closure (cdr target) rest environment) environment)
        (define! target (evaluate (car rest) environment) environment)))
  (define (evaluate expression environment)
    (cond ((symbol? expression) (cdr (lookup expression environment)))
          ((pair? expression) (evaluate-pair (car expression) expression environment))
          (else expression)))
  (define (evaluate-pair operator expression environment)
    (cond ((eq? operator 'quote) (car (cdr expression)))
          ((eq? operator 'if)
           (if (evaluate (car (cdr expression)) environment)
               (evaluate (car (cdr (cdr expression))) environment)
               (evaluate (car (cdr (cdr (cdr expression)))) environment)))
          ((eq? operator 'lambda) (make-closure (car (cdr expression)) (cdr (cdr expression)) environment))
          ((eq? operator 'define) (evaluate-define (car (cdr expression)) (cdr (cdr expression)) environment))
          ((eq? operator 'begin) (sequence (cdr expression) environment))
          ((eq? operator 'cond) (evaluate-cond (cdr expression) environment))
          (else (call (evaluate operator environment) (each (cdr expression) environment)))))
]]

local function assq(name, bindings)
  while bindings do
    if bindings[1][1] == name then return bindings[1] end
    bindings = bindings[2]
  end
  return false
end

-- Procedures of the evaluated language take one argument, the list of their operands.
local procedures = {
  {"car", function(a) return a[1][1] end},
  {"cdr", function(a) return a[1][2] end},
  {"cons", function(a) return {a[1], a[2][1]} end},
  {"eq?", function(a) return a[1] == a[2][1] end},
  {"null?", function(a) return a[1] == nil end},
  {"pair?", function(a) return type(a[1]) == "table" end},
  {"symbol?", function(a) return type(a[1]) == "string" end},
  {"list", function(a) return a end},
  {"apply", function(a) return a[1](a[2][1]) end},
  {"assq", function(a) return assq(a[1], a[2][1]) end},
  {"set-car!", function(a) a[1][1] = a[2][1] end},
  {"fail", function(a) error("unbound variable of the evaluated program: " .. a[1]) end},
  {"+", function(a) return a[1] + a[2][1] end},
  {"-", function(a) return a[1] - a[2][1] end},
  {"*", function(a) return a[1] * a[2][1] end},
  {"<", function(a) return a[1] < a[2][1] end},
  {"=", function(a) return a[1] == a[2][1] end},
}
local function fresh_environment()
  local bindings = nil
  for i = #procedures, 1, -1 do bindings = {{procedures[i][1], procedures[i][2]}, bindings} end
  return {bindings, nil}
end

-- The evaluator once in Lua proper.
local evaluate, evaluate_sequence

local function lookup(name, environment)
  while environment do
    local cell = assq(name, environment[1])
    if cell then return cell end
    environment = environment[2]
  end
  error("unbound variable of the evaluated program: " .. name)
end

local function bind(names, values)
  if names == nil then return nil end
  if type(names) == "string" then return {{names, values}, nil} end
  return {{names[1], values[1]}, (bind(names[2], values[2]))}
end

local function make_closure(parameters, body, environment)
  return function(arguments) return evaluate_sequence(body, {bind(parameters, arguments), environment}) end
end

local function define(name, value, environment)
  environment[1] = {{name, value}, environment[1]}
  return name
end

function evaluate_sequence(expressions, environment)
  while expressions[2] do
    evaluate(expressions[1], environment)
    expressions = expressions[2]
  end
  return evaluate(expressions[1], environment)
end

local function evaluate_clauses(clauses, environment)
  while clauses do
    local clause = clauses[1]
    if clause[1] == "else" or evaluate(clause[1], environment) ~= false then
      return evaluate_sequence(clause[2], environment)
    end
    clauses = clauses[2]
  end
  return false
end

local function each(expressions, environment)
  if expressions == nil then return nil end
  return {evaluate(expressions[1], environment), (each(expressions[2], environment))}
end

function evaluate(expression, environment)
  if type(expression) == "string" then return lookup(expression, environment)[2] end
  if type(expression) ~= "table" then return expression end
  local operator, operands = expression[1], expression[2]
  if operator == "quote" then return operands[1] end
  if operator == "if" then
    if evaluate(operands[1], environment) ~= false then return evaluate(operands[2][1], environment) end
    return evaluate(operands[2][2][1], environment)
  end
  if operator == "lambda" then return make_closure(operands[1], operands[2], environment) end
  if operator == "define" then
    local target = operands[1]
    if type(target) == "table" then
      return define(target[1], make_closure(target[2], operands[2], environment), environment)
    end
    return define(target, evaluate(operands[2][1], environment), environment)
  end
  if operator == "begin" then return evaluate_sequence(operands, environment) end
  if operator == "cond" then return evaluate_clauses(operands, environment) end
  local procedure = evaluate(operator, environment)
  return procedure(each(operands, environment))
end

local program = data(string.format([[
  (define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
  (define (append-two a b) (cond ((null? a) b) (else (cons (car a) (append-two (cdr a) b)))))
  (define (naive-reverse l) (if (null? l) '() (append-two (naive-reverse (cdr l)) (list (car l)))))
  (list (fib %d) (naive-reverse '(1 2 3 4 5)) ((lambda (first . rest) rest) 1 2 3))
]], size))

local function run_once(program) return evaluate_sequence(program, fresh_environment()) end

-- The evaluator is evaluated by the one above, and then evaluates the program.
local function run_twice(program)
  local outer = fresh_environment()
  evaluate_sequence(evaluator, outer)
  define("program", program, outer)
  define("environment", fresh_environment(), outer)
  return evaluate(data("sequence program environment"), outer)
end

local function text(datum)
  if type(datum) ~= "table" then return tostring(datum) end
  local texts = {}
  while datum do
    texts[#texts + 1] = text(datum[1])
    datum = datum[2]
  end
  return "(" .. table.concat(texts, " ") .. ")"
end

print(text(run_once(program)))
print(text(run_twice(program)))
