;;; Small procedures that others are made of: MIT reference manual 12.

(define true #t)
(define false #f)

(define (identity-procedure object) object)
(define (null-procedure . arguments) #f)
(define (false-procedure . arguments) #f)
(define (true-procedure . arguments) #t)

(define (constant-procedure value)
  (lambda arguments value))

(define (compose . procedures)
  (reduce-right (lambda (outer inner)
                  (lambda arguments
                    (call-with-values (lambda () (apply inner arguments)) outer)))
                values
                procedures))

;; `random` with a state of its own: in the library of states.
(define (%random-from modulus state) (%random-with-state modulus state))
