;; R7RS 2 and 7.1.1, Lexical conventions: the sentences of the report beside their checks.
(import (scheme base) (scheme char) (scheme read) (scheme write))

(define passed 0)
(define-syntax check
  (syntax-rules ()
    ((_ expected expression)
     (let ((value expression) (wanted expected))
       (if (equal? value wanted)
           (set! passed (+ passed 1))
           (begin (write 'expression) (display " gives ") (write value) (display ", not ") (write wanted) (newline)))))))
(define (from text) (read (open-input-string text)))
(define (all-from text)
  (let ((port (open-input-string text)))
    (let loop ((data '()))
      (let ((datum (read port)))
        (if (eof-object? datum) (reverse data) (loop (cons datum data)))))))
(define (fails? text)
  (call-with-current-continuation
   (lambda (k) (with-exception-handler (lambda (e) (k (read-error? e))) (lambda () (from text) #f)))))

;;; 2.1 Identifiers
;; The report's own examples.
(check '("..." "+" "+soup+" "<=?" "->string" "a34kTMNs" "lambda" "list->vector" "q" "V17a" "the-word-recursion-has-many-meanings")
       (map symbol->string (all-from "... + +soup+ <=? ->string a34kTMNs lambda list->vector q V17a the-word-recursion-has-many-meanings")))
;; "Any sequence of … characters within vertical lines": "|foo bar| and foo\x20;bar" are the same
(check "two words" (symbol->string '|two words|))
(check #t (eq? '|two words| '|two\x20;words|))
(check #t (eq? 'Hello '|H\x65;llo|))
(check "\x3bb;" (symbol->string '|\x3BB;|))
(check "\t\t" (symbol->string '|\x9;\x9;|))
(check "\t\t" (symbol->string '|\t\t|))
(check "a|b\\c\"d" (symbol->string (from "|a\\|b\\\\c\"d|")))
(check "" (symbol->string '||))
;; "upper and lower case forms of a letter are always distinguished"
(check '(#f "Abc") (list (eq? 'abc 'ABC) (symbol->string 'Abc)))
;; The extended alphabetic characters, and the peculiar identifiers of 7.1.1.
(check '("!" "$" "%" "&" "*" "+" "-" "/" ":" "<" "=" ">" "?" "@" "^" "_" "~") (map symbol->string (all-from "! $ % & * + - / : < = > ? @ ^ _ ~")))
(check '("+" "-" "..." "+." "-." "+@" "-+" "+..a" ".a" ".." "..a" ".+" "->" "-a" "+-" "--") (map (lambda (s) (if (symbol? (from s)) (symbol->string (from s)) s)) '("+" "-" "..." "+." "-." "+@" "-+" "+..a" ".a" ".." "..a" ".+" "->" "-a" "+-" "--")))
(check #t (symbol? (from "a.b")))
;; "#!fold-case … affects the reading of subsequent data from the same port"
(check '(Abc abc |abc| Abc) (all-from "Abc #!fold-case ABC Abc #!no-fold-case Abc"))
(check '((a B) C) (all-from "(#!fold-case A #!no-fold-case B) C"))
(check '(Abc) (all-from "Abc"))

;;; 2.2 Whitespace and comments
(check '(a b c d e) (all-from "a\tb\nc\r\nd\x0c;e"))
(check '(a b) (all-from "a ; a comment ( \" |\nb"))
(check '(a b) (all-from "a #| a \n block #| nested |# ; |# b"))
(check '(a b) (all-from "a #||# b"))
(check '(a b) (all-from "a #|||# b"))
(check '((a c)) (all-from "(a #;b c)"))
(check '((a c)) (all-from "(a #;(b \"x\" #(1)) c)"))
(check '((a c)) (all-from "(a #; ; comment\n b c)"))
(check '((a d)) (all-from "(a #;#;b c d)"))
(check '((a) #(1) (b . c) (d . e) (quote f)) (all-from "(a #;b) #(1 #;2) (b . #;x c) (d . e #;x) '#;x f"))
(check '() (all-from "#;a #|b|# ;c"))
(check '(()) (all-from "(#;a)"))

;;; 2.3 Other notations
(check '((quote a) (quasiquote (b (unquote c) (unquote-splicing d)))) (all-from "'a `(b ,c ,@d)"))
(check '((quote (quote a)) (quote ())) (all-from "''a ' ( )"))
(check '(a "" b (c) |d| e) (all-from "a\"\"b(c)|d| e"))
(check '(#t #f #t #f) (all-from "#t #f #true #false"))
(check '(#t #f #t #f) (all-from "#T #F #TRUE #False"))

;;; 2.4 Datum labels
(define x (from "#0=(a b . #0#)"))
(check '(a b #t) (list (car x) (cadr x) (eq? x (cddr x))))
(define x (from "(#0=(1) #0# #1=#(2) #1# . #0#)"))
(check '(#t #t #t) (list (eq? (car x) (cadr x)) (eq? (list-ref x 2) (list-ref x 3)) (eq? (car x) (list-tail x 4))))
(define x (from "#10=#(#10# #11=(#10# . #11#))"))
(check '(#t #t #t) (list (eq? x (vector-ref x 0)) (eq? x (car (vector-ref x 1))) (eq? (vector-ref x 1) (cdr (vector-ref x 1)))))
(check '("s" "s" 5 5 b b) (from "(#0=\"s\" #0# #1=5 #1# #2=b #2#)"))
(define x '#3=(p . #3#))
(check #t (eq? x (cdr x)))
(check #t (fails? "#5#"))
;; "the scope of a label is the outermost datum in which it appears"
(check '((a a) (b b)) (all-from "(#0=a #0#) (#0=b #0#)"))

;;; 6.6 and 7.1.1 Characters
(check '(7 8 127 27 10 0 13 32 9) (map char->integer (all-from "#\\alarm #\\backspace #\\delete #\\escape #\\newline #\\null #\\return #\\space #\\tab")))
(check '(#x41 #x3bb #x1F600 120 0) (map char->integer (all-from "#\\x41 #\\x3BB #\\x1f600 #\\x #\\x0")))
(check '(40 41 32 59 34 35 92 124 39) (map char->integer (all-from "#\\( #\\) #\\  #\\; #\\\" #\\# #\\\\ #\\| #\\'")))
(check '((97) (98 40)) (list (map char->integer (from "(#\\a)")) (map char->integer (from "(#\\b #\\()"))))
(check #t (fails? "#\\nosuchname"))
(check #\x3bb (from "#\\\x3bb;"))

;;; 6.7 and 7.1.1 Strings
(check "\a\b\t\n\r\"\\|" (from "\"\\a\\b\\t\\n\\r\\\"\\\\\\|\""))
(check '(7 8 9 10 13 34 92) (map char->integer (string->list (from "\"\\a\\b\\t\\n\\r\\\"\\\\\""))))
(check "A\x3bb;z" (from "\"\\x41;\\x3BB;z\""))
(check "Here's text containing just one line" (from "\"Here's text \\\n    containing just one line\""))
(check "one line" (from "\"one \\  \t\n \t line\""))
(check "two\nlines" (from "\"two\nlines\""))
(check "" (from "\"\\\n\""))
(check '(#t #t #t) (map fails? '("\"\\x41\"" "\"\\xzz;\"" "\"open")))

;;; 6.2.5 and 7.1.1 Numbers, briefly
(check '(1 -1 1 255 255 5 8 10 10 1/2 -3/4) (all-from "1 -1 +1 #xff #XFF #b101 #o10 #d10 #D10 1/2 -3/4"))
(check '(1.5 0.5 -0.25 5.0 1000.0 0.001 100.0 1e21) (all-from "1.5 .5 -.25 5. 1e3 1e-3 1E2 1e21"))
(check '(3/2 1 255 1/2) (all-from "#e1.5 #e1. #e#xff #x#e1/2"))
(check '(0.5 15.0) (all-from "#i1/2 #i#xf"))
(check '(#t #t #t) (map number? (all-from "+inf.0 -inf.0 +nan.0")))

;;; 6.3 to 6.9: lists, vectors, bytevectors
(check '((1 . 2) (1 2 . 3) (1 2 3) (1 2)) (all-from "(1 . 2) (1 2 . 3) (1 . (2 3)) (1 . (2 . ()))"))
(check (list (vector) (vector 1 '(2 . 3) "four") (vector (vector))) (all-from "#() #(1 (2 . 3) \"four\") #(#())"))
(check (list (bytevector) (bytevector 0 10 255 16)) (all-from "#u8() #u8(0 10 255 #x10)"))
(check '(#t #t #t #t #t #t #t #t) (map fails? '(")" "( . 1)" "(1 . )" "(1 . 2 3)" "#(1 . 2)" "#u8(256)" "#u8(a)" "#u8(-1)")))
(check '(#t #t #t #t #t #t #t) (map fails? '("(" "(1" "(1 ." "#(" "#u8(" "'" "#;")))

;;; Depth costs no native stack.
(define (repeat n text) (let ((port (open-output-string))) (do ((i 0 (+ i 1))) ((= i n)) (write-string text port)) (get-output-string port)))
(define (depth x) (let loop ((x x) (n 0)) (if (pair? x) (loop (car x) (+ n 1)) n)))
(define deep (from (string-append (repeat 20000 "(") (repeat 20000 ")"))))
(check 19999 (depth deep))
(check 40000 (let ((port (open-output-string))) (write deep port) (string-length (get-output-string port))))
(check #t (equal? deep (from (string-append (repeat 20000 "(") (repeat 20000 ")")))))
(check 'end (from (string-append (repeat 20000 "#|") (repeat 20000 "|#") "end")))
(check 'end (from (string-append (repeat 20000 "#;") (repeat 20000 "x ") "end")))
(display passed) (display " checks hold") (newline)
