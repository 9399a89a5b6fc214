; Variables without a value: types, names, environments and what may be done about it.
(define (condition-of thunk)
  (call-with-current-continuation
   (lambda (k) (bind-condition-handler '() k thunk))))

(define c1 (condition-of (lambda () (+ 1 nobody-home))))
(define c2 (condition-of (lambda () (letrec ((b (vector b))) b))))
(define c3 (condition-of (lambda () (set! nobody-else 3) 4)))
(for-each
 (lambda (c)
   (write-line (condition/type c))
   (write-line (condition/report-string c))
   (write-line (environment? (access-condition c 'environment))))
 (list c1 c2 c3))
(write-line (eq? (condition/type c1) condition-type:unbound-variable))
(write-line (eq? (condition/type c2) condition-type:unassigned-variable))
(write-line (condition-type/generalizations condition-type:unassigned-variable))

; Giving a value instead, and giving the variable one.
(write-line
 (bind-condition-handler (list condition-type:unbound-variable)
     (lambda (c) (use-value 41))
   (lambda () (+ 1 nobody-home))))
(write-line
 (bind-condition-handler (list condition-type:unbound-variable)
     (lambda (c) (store-value 10))
   (lambda () (+ nobody-home nobody-home))))
