; A variable of the runtime is assigned before anything has referred to it, from an environment below.
(define environment (extend-top-level-environment (the-environment)))
(eval '(set! repl:write-result-hash-numbers? 'assigned) environment)
(write-line repl:write-result-hash-numbers?)
(write-line (environment-lookup system-global-environment 'repl:write-result-hash-numbers?))
(write-line (condition/report-string
             (ignore-errors (lambda () (eval '(set! no-such-variable-anywhere 1) environment)))))
