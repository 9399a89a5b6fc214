;; SRFI 62: datum comments.
(import (scheme base) (scheme write) (srfi 62))

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

;; The SRFI's examples.
(show (+ 1 #;2 3))
(show (+ 1 #; 2 3))
(show (list 'x #;(y z)))
(show '(a #; #;b c d))
(show '(a #;(b #;c d) e))
(show '(1 . #;2 3))
(show '(1 . 2 #;3))
(show '#(1 #;2 3))
(show (quote #;x y))
