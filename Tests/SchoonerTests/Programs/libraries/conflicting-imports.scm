;; R7RS 5.2: a name may be imported twice with one meaning, not with two.
(define-library (one) (export f g) (import (scheme base)) (begin (define (f) 1) (define (g) 'g)))
(define-library (two) (export f g) (import (scheme base) (only (one) g)) (begin (define (f) 2)))
(import (scheme base) (scheme write) (scheme eval) (only (one) g) (only (two) g))

(define (outcome thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (e) (k (list (error-object-message e) (error-object-irritants e))))
      thunk))))
(write (g))
(newline)
(write (outcome (lambda () (environment '(one) '(two)))))
(newline)
(write (eval '(list (f) (h)) (environment '(scheme base) '(one) '(rename (only (two) f) (f h)))))
(newline)
(write (eval '(f) (environment '(only (one) g) '(except (two) g))))
(newline)
