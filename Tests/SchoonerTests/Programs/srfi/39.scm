;; SRFI 39: parameters.
(import (except (scheme base) make-parameter parameterize) (scheme write) (srfi 39))

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
(define radix
  (make-parameter 10
                  (lambda (x)
                    (if (and (exact-integer? x) (<= 2 x 16))
                        x
                        (error "invalid radix")))))
(define write-shared (make-parameter #f (lambda (x) (if (boolean? x) x (error "only booleans are accepted")))))
(define prompt (make-parameter 123 (lambda (x) (if (string? x) x (number->string x 10)))))
(define (f n) (number->string n (radix)))
(show (radix))
(show (write-shared))
(show (prompt))
(show (f 10))
(show (parameterize ((radix 2)) (f 10)))
(show (f 10))
(show (parameterize ((radix 0)) (f 10)))
(show (parameterize ((radix 8) (prompt (f 10)))
        (prompt)))
(show (parameterize () 'nothing))
(define p (make-parameter 1))
(define k #f)
(define log '())
(show (begin
        (parameterize ((p 2))
          (call-with-current-continuation (lambda (c) (set! k c)))
          (set! log (cons (p) log)))
        (set! log (cons (p) log))
        (if (< (length log) 4) (k #f))
        log))
