;; SRFI 87: => in case.
(import (except (scheme base) case) (scheme write) (srfi 87))

(define-syntax show
  (syntax-rules ()
    ((_ form)
     (begin
       (write 'form)
       (display " => ")
       (write (call-with-current-continuation
               (lambda (k)
                 (with-exception-handler
                  (lambda (object) (k 'error))
                  (lambda () form)))))
       (newline)))))

(define (f x)
  (case x
    ((1) => (lambda (n) (list 'one n)))
    ((2 3) 'few)
    ((a b) => symbol->string)
    (else => (lambda (n) (list 'many n)))))
(show (f 1))
(show (f 3))
(show (f 'b))
(show (f 10))
(show (case (* 2 3) ((2 3 5 7) 'prime) ((1 4 6 8 9) 'composite)))
(show (case 'x ((x) => list)))
