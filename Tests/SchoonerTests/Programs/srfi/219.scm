;; SRFI 219: curried definitions.
(import (except (scheme base) define) (scheme write) (srfi 219))

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

(define ((greet/prefix prefix) suffix)
  (string-append prefix " " suffix))
(define greet (greet/prefix "Hello"))
(show (greet "there!"))
(show ((greet/prefix "Good day") "world"))
(define (((triple a) b . c) #!optional d)
  (list a b c))
(show (((triple 1) 2 3 4)))
(define plain 5)
(define (usual x) (* 2 x))
(show (usual plain))
