;; SRFI 30: nested comments.
(import (scheme base) (scheme write) (srfi 30))

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

(show (list 1 #| a comment |# 2))
(show (list 1 #| a #| nested |# comment |# 2))
(show (list 1 #|| with bars ||# 2))
(show (list 1 #| #; ; " |# 2))
#| before
   a datum |# (show 'after)
