;; Errors inside handlers and clauses go to the next handler out.
(write-line (guard (outer (#t (list 'outer (condition/report-string outer))))
  (guard (inner (#t (car (condition/report-string inner)))) (error "first"))))
(write-line (guard (e (#t 'ok)) (guard (e2 ((begin (raise 'in-test) #f) 'no)) (raise 'x))))
(define log '())
(write-line (guard (e (#t (reverse log)))
  (dynamic-wind (lambda () (set! log (cons 'in log)))
    (lambda () (guard (e ((number? e) 'number)) (raise 'not-number)))
    (lambda () (set! log (cons 'out log))))))
