;; R7RS 5.6: a library is evaluated once, its macros keep their meaning, and its state is its own.
(define-library (counter)
  (export next! counting-twice)
  (import (scheme base) (scheme write))
  (begin
    (display "counter is loaded")
    (newline)
    (define count 0)
    (define (next!) (set! count (+ count 1)) count)
    (define-syntax counting-twice
      (syntax-rules () ((_ expression) (begin (next!) (next!) expression))))))

(define-library (clients one)
  (export one)
  (import (scheme base) (counter))
  (begin (define (one) (next!))))

(define-library (clients two)
  (export two)
  (import (scheme base) (rename (counter) (next! advance!)))
  (begin (define (two) (advance!))))

(import (scheme base) (scheme write) (clients one) (clients two) (only (counter) counting-twice))
(define count 'mine)
(define (next!) 'not-this-one)
(write (list (one) (two) (one)))
(newline)
(write (counting-twice (two)))
(newline)
(write count)
(newline)
