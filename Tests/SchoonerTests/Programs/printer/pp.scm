;; pp prints data and procedures readably.
(pp '(a b c))
(pp "string")
(pp 42)
