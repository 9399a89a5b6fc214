; Applying what is no procedure: the operator and its operands, and another procedure in its place.
(define (condition-of thunk)
  (call-with-current-continuation
   (lambda (k) (bind-condition-handler '() k thunk))))
(define c (condition-of (lambda () ("text" 1 (+ 1 1) 'three))))
(write-line (eq? (condition/type c) condition-type:inapplicable-object))
(write-line (access-condition c 'datum))
(write-line (access-condition c 'operands))
(write-line (condition/report-string c))
(write-line (condition/report-string (condition-of (lambda () (3)))))
(write-line (condition/report-string (condition-of (lambda () (apply #f '(1 2))))))
(write-line (map restart/name (filter (lambda (r) (memq (restart/name r) '(use-value)))
                                      (condition/restarts c))))
(write-line
 (bind-condition-handler (list condition-type:inapplicable-object)
     (lambda (c) (use-value list))
   (lambda () ("text" 1 (+ 1 1) 'three))))
