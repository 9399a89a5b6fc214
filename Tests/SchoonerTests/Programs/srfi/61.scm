;; SRFI 61: cond with guards.
(import (except (scheme base) cond) (scheme write) (srfi 61))

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

(define (two) (values 1 2))
(show (cond ((two) (lambda (a b) (< a b)) => (lambda (a b) (list a b))) (else 'else)))
(show (cond ((two) (lambda (a b) (> a b)) => (lambda (a b) (list a b))) (else 'else)))
(show (cond ((assv 'b '((a 1) (b 2))) => cadr) (else #f)))
(show (cond ((> 3 2) 'greater) ((< 3 2) 'less)))
(show (cond (#f 1) (2)))
(show (cond (#f 1) (else 'a 'b)))
(show (cond ((read-char (open-input-string "x")) char? => (lambda (c) (list 'char c))) (else 'eof)))
(show (cond ((read-char (open-input-string "")) char? => (lambda (c) (list 'char c))) (else 'eof)))
