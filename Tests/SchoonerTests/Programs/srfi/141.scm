;; SRFI 141: division of integers.
(import (scheme base) (scheme write) (srfi 141))

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

(define (table both quotient remainder)
  (map (lambda (n d)
         (call-with-values (lambda () (both n d))
           (lambda (q r)
             (if (and (= q (quotient n d)) (= r (remainder n d)) (= n (+ r (* q d))))
                 (list q r)
                 'disagree))))
       '(7 -7 7 -7 6 -6 5 10)
       '(2 2 -2 -2 4 4 10 -4)))
(show (table floor/ floor-quotient floor-remainder))
(show (table ceiling/ ceiling-quotient ceiling-remainder))
(show (table truncate/ truncate-quotient truncate-remainder))
(show (table round/ round-quotient round-remainder))
(show (table euclidean/ euclidean-quotient euclidean-remainder))
(show (table balanced/ balanced-quotient balanced-remainder))
(show (balanced-remainder 5 0))
(show (euclidean-quotient 5 0))
