;; R7RS 6.8: vectors
(import (scheme base) (scheme write))
(include "checking.scm")

;; Vector constants are self-evaluating.
(check #(0 (2 2 2 2) "Anna") => (vector 0 '(2 2 2 2) "Anna"))
(check '#(1 2) => #(1 2))

;; vector?
(check (vector? #(1)) => #t)
(check (vector? (vector)) => #t)
(check (vector? '(1)) => #f)
(check (vector? "a") => #f)
(check (vector? #u8(1)) => #f)

;; make-vector and vector
(check (make-vector 3 'a) => #(a a a))
(check (vector-length (make-vector 4)) => 4)
(check (make-vector 0) => #())
(check (vector 'a 'b 'c) => #(a b c))
(check (vector) => #())
(check-error (make-vector -1))
(check-error (make-vector 'a))
(check-error (make-vector 1.5))

;; vector-length, vector-ref, vector-set!
(check (vector-length #(1 2 3)) => 3)
(check (vector-length #()) => 0)
(check-error (vector-length '(1 2)))
(check (vector-ref '#(1 1 2 3 5 8 13 21) 5) => 8)
(check-error (vector-ref #(1 2) 2))
(check-error (vector-ref #(1 2) -1))
(check-error (vector-ref #(1 2) 'a))
(check-error (vector-ref #(1 2) 1.0))
(check-error (vector-ref '(1 2) 0))
(check (let ((vec (vector 0 '(2 2 2 2) "Anna"))) (vector-set! vec 1 '("Sue" "Sue")) vec) => #(0 ("Sue" "Sue") "Anna"))
(check-error (vector-set! (vector 1 2) 2 'x))
(check-error (vector-set! (vector 1 2) -1 'x))
(check-error (vector-set! '(1) 0 'x))

;; vector->list and list->vector, with start and end.
(check (vector->list '#(dah dah didah)) => '(dah dah didah))
(check (vector->list '#(dah dah didah) 1) => '(dah didah))
(check (vector->list '#(dah dah didah) 1 2) => '(dah))
(check (vector->list #()) => '())
(check (list->vector '(dididit dah)) => #(dididit dah))
(check (list->vector '()) => #())
(check-error (vector->list #(1 2) 3))
(check-error (vector->list #(1 2) 2 1))
(check-error (vector->list '(1)))
(check-error (list->vector '(1 . 2)))
(check-error (list->vector 5))

;; vector->string and string->vector.
(check (string->vector "ABC") => #(#\A #\B #\C))
(check (string->vector "ABCD" 1 3) => #(#\B #\C))
(check (string->vector "ABC" 2) => #(#\C))
(check (string->vector "") => #())
(check (vector->string #(#\1 #\2 #\3)) => "123")
(check (vector->string #(#\a #\b #\c) 1) => "bc")
(check (vector->string #(#\a #\b #\c) 1 2) => "b")
(check (vector->string #()) => "")
(check-error (vector->string #(1 2)))
(check-error (vector->string '(#\a)))
(check-error (string->vector 'abc))
(check-error (string->vector "abc" 4))

;; vector-copy
(define a #(1 8 2 8))
(define b (vector-copy a))
(vector-set! b 0 3)
(check b => #(3 8 2 8))
(check a => #(1 8 2 8))
(define c (vector-copy b 1 3))
(check c => #(8 2))
(check (vector-copy #(1 2 3) 1) => #(2 3))
(check (vector-copy #(1 2 3) 3) => #())
(check-error (vector-copy #(1 2 3) 4))
(check-error (vector-copy #(1 2 3) 2 1))
(check-error (vector-copy '(1 2)))

;; vector-copy!: overlapping parts are copied as if through a third place.
(check (let ((a #(1 2 3 4 5)) (b (vector 10 20 30 40 50))) (vector-copy! b 1 a 0 2) b) => #(10 1 2 40 50))
(check (let ((v (vector 1 2 3 4 5))) (vector-copy! v 1 v 0 3) v) => #(1 1 2 3 5))
(check (let ((v (vector 1 2 3 4 5))) (vector-copy! v 0 v 2) v) => #(3 4 5 4 5))
(check (let ((v (vector 1 2 3))) (vector-copy! v 0 #(a b)) v) => #(a b 3))
(check (let ((v (vector 1 2 3))) (vector-copy! v 3 #()) v) => #(1 2 3))
(check-error (vector-copy! (vector 1 2 3) 2 #(a b)))
(check-error (vector-copy! (vector 1 2 3) -1 #(a)))
(check-error (vector-copy! (vector 1 2 3) 0 #(a b) 2 1))
(check-error (vector-copy! '(1) 0 #(a)))

;; vector-append
(check (vector-append #(a b c) #(d e f)) => #(a b c d e f))
(check (vector-append) => #())
(check (vector-append #(1)) => #(1))
(check (vector-append #(1) #() #(2 3)) => #(1 2 3))
(check (let* ((v (vector 1)) (w (vector-append v))) (eq? v w)) => #f)
(check-error (vector-append #(1) '(2)))

;; vector-fill!
(define d (vector 1 2 3 4 5))
(vector-fill! d 'smash 2 4)
(check d => #(1 2 smash smash 5))
(check (let ((v (vector 1 2 3))) (vector-fill! v 0) v) => #(0 0 0))
(check (let ((v (vector 1 2 3))) (vector-fill! v 0 1) v) => #(1 0 0))
(check-error (vector-fill! (vector 1 2) 0 3))
(check-error (vector-fill! (vector 1 2) 0 2 1))
(check-error (vector-fill! '(1 2) 0))

(report-checks)
