; Continuations of MIT: what is run within them, and their type.
(define (f) (call-with-current-continuation (lambda (k) (list 'value-of (continuation? k)))))
(write-line (f))
(write-line (+ 1 (call-with-current-continuation (lambda (k) (within-continuation k (lambda () 10))))))
(write-line (map continuation? (list car (lambda () 1) 5)))
(define p (make-unsettable-parameter 'outside))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (parameterize ((p 'inside))
      (within-continuation k (lambda () (list 'here (p))))))))
(write-line
 (call-with-values
     (lambda ()
       (call-with-current-continuation
        (lambda (k) (dynamic-wind (lambda () (write-line 'in))
                                  (lambda () (within-continuation k (lambda () 'thunk)))
                                  (lambda () (write-line 'out))))))
   list))
