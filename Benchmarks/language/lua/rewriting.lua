-- A tautology prover by term rewriting: lemmas rewrite a term to conditionals, which are then judged true or not.
local size = 3

-- The data that a text holds: a term is a constant or variable, a string, or {operator, term...}.
local function data(text)
  local next_token = text:gsub("[()]", " %0 "):gmatch("%S+")
  local function items()
    local found = {}
    for token in next_token do
      if token == ")" then break end
      found[#found + 1] = token == "(" and items() or token
    end
    return found
  end
  return items()
end

-- Lemmas {left, right}, the last first.
local lemmas = {}
for _, lemma in ipairs(data [[
  ((and ?a ?b) (if ?a (if ?b (t) (f)) (f)))
  ((or ?a ?b) (if ?a (t) (if ?b (t) (f))))
  ((not ?a) (if ?a (f) (t)))
  ((implies ?a ?b) (if ?a (if ?b (t) (f)) (t)))
  ((iff ?a ?b) (and (implies ?a ?b) (implies ?b ?a)))
  ((xor ?a ?b) (not (iff ?a ?b)))
  ((if (if ?a ?b ?c) ?x ?y) (if ?a (if ?b ?x ?y) (if ?c ?x ?y)))
  ((plus (plus ?x ?y) ?z) (plus ?x (plus ?y ?z)))
  ((plus ?x (zero)) ?x)
  ((plus (zero) ?x) ?x)
  ((times ?x (plus ?y ?z)) (plus (times ?x ?y) (times ?x ?z)))
  ((times (times ?x ?y) ?z) (times ?x (times ?y ?z)))
  ((difference ?x ?x) (zero))
  ((equal (plus ?a ?b) (plus ?a ?c)) (equal ?b ?c))
  ((equal ?x ?x) (t))
  ((append (append ?x ?y) ?z) (append ?x (append ?y ?z)))
  ((reverse (append ?a ?b)) (append (reverse ?b) (reverse ?a)))
  ((reverse (reverse ?x)) ?x)
  ((length (append ?x ?y)) (plus (length ?x) (length ?y)))
  ((lessp (plus ?x ?y) (plus ?x ?z)) (lessp ?y ?z))
  ((member ?x (append ?a ?b)) (or (member ?x ?a) (member ?x ?b)))
]]) do
  table.insert(lemmas, 1, lemma)
end

local is_variable = {}
for _, name in ipairs {"?a", "?b", "?c", "?d", "?x", "?y", "?z"} do is_variable[name] = true end

local rewrites = 0

local function is_equal(a, b)
  if a == b then return true end
  if type(a) ~= "table" or type(b) ~= "table" then return false end
  local count = #a
  if #b ~= count then return false end
  for i = 1, count do
    if not is_equal(a[i], b[i]) then return false end
  end
  return true
end

-- Whether bindings, a table from variables to terms that grows, make the pattern the term.
local function match(pattern, term, bindings)
  if type(pattern) == "string" then
    if not is_variable[pattern] then return pattern == term end
    local known = bindings[pattern]
    if known then return is_equal(known, term) end
    bindings[pattern] = term
    return true
  end
  if type(term) ~= "table" or #term ~= #pattern then return false end
  for i = 1, #pattern do
    if not match(pattern[i], term[i], bindings) then return false end
  end
  return true
end

local function substitute(bindings, term)
  if type(term) == "string" then return bindings[term] or term end
  local result = {term[1]}
  for i = 2, #term do result[i] = substitute(bindings, term[i]) end
  return result
end

local function rewrite(term)
  if type(term) == "string" then return term end
  local rewritten = {term[1]}
  for i = 2, #term do rewritten[i] = rewrite(term[i]) end
  for i = 1, #lemmas do
    local lemma = lemmas[i]
    if lemma[1][1] == rewritten[1] then
      local bindings = {}
      if match(lemma[1], rewritten, bindings) then
        rewrites = rewrites + 1
        return rewrite(substitute(bindings, lemma[2]))
      end
    end
  end
  return rewritten
end

-- Facts are a list {term, rest}, or nil.
local function is_member(term, facts)
  while facts do
    if is_equal(term, facts[1]) then return true end
    facts = facts[2]
  end
  return false
end

local always, never = {"t"}, {"f"}
local function holds(term, facts) return is_equal(term, always) or is_member(term, facts) end
local function fails(term, facts) return is_equal(term, never) or is_member(term, facts) end

local function is_tautology(term, true_facts, false_facts)
  if holds(term, true_facts) then return true end
  if fails(term, false_facts) then return false end
  if type(term) ~= "table" or term[1] ~= "if" then return false end
  local test = term[2]
  if holds(test, true_facts) then return is_tautology(term[3], true_facts, false_facts) end
  if fails(test, false_facts) then return is_tautology(term[4], true_facts, false_facts) end
  return is_tautology(term[3], {test, true_facts}, false_facts)
    and is_tautology(term[4], true_facts, {test, false_facts})
end

local function text(term)
  if type(term) == "string" then return term end
  local texts = {}
  for i = 1, #term do texts[i] = text(term[i]) end
  return "(" .. table.concat(texts, " ") .. ")"
end

local function show(term)
  print((is_tautology(rewrite(term), nil, nil) and "proved " or "not proved ") .. text(term))
end

-- a1 -> a2, a2 -> a3, ... imply a1 -> an.
local function name(i) return "p" .. i end
local function chain(n)
  local premises = {"t"}
  for i = 1, n - 1 do premises = {"and", {"implies", name(i), name(i + 1)}, premises} end
  return {"implies", premises, {"implies", "p1", name(n)}}
end

for _, term in ipairs(data [[
  (implies p p)
  (or p (not p))
  (implies (and p (implies p q)) q)
  (implies (implies p q) p)
  (implies (implies p q) (implies (not q) (not p)))
  (implies (not (and p q)) (or (not p) (not q)))
  (iff p (not (not p)))
  (implies (implies (implies p q) p) p)
  (equal (reverse (reverse (append x y))) (append (reverse (reverse x)) y))
  (equal (length (append (append x y) z)) (plus (length x) (plus (length y) (length z))))
  (implies (member a (append x y)) (or (member a y) (member a x)))
  (equal (times x (plus y z)) (times x y))
]]) do
  show(term)
end
show(chain(size))
print(rewrites)
