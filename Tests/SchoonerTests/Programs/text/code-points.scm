;; Strings are sequences of code points: R7RS 6.6, 6.7.
(define (show . xs)
  (for-each (lambda (x) (write x) (display " ")) xs)
  (newline))

;; The same length and the same characters in the same positions, whatever Unicode holds equivalent.
(show (string=? "\xE9;" "e\x301;") (equal? "\xE9;" "e\x301;") (string-ci=? "\xC9;" "e\x301;") (string<? "e\x301;" "\xE9;"))
(show (string=? (string->nfc "e\x301;") "\xE9;") (string-prefix? "e" "e\x301;") (string-suffix? "\x301;" "e\x301;"))
(show (eq? (string->symbol "\xE9;") (string->symbol "e\x301;"))
      (string-length (symbol->string (string->symbol "e\x301;"))))

;; What makes strings makes them mutable.
(for-each
 (lambda (string)
   (string-set! string 0 #\z)
   (show string))
 (list (string #\a #\b) (list->string '(#\a #\b)) (number->string 12) (string-append "a" "b") (substring "abc" 0 2)
       (string-copy "ab") (make-string 2 #\a) (vector->string #(#\a #\b)) (string-map char-upcase "ab")
       (string-upcase "ab") (utf8->string (bytevector 97 98)) (string-pad-left "ab" 3)
       (call-with-output-string (lambda (port) (write 'ab port)))
       (read-line (open-input-string "ab")) (read-string 2 (open-input-string "ab"))))

;; Surrogates are no characters.
(define (refused? thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler (lambda (e) (k (condition/report-string e))) thunk))))
(show (refused? (lambda () (integer->char #xD800))) (refused? (lambda () (integer->char #xDFFF)))
      (refused? (lambda () (integer->char #x110000))) (refused? (lambda () (integer->char -1))))
(show (integer->char #xD7FF) (integer->char #xE000) (integer->char #x10FFFF))
