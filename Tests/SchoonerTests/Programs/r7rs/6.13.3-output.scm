;; R7RS 6.13.3: output
(import (scheme base) (scheme write))
(include "checking.scm")

(define (output-of proc) (let ((port (open-output-string))) (proc port) (get-output-string port)))
(define (written x) (output-of (lambda (port) (write x port))))
(define (displayed x) (output-of (lambda (port) (display x port))))
(define (shared x) (output-of (lambda (port) (write-shared x port))))
(define (simple x) (output-of (lambda (port) (write-simple x port))))

;; write: strings in quotation marks with escapes, characters in #\ notation.
(check (written "a b") => "\"a b\"")
(check (written "a\"b\\") => "\"a\\\"b\\\\\"")
(check (written #\a) => "#\\a")
(check (written 'a) => "a")
(check (written '(1 "two" #\3 (four . 5))) => "(1 \"two\" #\\3 (four . 5))")
(check (written '(a . (b . (c . ())))) => "(a b c)")
(check (written '(a b . c)) => "(a b . c)")
(check (written '()) => "()")
(check (written #(1 "a" b)) => "#(1 \"a\" b)")
(check (written #()) => "#()")
(check (written #u8(1 2 255)) => "#u8(1 2 255)")
(check (written #t) => "#t")
(check (written #f) => "#f")
(check (written 1/2) => "1/2")
(check (written -12) => "-12")
(check (written +inf.0) => "+inf.0")
(check (written ''a) => "(quote a)")
(check (written '|a b|) => "|a b|")
;; write: datum labels for cycles, and only for those.
(check (written (let ((x (list 1 2))) (list x x))) => "((1 2) (1 2))")
(define circle (list 'a 'b))
(set-cdr! (cdr circle) circle)
(check (written circle) => "#0=(a b . #0#)")
(check (written (let ((v (vector 1 #f))) (vector-set! v 1 v) v)) => "#0=#(1 #0#)")
(check (written (let ((x (list 1))) (set-car! x x) x)) => "#0=(#0#)")
(check (written (list 'start circle)) => "(start #0=(a b . #0#))")

;; write-shared: labels for every pair or vector that appears more than once.
(check (shared (let ((x (list 1 2))) (list x x))) => "(#0=(1 2) #0#)")
(check (shared (let ((x (list 1)) (y (vector 2))) (list x y x y))) => "(#0=(1) #1=#(2) #0# #1#)")
(check (shared '(1 (2) #(3))) => "(1 (2) #(3))")
(check (shared circle) => "#0=(a b . #0#)")
(check (shared (let ((x (list 1))) (cons x x))) => "(#0=(1) . #0#)")
(check (shared (list 'a 'a "x")) => "(a a \"x\")")

;; write-simple: never labels.
(check (simple '(1 "two" #\3)) => "(1 \"two\" #\\3)")
(check (simple (let ((x (list 1 2))) (list x x))) => "((1 2) (1 2))")

;; display: strings and characters as themselves, also within others; symbols without lines.
(check (displayed "a\"b") => "a\"b")
(check (displayed #\a) => "a")
(check (displayed '(1 "two" #\3)) => "(1 two 3)")
(check (displayed #("a" #\b)) => "#(a b)")
(check (displayed 'abc) => "abc")
(check (displayed '|a b|) => "a b")
(check (displayed '()) => "()")
(check (displayed 12) => "12")

;; newline writes an end of line.
(check (output-of newline) => "\n")
(check (output-of (lambda (port) (display 1 port) (newline port) (display 2 port))) => "1\n2")
;; write-char writes the character, not its representation.
(check (output-of (lambda (port) (write-char #\a port) (write-char #\x3bb port))) => "a\x3bb;")
(check-error (write-char "a" (open-output-string)))
(check-error (write-char #\a (open-input-string "")))
(check-error (write-char #\a (open-output-bytevector)))
;; write-string, with start and end.
(check (output-of (lambda (port) (write-string "abc" port))) => "abc")
(check (output-of (lambda (port) (write-string "abcd" port 1))) => "bcd")
(check (output-of (lambda (port) (write-string "abcd" port 1 3))) => "bc")
(check-error (write-string 'a (open-output-string)))
(check-error (write-string "abc" (open-output-string) 4))
(check-error (write-string "abc" (open-output-string) 2 1))
;; write-u8 and write-bytevector, with start and end.
(define (bytes-of proc) (let ((port (open-output-bytevector))) (proc port) (get-output-bytevector port)))
(check (bytes-of (lambda (port) (write-u8 1 port) (write-u8 255 port))) => #u8(1 255))
(check (bytes-of (lambda (port) (write-bytevector #u8(1 2 3) port))) => #u8(1 2 3))
(check (bytes-of (lambda (port) (write-bytevector #u8(1 2 3) port 1))) => #u8(2 3))
(check (bytes-of (lambda (port) (write-bytevector #u8(1 2 3) port 1 2))) => #u8(2))
(check-error (write-u8 256 (open-output-bytevector)))
(check-error (write-u8 1 (open-output-string)))
(check-error (write-bytevector "a" (open-output-bytevector)))
(check-error (write-bytevector #u8(1 2) (open-output-bytevector) 3))
;; flush-output-port
(check (output-of (lambda (port) (write-string "a" port) (flush-output-port port))) => "a")
(check-error (flush-output-port 5))
;; Without a port the current output port is meant.
(check (let ((port (open-output-string)))
         (parameterize ((current-output-port port))
           (write 'a) (write-char #\space) (display "b") (write-string "c") (newline) (write-shared '(1)) (write-simple 2) (flush-output-port))
         (get-output-string port))
       => "a bc\n(1)2")
(check-error (write 1 5))
(check-error (display 1 'port))
(check-error (newline "port"))

(report-checks)
