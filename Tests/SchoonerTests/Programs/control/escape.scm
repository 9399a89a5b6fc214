;; call/cc as an escape: early exits out of loops and nested calls.
(define (find-first pred items)
  (call-with-current-continuation
   (lambda (return)
     (for-each (lambda (x) (if (pred x) (return x))) items)
     #f)))
(write-line (find-first even? '(1 3 4 5)))
(write-line (find-first even? '(1 3 5)))
(write-line (+ 1 (call/cc (lambda (k) (* 10 (k 5))))))
(write-line (call/cc (lambda (outer)
                       (+ 1 (call/cc (lambda (inner) (+ 10 (outer 100))))))))
(write-line (call/cc (lambda (outer)
                       (+ 1 (call/cc (lambda (inner) (+ 10 (inner 100))))))))
(write-line (call/cc procedure?))
