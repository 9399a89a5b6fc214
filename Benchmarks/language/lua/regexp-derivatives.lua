-- Regular expressions matched by derivatives, and turned into automata.
local size = 30

-- An expression: "none", "empty", "any", a character (its code), {"or", a, b}, {"then", a, b}, {"many", a},
-- {"and", a, b}, {"not", a}. The constructors simplify, which keeps the number of derivatives finite.
local function is_equal(a, b)
  if a == b then return true end
  if type(a) ~= "table" or type(b) ~= "table" then return false end
  return a[1] == b[1] and is_equal(a[2], b[2]) and is_equal(a[3], b[3])
end
local function has_operator(e, operator) return type(e) == "table" and e[1] == operator end

local function is_in_alternatives(a, b)
  while has_operator(b, "or") do
    if is_equal(a, b[2]) or is_equal(a, b[3]) then return true end
    b = b[3]
  end
  return false
end
local function or_of(a, b)
  if a == "none" then return b end
  if b == "none" then return a end
  if is_equal(a, b) then return a end
  if has_operator(a, "or") then return or_of(a[2], or_of(a[3], b)) end
  if is_in_alternatives(a, b) then return b end
  return {"or", a, b}
end
local function then_of(a, b)
  if a == "none" or b == "none" then return "none" end
  if a == "empty" then return b end
  if b == "empty" then return a end
  return {"then", a, b}
end
local function many_of(a)
  if a == "none" or a == "empty" then return "empty" end
  if has_operator(a, "many") then return a end
  return {"many", a}
end
local function and_of(a, b)
  if a == "none" or b == "none" then return "none" end
  if is_equal(a, b) then return a end
  return {"and", a, b}
end
local function not_of(a)
  if has_operator(a, "not") then return a[2] end
  return {"not", a}
end

local function accepts_empty(r)
  if r == "empty" then return true end
  if type(r) ~= "table" then return false end
  local operator = r[1]
  if operator == "or" then return accepts_empty(r[2]) or accepts_empty(r[3]) end
  if operator == "then" or operator == "and" then return accepts_empty(r[2]) and accepts_empty(r[3]) end
  if operator == "many" then return true end
  return not accepts_empty(r[2])
end

-- What must follow after the character.
local function derivative(r, c)
  if type(r) == "number" then return r == c and "empty" or "none" end
  if r == "any" then return "empty" end
  if type(r) == "string" then return "none" end
  local operator, a, b = r[1], r[2], r[3]
  if operator == "or" then return or_of(derivative(a, c), derivative(b, c)) end
  if operator == "and" then return and_of(derivative(a, c), derivative(b, c)) end
  if operator == "many" then return then_of(derivative(a, c), r) end
  if operator == "not" then return not_of(derivative(a, c)) end
  if accepts_empty(a) then return or_of(then_of(derivative(a, c), b), derivative(b, c)) end
  return then_of(derivative(a, c), b)
end

local function matches(r, text)
  for i = 1, #text do r = derivative(r, text:byte(i)) end
  return accepts_empty(r)
end

-- The usual notation: | * + ? . ( ) and characters for themselves, & and ! for both and not.
local function parse(text)
  local position = 1
  local function peek() return text:sub(position, position) end
  local function take()
    local c = peek()
    position = position + 1
    return c
  end
  local alternatives
  local function single()
    local c = take()
    if c == "(" then
      local r = alternatives()
      take()
      return r
    end
    if c == "." then return "any" end
    if c == "!" then return not_of(single()) end
    return c:byte()
  end
  local function repeated()
    local r = single()
    while true do
      local c = peek()
      if c == "*" then
        r = many_of(r)
      elseif c == "+" then
        r = then_of(r, many_of(r))
      elseif c == "?" then
        r = or_of(r, "empty")
      else
        return r
      end
      take()
    end
  end
  local function sequence()
    local c = peek()
    if c == "" or c == "|" or c == "&" or c == ")" then return "empty" end
    local first = repeated()
    return then_of(first, sequence())
  end
  local function both()
    local left = sequence()
    if peek() ~= "&" then return left end
    take()
    return and_of(left, both())
  end
  function alternatives()
    local left = both()
    if peek() ~= "|" then return left end
    take()
    return or_of(left, alternatives())
  end
  return alternatives()
end

local function truth(value) return value and "#t" or "#f" end

-- The automaton over an alphabet: for each state, counted from 0, whether it accepts and its arrows, as a text.
local function automaton(r, alphabet)
  local states, rows = {r}, {}
  local function number_of(state)
    for i, known in ipairs(states) do
      if is_equal(state, known) then return i end
    end
    states[#states + 1] = state
    return #states
  end
  local i = 1
  while i <= #states do
    local arrows = {}
    for k = 1, #alphabet do
      local number = number_of(derivative(states[i], alphabet:byte(k)))
      arrows[k] = string.format("(#\\%s . %d)", alphabet:sub(k, k), number - 1)
    end
    rows[i] = string.format("(%d %s %s)", i - 1, truth(accepts_empty(states[i])), table.concat(arrows, " "))
    i = i + 1
  end
  return rows
end

local function show(pattern, ...)
  local r = parse(pattern)
  local line = '"' .. pattern .. '"'
  for _, text in ipairs {...} do line = line .. (matches(r, text) and " yes" or " no") end
  print(line)
end

show("a*b", "b", "aaab", "aaa", "ba")
show("(a|b)*abb", "abb", "aababb", "ab", "abba")
show("a+b?c", "ac", "abc", "bc", "abbc")
show(".*cat.*&!(.*dog.*)", "a cat", "cat and dog", "nothing", "concatenate")
show("(ab|a)(bc|c)?", "abc", "ab", "abbc", "ac", "b")
-- What makes backtracking matchers slow is nothing here: (a?)^n a^n against a^n.
print(truth(matches(parse(("a?"):rep(size) .. ("a"):rep(size)), ("a"):rep(size))))
for _, row in ipairs(automaton(parse("(a|b)*abb"), "ab")) do print(row) end
local thirds = "(0|1(01*0)*1)*"
print(#automaton(parse(thirds), "01"))
-- Multiples of three in binary.
local function binary(n)
  if n < 2 then return string.format("%d", n) end
  return binary(math.floor(n / 2)) .. n % 2
end
local r = parse(thirds)
local found = {}
for n = 0, 30 do
  if matches(r, binary(n)) then found[#found + 1] = n end
end
print("(" .. table.concat(found, " ") .. ")")
