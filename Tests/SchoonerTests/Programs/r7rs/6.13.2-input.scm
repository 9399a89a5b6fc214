;; R7RS 6.13.2: input
(import (scheme base) (scheme read) (scheme write))
(include "checking.scm")

(define (input text) (open-input-string text))
(define (bytes . bs) (open-input-bytevector (apply bytevector bs)))

;; read parses external representations; one after the other, then an end-of-file object.
(check (let* ((p (input "(a b) 12 \"s\" #\\x")) (a (read p)) (b (read p)) (c (read p)) (d (read p))) (list a b c d (eof-object? (read p))))
       => '((a b) 12 "s" #\x #t))
(check (eof-object? (read (input ""))) => #t)
(check (eof-object? (read (input "  ; comment\n"))) => #t)
(check (read (input "(quote a)")) => ''a)
(check (parameterize ((current-input-port (input "x y"))) (read)) => 'x)
;; The port stands after the datum.
(check (let ((p (input "(a)b"))) (read p) (read-char p)) => #\b)
(check (let ((p (input "\"a\"rest"))) (read p) (read-line p)) => "rest")
;; An end of file in the middle of a datum is an error that satisfies read-error?.
(check-true (guard (e ((read-error? e) #t)) (read (input "(1 2"))))
(check-error (read (bytes 1)))

;; read-char: the next character, or an end-of-file object.
(check (let* ((p (input "ab")) (a (read-char p)) (b (read-char p))) (list a b (eof-object? (read-char p)))) => '(#\a #\b #t))
(check (read-char (input "\x3bb;")) => #\x3bb)
(check (parameterize ((current-input-port (input "q"))) (read-char)) => #\q)
(check-error (read-char (bytes 1)))
(check-error (read-char 5))
(check-error (read-char (open-output-string)))

;; peek-char: the same without moving the port.
(check (let* ((p (input "ab")) (a (peek-char p)) (b (peek-char p)) (c (read-char p)) (d (peek-char p))) (list a b c d)) => '(#\a #\a #\a #\b))
(check (eof-object? (peek-char (input ""))) => #t)
(check (let ((p (input ""))) (peek-char p) (eof-object? (read-char p))) => #t)
(check (parameterize ((current-input-port (input "q"))) (peek-char)) => #\q)
(check-error (peek-char (bytes 1)))

;; read-line: up to a line ending, which is taken but not returned; or to the end of file if there are characters.
(check (read-line (input "abc\ndef")) => "abc")
(check (let ((p (input "abc\ndef"))) (read-line p) (read-line p)) => "def")
(check (let ((p (input "abc\n"))) (read-line p) (eof-object? (read-line p))) => #t)
(check (read-line (input "\nabc")) => "")
(check (eof-object? (read-line (input ""))) => #t)
(check (let ((p (input "a\n\nb"))) (let* ((a (read-line p)) (b (read-line p)) (c (read-line p))) (list a b c))) => '("a" "" "b"))
(check-error (read-line 5))

;; eof-object? and eof-object
(check (eof-object? (eof-object)) => #t)
(check (eof-object? (read-char (input ""))) => #t)
(check (eof-object? 'eof) => #f)
(check (eof-object? '()) => #f)
(check (eqv? (eof-object) (eof-object)) => #t)

;; char-ready?: #t if a character is ready; at the end of file #t.
(check (char-ready? (input "a")) => #t)
(check (char-ready? (input "")) => #t)
(check-error (char-ready? 5))

;; read-string: the next k characters, or as many as there are; at the end of file an end-of-file object.
(check (read-string 3 (input "abcdef")) => "abc")
(check (read-string 10 (input "abc")) => "abc")
(check (let ((p (input "abcdef"))) (read-string 4 p) (read-string 4 p)) => "ef")
(check (eof-object? (read-string 3 (input ""))) => #t)
(check (read-string 0 (input "abc")) => "")
(check (read-string 2 (input "\x3bb;\x1f600;x")) => "\x3bb;\x1f600;")
(check (parameterize ((current-input-port (input "abc"))) (read-string 2)) => "ab")
(check-error (read-string -1 (input "abc")))
(check-error (read-string 'a (input "abc")))
(check-error (read-string 2 (bytes 1 2)))

;; read-u8, peek-u8, u8-ready?
(check (let* ((p (bytes 1 255)) (a (read-u8 p)) (b (read-u8 p))) (list a b (eof-object? (read-u8 p)))) => '(1 255 #t))
(check (let* ((p (bytes 1 2)) (a (peek-u8 p)) (b (peek-u8 p)) (c (read-u8 p)) (d (peek-u8 p))) (list a b c d)) => '(1 1 1 2))
(check (eof-object? (peek-u8 (bytes))) => #t)
(check (u8-ready? (bytes 1)) => #t)
(check (u8-ready? (bytes)) => #t)
(check-error (read-u8 (input "a")))
(check-error (peek-u8 (input "a")))
(check-error (read-u8 'a))
(check-error (u8-ready? (input "a")))

;; read-bytevector: the next k bytes, or as many as there are.
(check (read-bytevector 2 (bytes 1 2 3)) => #u8(1 2))
(check (read-bytevector 10 (bytes 1 2 3)) => #u8(1 2 3))
(check (eof-object? (read-bytevector 3 (bytes))) => #t)
(check (read-bytevector 0 (bytes 1)) => #u8())
(check (let ((p (bytes 1 2 3))) (read-bytevector 2 p) (read-bytevector 2 p)) => #u8(3))
(check-error (read-bytevector -1 (bytes 1)))
(check-error (read-bytevector 1 (input "a")))

;; read-bytevector! fills from start to end, and returns the number of bytes, or an end-of-file object.
(check (let* ((v (make-bytevector 5 0)) (n (read-bytevector! v (bytes 1 2 3)))) (list n v)) => '(3 #u8(1 2 3 0 0)))
(check (let* ((v (make-bytevector 5 0)) (n (read-bytevector! v (bytes 1 2 3 4 5 6)))) (list n v)) => '(5 #u8(1 2 3 4 5)))
(check (let* ((v (make-bytevector 5 0)) (n (read-bytevector! v (bytes 1 2 3 4 5 6) 2))) (list n v)) => '(3 #u8(0 0 1 2 3)))
(check (let* ((v (make-bytevector 5 0)) (n (read-bytevector! v (bytes 1 2 3 4 5 6) 1 3))) (list n v)) => '(2 #u8(0 1 2 0 0)))
(check (eof-object? (read-bytevector! (make-bytevector 2) (bytes))) => #t)
(check-error (read-bytevector! (make-bytevector 2) (bytes 1) 3))
(check-error (read-bytevector! "a" (bytes 1)))

(report-checks)
