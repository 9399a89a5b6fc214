;; Any object can be raised and caught.
(for-each (lambda (x) (write-line (guard (e (#t (list 'caught e))) (raise x))))
          (list 1 "s" 'sym #\c '(1 2) #(1) 1.5 #t '()))
(write-line (guard (e ((string? e) 'string) ((number? e) 'number)) (raise 5)))
(define (f x) (if (= x 0) (raise 'bottom) (+ 1 (f (- x 1)))))
(write-line (guard (e ((eq? e 'bottom) 'deep)) (f 1000)))
(write-line (guard (e (#f 'no) (else (list 'else e))) (raise 'z)))
