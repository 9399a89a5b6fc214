;; R7RS section 6.7: strings. Each assertion stands below the sentence that it checks.
(import (scheme base) (scheme char) (scheme write))

(define passed 0)

(define-syntax check
  (syntax-rules ()
    ((_ expected expression)
     (let ((value expression))
       (if (equal? value expected)
           (set! passed (+ passed 1))
           (begin
             (display "FAILED ")
             (write (quote expression))
             (display " gave ")
             (write value)
             (newline)))))))

(define (refused? thunk)
  (call-with-current-continuation
   (lambda (return)
     (with-exception-handler (lambda (object) (return #t)) thunk)
     #f)))

(define-syntax check-error
  (syntax-rules ()
    ((_ expression)
     (check #t (refused? (lambda () expression))))))

(define (written object)
  (let ((port (open-output-string)))
    (write object port)
    (get-output-string port)))

;; Strings are written as sequences of characters enclosed within quotation marks ("). Within a string literal, various
;; escape sequences represent characters other than themselves.
(check '(7 8 9 10 13 34 92 124) (map char->integer (string->list "\a\b\t\n\r\"\\\|")))
(check "A" "\x41;")
(check "Ab" "\x41;b")
(check "λ" "\x3bb;")
(check 1 (string-length "\x1F600;"))
(check "\"a\\\"b\\\\c\"" (written "a\"b\\c"))
(check "\"\\a\\b\\t\\n\\r\\x0;\\x7f;\"" (written "\a\b\t\n\r\x0;\x7F;"))
(check "\"λ\"" (written "λ"))

;; \<intraline whitespace>*<line ending><intraline whitespace>* : nothing.
(check "onetwo" "one\
two")
(check "onetwo" "one\   
   two")
(check "one two" "one\
   \x20;two")
;; A line ending is one newline character.
(check 7 (string-length "one
two"))

;; The length of a string is the number of characters that it contains. The valid indexes of a string are the exact
;; non-negative integers less than the length of the string.
(check 0 (string-length ""))
(check 5 (string-length "hello"))
(check 3 (string-length "aλ\x1F600;"))
(check-error (string-length 'abc))

;; Returns #t if obj is a string, otherwise returns #f.
(check #t (string? "a"))
(check #t (string? ""))
(check #f (string? 'a))
(check #f (string? #\a))

;; The make-string procedure returns a newly allocated string of length k. If char is given, then all the characters of
;; the string are initialized to char, otherwise the contents of the string are unspecified.
(check 3 (string-length (make-string 3)))
(check "***" (make-string 3 #\*))
(check "λλ" (make-string 2 #\λ))
(check "" (make-string 0 #\a))
(check #f (eq? (make-string 1 #\a) (make-string 1 #\a)))
(check-error (make-string -1))
(check-error (make-string 1.5))
(check-error (make-string 2 "a"))

;; Returns a newly allocated string composed of the arguments. It is analogous to list.
(check "" (string))
(check "abc" (string #\a #\b #\c))
(check "aλ" (string #\a #\λ))

;; The string-ref procedure returns character k of string using zero-origin indexing.
(check #\a (string-ref "abc" 0))
(check #\c (string-ref "abc" 2))
(check #\λ (string-ref "aλ" 1))
(check-error (string-ref "abc" 3))
(check-error (string-ref "abc" -1))
(check-error (string-ref "abc" 1.))
(check-error (string-ref 'abc 1))

;; The string-set! procedure stores char in element k of string.
(let ((string (make-string 3 #\*)))
  (string-set! string 0 #\?)
  (check "?**" string)
  (string-set! string 1 #\λ)
  (check "?λ*" string)
  (string-set! string 2 #\x1F600)
  (check "?λ\x1F600;" string)
  (check-error (string-set! string 3 #\a))
  (check-error (string-set! string 0 "a"))
  (check-error (string-set! string 0 97)))
;; (define (g) "***") (string-set! (g) 0 #\?) is an error, as is (string-set! (symbol->string 'immutable) 0 #\?).
(check-error (string-set! "***" 0 #\?))
(check-error (string-set! (symbol->string 'immutable) 0 #\?))

;; Returns #t if all the strings are the same length and contain exactly the same characters in the same positions,
;; otherwise returns #f.
(check #t (string=? "" ""))
(check #t (string=? "abc" "abc"))
(check #f (string=? "abc" "abd"))
(check #f (string=? "abc" "ab"))
(check #f (string=? "abc" "ABC"))
(check #t (string=? "a" "a" "a"))
(check #f (string=? "a" "a" "b"))
(check #f (string=? "a" "b" "a"))
(check-error (string=? "a" 'a))

;; Returns #t if, after case-folding, all the strings are the same length and contain the same characters in the same
;; positions. Specifically, these procedures behave as if string-foldcase were applied to their arguments.
(check #t (string-ci=? "abc" "ABC"))
(check #t (string-ci=? "Straße" "STRASSE" "strasse"))
(check #t (string-ci=? "ΑΣ" "ας"))
(check #f (string-ci=? "abc" "abd"))

;; These procedures compare strings in an implementation-defined way, here by the characters' codes. If two strings
;; differ in length but are the same up to the length of the shorter string, the shorter string would be considered to
;; be lexicographically less than the longer string. A pair of strings satisfies exactly one of string<?, string=?, and
;; string>?.
(check #t (string<? "abc" "abd"))
(check #t (string<? "ab" "abc"))
(check #t (string<? "" "a"))
(check #f (string<? "abc" "abc"))
(check #t (string<? "Z" "a" "λ"))
(check #f (string<? "a" "c" "b"))
(check #t (string>? "c" "b" "a"))
(check #f (string>? "a" "a"))
(check #t (string<=? "a" "a" "b"))
(check #f (string<=? "a" "c" "b"))
(check #t (string>=? "b" "b" "a"))
(check #f (string>=? "a" "b"))
(check #t (string-ci<? "a" "B" "c"))
(check #t (string-ci>? "C" "b" "A"))
(check #t (string-ci<=? "a" "A" "b"))
(check #t (string-ci>=? "B" "b" "a"))
(for-each
 (lambda (left)
   (for-each
    (lambda (right)
      (define (count flag) (if flag 1 0))
      (check 1 (+ (count (string<? left right)) (count (string=? left right)) (count (string>? left right))))
      (check (string<=? left right) (not (string>? left right)))
      (check (string>=? left right) (not (string<? left right))))
    '("" "a" "b" "ab" "A" "λ" "aλ" "\x1F600;")))
 '("" "a" "b" "ab" "A" "λ" "aλ" "\x1F600;"))

;; These procedures apply the Unicode full string uppercasing, lowercasing, and case-folding algorithms to their
;; arguments and return the result. In certain cases, the result differs in length from the argument.
(check "ABC1" (string-upcase "abC1"))
(check "abc1" (string-downcase "ABc1"))
(check "abc" (string-foldcase "AbC"))
(check "STRASSE" (string-upcase "Straße"))
(check "straße" (string-downcase "STRAßE"))
(check "strasse" (string-foldcase "Straße"))
(check "FI" (string-upcase "ﬁ"))
(check "ΓΛΏΣΣΑ" (string-upcase "γλώσσα"))
(check "γλώσσα" (string-downcase "ΓΛΏΣΣΑ"))
(check "μέλοσ" (string-foldcase "ΜΈΛΟΣ"))
(check "" (string-upcase ""))
(check 2 (string-length (string-downcase "\x130;")))
(check-error (string-upcase 'abc))

;; The substring procedure returns a newly allocated string formed from the characters of string beginning with index
;; start and ending with index end.
(check "ell" (substring "hello" 1 4))
(check "" (substring "hello" 2 2))
(check "hello" (substring "hello" 0 5))
(check "λ" (substring "aλb" 1 2))
(check-error (substring "hello" 3 2))
(check-error (substring "hello" 0 6))
(check-error (substring "hello" -1 2))

;; Returns a newly allocated string whose characters are the concatenation of the characters in the given strings.
(check "" (string-append))
(check "abc" (string-append "abc"))
(check "abcdef" (string-append "abc" "" "def"))
(check "aλb" (string-append "a" "λ" "b"))
(let ((string (string-copy "abc")))
  (check #f (eq? string (string-append string))))
(check-error (string-append "a" #\b))

;; The string->list procedure returns a newly allocated list of the characters of string between start and end.
;; list->string returns a newly allocated string formed from the elements in the list list. In both procedures, order is
;; preserved. string->list and list->string are inverses so far as equal? is concerned.
(check '(#\a #\b #\c) (string->list "abc"))
(check '(#\b #\c) (string->list "abc" 1))
(check '(#\b) (string->list "abc" 1 2))
(check '() (string->list "abc" 3))
(check "abc" (list->string '(#\a #\b #\c)))
(check "" (list->string '()))
(check "aλ" (list->string (string->list "aλ")))
(check-error (string->list "abc" 4))
(check-error (string->list "abc" 2 1))
(check-error (list->string '(#\a b)))
(check-error (list->string '(#\a . #\b)))

;; Returns a newly allocated copy of the part of the given string between start and end.
(check "abc" (string-copy "abc"))
(check "bc" (string-copy "abc" 1))
(check "b" (string-copy "abc" 1 2))
(let ((copy (string-copy "abc")))
  (string-set! copy 0 #\x)
  (check "xbc" copy))
(check-error (string-copy "abc" 0 4))

;; Copies the characters of string from between start and end to string to, starting at at. The order in which
;; characters are copied is unspecified, except that if the source and destination overlap, copying takes place as if
;; the source is first copied into a temporary string and then into the destination.
(define (copied at from . range)
  (let ((to (string-copy "12345")))
    (apply string-copy! to at from range)
    to))
(check "a-cde" (let ((to (string-copy "abcde"))) (string-copy! to 1 "-" 0 1) to))
(check "1ab45" (copied 1 "ab"))
(check "1bc45" (copied 1 "abc" 1))
(check "1b345" (copied 1 "abc" 1 2))
(check "12345" (copied 5 ""))
(check "12λ45" (copied 2 "λ"))
(check "11234" (let ((string (string-copy "12345"))) (string-copy! string 1 string 0 4) string))
(check "23455" (let ((string (string-copy "12345"))) (string-copy! string 0 string 1 5) string))
;; It is an error if at is less than zero or greater than the length of to. It is also an error if
;; (- (string-length to) at) is less than (- end start).
(check-error (copied 6 ""))
(check-error (copied -1 "a"))
(check-error (copied 4 "ab"))
(check-error (copied 0 "abc" 2 1))
(check-error (copied 0 "abc" 0 4))

;; The string-fill! procedure stores fill in the elements of string between start and end. It is an error if fill is not
;; a character.
(define (filled . arguments)
  (let ((string (string-copy "abcde")))
    (apply string-fill! string arguments)
    string))
(check "xxxxx" (filled #\x))
(check "abxxx" (filled #\x 2))
(check "abxxe" (filled #\x 2 4))
(check "abcde" (filled #\x 5))
(check "λbcde" (filled #\λ 0 1))
(check-error (filled "x"))
(check-error (filled #\x 6))
(check-error (filled #\x 3 2))

;; R7RS 6.8: vectors and strings.
(check #(#\A #\B #\C) (string->vector "ABC"))
(check #(#\B #\C) (string->vector "ABC" 1))
(check "123" (vector->string #(#\1 #\2 #\3)))
(check "23" (vector->string #(#\1 #\2 #\3) 1))
(check "2" (vector->string #(#\1 #\2 #\3) 1 2))
(check-error (vector->string #(1 2)))

;; R7RS 6.9: bytes and strings.
(check #u8(65 206 187) (string->utf8 "Aλ"))
(check "Aλ" (utf8->string (bytevector 65 206 187)))
(check "A" (utf8->string (bytevector 64 65 66) 1 2))
(check #u8(98) (string->utf8 "abc" 1 2))

;; R7RS 6.10: string-map and string-for-each. The string-map procedure applies proc element-wise to the elements of the
;; strings and returns a string of the results, in order. If more than one string is given and not all strings have the
;; same length, string-map terminates when the shortest string runs out.
(check "abdegh" (string-map char-foldcase "AbdEgH"))
(check "IBM" (string-map (lambda (c) (integer->char (+ 1 (char->integer c)))) "HAL"))
(check "StUdLyCaPs"
       (string-map (lambda (c k) ((if (eqv? k #\u) char-upcase char-downcase) c)) "studlycaps xxx" "ululululul"))
(check "" (string-map char-upcase ""))
(check "λ" (string-map (lambda (a b) b) "abc" "λ"))
(check-error (string-map (lambda (c) 1) "abc"))
(check '(101 100 99 98 97)
       (let ((codes '()))
         (string-for-each (lambda (c) (set! codes (cons (char->integer c) codes))) "abcde")
         codes))
(check '((#\b . #\y) (#\a . #\x))
       (let ((pairs '()))
         (string-for-each (lambda (a b) (set! pairs (cons (cons a b) pairs))) "abc" "xy")
         pairs))

(write passed)
(display " assertions hold")
(newline)
