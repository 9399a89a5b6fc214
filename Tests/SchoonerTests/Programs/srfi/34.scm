;; SRFI 34: exceptions.
(import (except (scheme base) guard raise with-exception-handler)
        (scheme write) (srfi 34))

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
(show (call-with-current-continuation
       (lambda (k)
         (with-exception-handler (lambda (x) (k (list 'condition x)))
           (lambda () (+ 1 (raise 'an-error)))))))
(show (guard (condition (else (list 'caught condition)))
        (+ 1 (raise 'an-error))))
(show (guard (condition
              ((assq 'a condition) => cdr)
              ((assq 'b condition)))
        (raise (list (cons 'a 42)))))
(show (guard (condition
              ((assq 'a condition) => cdr)
              ((assq 'b condition)))
        (raise (list (cons 'b 23)))))
(show (guard (outer (#t (list 'outer outer)))
        (guard (inner ((number? inner) 'number))
          (raise 'no-number))))
(show (guard (e (#f 'never)) 'no-error))
