;; SRFI 145: assume.
(import (scheme base) (scheme write) (srfi 145))

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

(define (fxquotient-of x y)
  (assume (exact-integer? x) "not an integer" x)
  (assume (not (zero? y)))
  (quotient x y))
(show (fxquotient-of 7 2))
(show (fxquotient-of 7 0))
(show (fxquotient-of 'a 2))
(show (assume (memv 2 '(1 2 3))))
(show (guard (object ((error-object? object)
                      (cons (error-object-message object) (error-object-irritants object))))
        (assume (= 1 2) "one is not two" 12)))
