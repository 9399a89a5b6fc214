-- Work with strings: counting words, searching by Knuth, Morris and Pratt, building and turning text.
local size = 40

local byte, sub = string.byte, string.sub

local text =
  "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of "
  .. "foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, "
  .. "it was the season of Darkness, it was the spring of hope, it was the winter of despair."

-- The words of a text in lower case, in order.
local function words(text)
  local found, word = {}, {}
  local function finish()
    if #word > 0 then
      found[#found + 1] = table.concat(word)
      word = {}
    end
  end
  for i = 1, #text do
    local c = sub(text, i, i)
    if c:find("%a") then word[#word + 1] = c:lower() else finish() end
  end
  finish()
  return found
end

-- A balanced enough dictionary: a binary tree of words with counts.
local function insert(tree, word)
  if not tree then return {word = word, count = 1} end
  if word == tree.word then
    tree.count = tree.count + 1
  elseif word < tree.word then
    tree.left = insert(tree.left, word)
  else
    tree.right = insert(tree.right, word)
  end
  return tree
end
local function entries(tree, found)
  if tree then
    entries(tree.left, found)
    found[#found + 1] = tree
    entries(tree.right, found)
  end
  return found
end
local function frequent(tree, least)
  local found = {}
  for _, entry in ipairs(entries(tree, {})) do
    if entry.count >= least then found[#found + 1] = string.format('("%s" . %d)', entry.word, entry.count) end
  end
  return found
end

-- For each length of a prefix of the pattern the length of its longest proper border.
local function borders(pattern)
  local n = #pattern
  local t = {[0] = -1}
  for i = 1, n do t[i] = 0 end
  local i, k = 1, 0
  while i < n do
    if byte(pattern, i + 1) == byte(pattern, k + 1) then
      i = i + 1
      k = k + 1
      t[i] = k
    elseif k > 0 then
      k = t[k]
    else
      i = i + 1
    end
  end
  return t
end

-- The places, counted from 0, where the pattern begins in the text, overlapping ones too.
local function occurrences(pattern, text)
  local t, m, n = borders(pattern), #pattern, #text
  local i, k, found = 0, 0, {}
  while i < n do
    if byte(text, i + 1) == byte(pattern, k + 1) then
      i = i + 1
      k = k + 1
      if k == m then
        found[#found + 1] = i - m
        k = t[m]
      end
    elseif k == 0 then
      i = i + 1
    else
      k = t[k]
    end
  end
  return found
end

local function occurrences_by_trying(pattern, text)
  local m = #pattern
  local found = {}
  for i = 0, #text - m do
    if sub(text, i + 1, i + m) == pattern then found[#found + 1] = i end
  end
  return found
end

-- Repeated text, by a table of parts, by appending and by filling.
local function repeated(n)
  local parts = {}
  for i = 1, n do parts[i] = "abacab" end
  return table.concat(parts)
end
local function repeated_by_appending(n)
  if n == 0 then return "" end
  return "abacab" .. repeated_by_appending(n - 1)
end
local function repeated_by_filling(n)
  local part = {"a", "b", "a", "c", "a", "b"}
  local chars = {}
  for i = 0, 6 * n - 6, 6 do
    for k = 1, 6 do chars[i + k] = part[k] end
  end
  return table.concat(chars)
end

-- Characters are of several bytes in UTF-8.
local function reversed(s)
  local chars = {}
  for c in s:gmatch("[%z\1-\127\194-\244][\128-\191]*") do table.insert(chars, 1, c) end
  return table.concat(chars)
end
local function is_palindrome(s)
  local letters = table.concat(words(s))
  return letters == reversed(letters)
end

local function rotated(s, n)
  return (s:gsub("%a", function(c)
    local start = c:find("%l") and 97 or 65
    return string.char(start + (n + byte(c) - start) % 26)
  end))
end

-- Lua knows no capitals outside ASCII.
local capitals = {["ï"] = "Ï", ["λ"] = "Λ"}
local function upcase(s) return (s:upper():gsub("[\194-\244][\128-\191]*", capitals)) end

local function shown(items) return "(" .. table.concat(items, " ") .. ")" end
local function truth(value) return value and "#t" or "#f" end

local tree = nil
for _, word in ipairs(words(text)) do tree = insert(tree, word) end
print(shown(frequent(tree, 2)))
print(#entries(tree, {}))
print(shown(occurrences("was the", text)))
local long = repeated(size)
print(truth(long == repeated_by_appending(size) and long == repeated_by_filling(size)))
print(#occurrences("abacababac", long))
local found, tried = occurrences("abacababac", long), occurrences_by_trying("abacababac", long)
local same = #found == #tried
for i = 1, #found do same = same and found[i] == tried[i] end
print(truth(same))
local answers = {}
for i, s in ipairs {"A man, a plan, a canal: Panama!", "Was it a car or a cat I saw?", "no"} do
  answers[i] = truth(is_palindrome(s))
end
print(shown(answers))
print('"' .. rotated("Hello, World", 13) .. '"')
print(truth(text == rotated(rotated(text, 7), 19)))
print('"' .. upcase(reversed("naïve λ-calculus")) .. '"')
