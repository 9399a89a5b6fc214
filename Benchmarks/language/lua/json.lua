-- JSON: reading text to data, and printing data compactly or indented.
local size = 5

local byte, char, floor, sub = string.byte, string.char, math.floor, string.sub

-- Objects are {kind = "object", {key, value}, ...}, arrays {kind = "array", value, ...}; null is a table of its own.
local null = {}

-- The bytes of a character in UTF-8.
local function utf8_of(code)
  if code < 0x80 then return char(code) end
  if code < 0x800 then return char(0xC0 + floor(code / 64), 0x80 + code % 64) end
  if code < 0x10000 then return char(0xE0 + floor(code / 4096), 0x80 + floor(code / 64) % 64, 0x80 + code % 64) end
  return char(0xF0 + floor(code / 262144), 0x80 + floor(code / 4096) % 64, 0x80 + floor(code / 64) % 64,
              0x80 + code % 64)
end

local escapes = {n = "\n", t = "\t", r = "\r", b = "\b", f = "\f", ['"'] = '"', ["\\"] = "\\", ["/"] = "/"}
local blanks = {[" "] = true, ["\n"] = true, ["\t"] = true, ["\r"] = true}
local in_numbers = {["-"] = true, ["+"] = true, ["."] = true, e = true, E = true}
for digit = 0, 9 do in_numbers[tostring(digit)] = true end

local function parse(source)
  -- The place of the next character; there is "" at the end.
  local position = 1
  local function peek() return sub(source, position, position) end
  local function read()
    local c = sub(source, position, position)
    position = position + 1
    return c
  end
  local function wrong() error("not JSON:", 0) end
  local function skip_blanks()
    while blanks[peek()] do position = position + 1 end
  end
  local function expect(c)
    if read() ~= c then wrong() end
  end
  local function word(letters, result)
    for i = 1, #letters do expect(sub(letters, i, i)) end
    return result
  end
  local function hexadecimal()
    position = position + 4
    return tonumber(sub(source, position - 4, position - 1), 16)
  end
  local function code_point()
    local unit = hexadecimal()
    if unit >= 0xD800 and unit <= 0xDBFF then
      expect("\\")
      expect("u")
      return utf8_of(0x10000 + 1024 * (unit - 0xD800) + hexadecimal() - 0xDC00)
    end
    return utf8_of(unit)
  end
  local function text()
    local out = {}
    while true do
      local c = read()
      if c == "" then wrong() end
      if c == '"' then return table.concat(out) end
      if c == "\\" then
        c = read()
        c = c == "u" and code_point() or escapes[c] or wrong()
      end
      out[#out + 1] = c
    end
  end
  local function number()
    local out = {}
    while in_numbers[peek()] do out[#out + 1] = read() end
    local n = tonumber(table.concat(out))
    return n and (n == floor(n) and floor(n) or n) or wrong()
  end

  local value
  local function object()
    local members = {kind = "object"}
    skip_blanks()
    if peek() == "}" then
      position = position + 1
      return members
    end
    while true do
      skip_blanks()
      expect('"')
      local key = text()
      skip_blanks()
      expect(":")
      members[#members + 1] = {key, value()}
      skip_blanks()
      local c = read()
      if c == "}" then return members end
      if c ~= "," then wrong() end
    end
  end
  local function array()
    local elements = {kind = "array"}
    skip_blanks()
    if peek() == "]" then
      position = position + 1
      return elements
    end
    while true do
      elements[#elements + 1] = value()
      skip_blanks()
      local c = read()
      if c == "]" then return elements end
      if c ~= "," then wrong() end
    end
  end
  function value()
    skip_blanks()
    local c = peek()
    if c == "{" then
      position = position + 1
      return object()
    elseif c == "[" then
      position = position + 1
      return array()
    elseif c == '"' then
      position = position + 1
      return text()
    elseif c == "t" then
      return word("true", true)
    elseif c == "f" then
      return word("false", false)
    elseif c == "n" then
      return word("null", null)
    elseif in_numbers[c] then
      return number()
    end
    return wrong()
  end
  local result = value()
  skip_blanks()
  if peek() ~= "" then wrong() end
  return result
end

-- Integers in full, others with six digits after the point and without trailing zeros.
local function number_text(n)
  if n == floor(n) then return string.format("%d", n) end
  local millionths = floor(1000000 * math.abs(n) + 0.5)
  local digits = string.format("%06d", millionths % 1000000):gsub("0+$", "")
  return string.format("%s%d.%s", n < 0 and "-" or "", floor(millionths / 1000000), digits)
end

local function to_json(datum, indent)
  local out = {}
  local function write(s) out[#out + 1] = s end
  local function line(depth)
    if indent then write("\n" .. string.rep(" ", indent * depth)) end
  end
  local function text(s)
    write('"')
    for i = 1, #s do
      local c = sub(s, i, i)
      if c == '"' then
        write('\\"')
      elseif c == "\\" then
        write("\\\\")
      elseif c == "\n" then
        write("\\n")
      elseif byte(c) < 32 then
        write(string.format("\\u%04x", byte(c)))
      else
        write(c)
      end
    end
    write('"')
  end
  local function show(datum, depth)
    if type(datum) == "string" then return text(datum) end
    if type(datum) == "number" then return write(number_text(datum)) end
    if datum == null then return write("null") end
    if type(datum) == "boolean" then return write(tostring(datum)) end
    local is_object = datum.kind == "object"
    write(is_object and "{" or "[")
    for i = 1, #datum do
      if i > 1 then write(",") end
      line(depth + 1)
      if is_object then
        text(datum[i][1])
        write(indent and ": " or ":")
        show(datum[i][2], depth + 1)
      else
        show(datum[i], depth + 1)
      end
    end
    if #datum > 0 then line(depth) end
    write(is_object and "}" or "]")
  end
  show(datum, 0)
  return table.concat(out)
end

local function is_equal(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  if a.kind ~= b.kind or #a ~= #b then return false end
  for i = 1, #a do
    if not is_equal(a[i], b[i]) then return false end
  end
  return true
end

local example =
  '{ "name": "schooner", "masts": [2, 3.5, -0.0625], "sails": {"main": true, "top\\"sail": null, "jib": false},\n'
  .. '  "depth": -12e2, "empty": [], "none": {}, "text": "a\\n\\u00e9\\ud83d\\ude00" }'

local datum = parse(example)
print(to_json(datum))
print(to_json(datum, 2))
print(is_equal(datum, parse(to_json(datum))) and "#t" or "#f")
print(is_equal(datum, parse(to_json(datum, 4))) and "#t" or "#f")
for _, source in ipairs {"[1,2", "[1 2]", '{"a" 1}', "tru", "[1]x", "[]"} do
  local done, problem = pcall(parse, source)
  print(done and "read" or problem)
end
local function nested(n)
  if n == 0 then return null end
  return {kind = "array", n, {kind = "object", {"next", nested(n - 1)}}}
end
print(to_json(nested(size)))
print(#to_json(nested(20 * size), 1))
