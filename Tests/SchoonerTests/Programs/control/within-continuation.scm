;; within-continuation runs a thunk in another continuation and gives that its value.
(write-line (+ 1 (call/cc (lambda (k) (within-continuation k (lambda () 41)) 'not-reached))))
(define order '())
(define (note x) (set! order (cons x order)))
(write-line
 (call/cc
  (lambda (k)
    (dynamic-wind
     (lambda () (note 'in))
     (lambda () (within-continuation k (lambda () (note 'thunk) 'result)))
     (lambda () (note 'out))))))
(write-line (reverse order))
