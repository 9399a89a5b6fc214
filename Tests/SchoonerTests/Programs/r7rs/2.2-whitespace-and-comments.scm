;; R7RS 2.2: whitespace and comments
(import (scheme base) (scheme read) (scheme write))
(include "checking.scm")

(define (read-text text) (read (open-input-string text)))

;; Whitespace characters include the space, tab, and newline characters, and others such as form feed and return.
(check (read-text "(a\tb\nc\rd\x0c;e f)") => '(a b c d e f))
(check (read-text "  \n\t a") => 'a)

;; Whitespace separates tokens from each other but is otherwise insignificant.
(check (read-text "(a(b)c)") => '(a (b) c))
(check (read-text "( a ( b ) c )") => '(a (b) c))
(check (read-text "(a\"b\"c)") => '(a "b" c))

;; Whitespace within a string is significant.
(check (string-length "a  b") => 4)

;; A semicolon begins a comment that continues to the end of the line.
(check (read-text "(a ; b c)\n d)") => '(a d))
(check (read-text "; nothing\nx") => 'x)
(check (read-text "(a;b\nc)") => '(a c))
(check-true (eof-object? (read-text "; only a comment")))

;; #; makes the next datum a comment, with any whitespace between.
(check (read-text "(a #;b c)") => '(a c))
(check (read-text "(a #;(b c) d)") => '(a d))
(check (read-text "(a #; b c)") => '(a c))
(check (read-text "(a #;\"b)\" c)") => '(a c))
(check (read-text "(a #;#;b c d)") => '(a d))
(check (read-text "(a #;#(1 2) c)") => '(a c))
(check (read-text "(a . #;b c)") => '(a . c))
(check (read-text "(a . b #;c)") => '(a . b))
(check (read-text "(a #;b)") => '(a))
(check (read-text "#;a b") => 'b)
(check (read-text "#(1 #;2 3)") => #(1 3))
(check (read-text "'#;a b") => ''b)
(check (+ 1 #;(car '()) 2) => 3)

;; Block comments are written between #| and |#, and nest.
(check (read-text "(a #| b |# c)") => '(a c))
(check (read-text "(a #| b #| c |# d |# e)") => '(a e))
(check (read-text "(a #|||# b)") => '(a b))
(check (read-text "(a #| ; |# b)") => '(a b))
(check (read-text "(a #| \n \n |# b)") => '(a b))
(check (read-text "(a #|##||#|# b)") => '(a b))
(check (read-text "#|x|# y") => 'y)

;; A comment is invisible to the program: it acts as a delimiter.
(check (list 1 #| between |# 2) => '(1 2))
(check (list 1 ; here
             2) => '(1 2))

;; A block comment that does not end is an error of reading.
(check-error (read-text "(a #| b"))
(check-error (read-text "(a #;"))

(report-checks)
