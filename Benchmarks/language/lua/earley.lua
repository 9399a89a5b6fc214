-- Earley's parser for any context-free grammar: it counts the parses of a sentence and shows the first tree.
local size = 7

-- A grammar: rules {left, right...}; what is the left of no rule is a terminal.
local sums = {{"e", "e", "+", "e"}, {"e", "e", "*", "e"}, {"e", "n"}}
local sentences = {
  {"s", "np", "vp"}, {"np", "det", "n"}, {"np", "np", "pp"}, {"np", "name"}, {"n", "noun"}, {"vp", "verb", "np"},
  {"vp", "vp", "pp"}, {"pp", "prep", "np"},
}

local function is_nonterminal(symbol, grammar)
  for _, rule in ipairs(grammar) do
    if rule[1] == symbol then return true end
  end
  return false
end

-- An item: rule, the index in it of what is expected next, the place where it began.
local function make_item(rule, dot, origin) return {rule = rule, dot = dot, origin = origin} end

local function is_known(item, items)
  for i = #items, 1, -1 do
    local other = items[i]
    if other.rule == item.rule and other.dot == item.dot and other.origin == item.origin then return true end
  end
  return false
end

-- The sets of items: an array for each place between the words; words[place] is the word after a place.
local function item_sets(grammar, start, words)
  local sets = {}
  for place = 1, #words + 1 do sets[place] = {} end
  local pending = {}
  local function add(place, item)
    local set = sets[place]
    if not is_known(item, set) then
      set[#set + 1] = item
      pending[#pending + 1] = {place, item}
    end
  end
  local function predict(symbol, place)
    for _, rule in ipairs(grammar) do
      if rule[1] == symbol then add(place, make_item(rule, 2, place)) end
    end
  end
  local function complete(done, place)
    local set = sets[done.origin]
    for i = #set, 1, -1 do
      local waiting = set[i]
      if waiting.rule[waiting.dot] == done.rule[1] then
        add(place, make_item(waiting.rule, waiting.dot + 1, waiting.origin))
      end
    end
  end
  local function work()
    while #pending > 0 do
      local place, item = pending[#pending][1], pending[#pending][2]
      pending[#pending] = nil
      local expected = item.rule[item.dot]
      if not expected then
        complete(item, place)
      elseif is_nonterminal(expected, grammar) then
        predict(expected, place)
      end
    end
  end
  predict(start, 1)
  work()
  for place, word in ipairs(words) do
    local set = sets[place]
    for i = #set, 1, -1 do
      local item = set[i]
      if item.rule[item.dot] == word then add(place + 1, make_item(item.rule, item.dot + 1, item.origin)) end
    end
    work()
  end
  return sets
end

-- Whether the sets say that the symbol spans the words from one place to another.
local function spans(sets, symbol, from, to)
  local set = sets[to]
  for i = #set, 1, -1 do
    local item = set[i]
    if item.rule[1] == symbol and not item.rule[item.dot] and item.origin == from then return true end
  end
  return false
end

-- All trees of a symbol between two places; the grammar must have no cycles of single symbols. A tree is
-- {symbol, parts}, where parts are a list {first, rest} that ends with false.
local function trees(grammar, sets, words, symbol, from, to)
  local function split(rule, index, place)
    local expected = rule[index]
    local found = {}
    if not expected then
      if place == to then found[1] = false end
    elseif is_nonterminal(expected, grammar) then
      for middle = place + 1, to do
        if spans(sets, expected, place, middle) then
          local rests = split(rule, index + 1, middle)
          if #rests > 0 then
            for _, tree in ipairs(trees(grammar, sets, words, expected, place, middle)) do
              for i = 1, #rests do found[#found + 1] = {tree, rests[i]} end
            end
          end
        end
      end
    elseif place < to and expected == words[place] then
      local rests = split(rule, index + 1, place + 1)
      for i = 1, #rests do found[i] = {expected, rests[i]} end
    end
    return found
  end
  local found = {}
  for _, rule in ipairs(grammar) do
    if rule[1] == symbol then
      local all = split(rule, 2, from)
      for i = 1, #all do found[#found + 1] = {symbol, all[i]} end
    end
  end
  return found
end

local function parses(grammar, start, words)
  local sets = item_sets(grammar, start, words)
  if not spans(sets, start, 1, #words + 1) then return {} end
  return trees(grammar, sets, words, start, 1, #words + 1)
end

local function sum_of(n)
  local words = {"n"}
  for _ = 2, n do
    words[#words + 1] = "+"
    words[#words + 1] = "n"
  end
  return words
end

local function text(tree)
  if type(tree) == "string" then return tree end
  local texts = {tree[1]}
  local parts = tree[2]
  while parts do
    texts[#texts + 1] = text(parts[1])
    parts = parts[2]
  end
  return "(" .. table.concat(texts, " ") .. ")"
end

for n = 1, size do print(#parses(sums, "e", sum_of(n))) end
print(text(parses(sums, "e", {"n", "*", "n", "+", "n"})[1]))
print(#parses(sums, "e", {"n", "+", "+", "n"}) == 0 and "()" or "parsed")
for _, tree in ipairs(parses(sentences, "s", {"name", "verb", "det", "noun", "prep", "det", "noun"})) do
  print(text(tree))
end
