;; What is wrong with libraries is told by a condition that can be caught.
(define (report thunk)
  (display (call-with-current-continuation
            (lambda (k)
              (with-exception-handler
               (lambda (e) (k (condition/report-string e)))
               thunk))))
  (newline))

(define-syntax try
  (syntax-rules () ((_ form) (report (lambda () (eval 'form (the-environment)))))))

(define-library (first of-two) (export a) (import (scheme base) (second of-two)) (begin (define a 1)))
(define-library (second of-two) (export b) (import (scheme base) (first of-two)) (begin (define b 1)))
(define-library (promises too much) (export here there) (import (scheme base)) (begin (define here 1)))
(define-library (fails) (export x) (import (scheme base)) (begin (define x (car '()))))

(try (import (no such library)))
(try (import (only (scheme base) car no-such-name)))
(try (import (rename (scheme write) (no-such-name n))))
(try (import (first of-two)))
(try (import (promises too much)))
(try (import (fails)))
(try (import (fails)))
(try (import (only)))
(try (import "scheme"))
(try (define-library (x) (exports y)))
(try (define-library "x"))
