;; Case of strings by Unicode's full mappings: R7RS 6.7.
(define (codes string)
  (map char->integer (string->list string)))

(define (show . xs)
  (for-each (lambda (x) (write x) (display " ")) xs)
  (newline))

(define samples
  '("" "Hello World" "straße" "STRASSE" "ﬁnd ﬂat ﬀ ﬃ" "ŉ ǰ ΐ ΰ և" "ΑΣ ΑΣΑ Σ ὈΔΥΣΣΕΎΣ" "ǆ ǅ Ǆ" "ᾳ ᾼ ῼ" "İı" "Ꭰ ꭰ"
    "𐐀𐐨" "ẞ" "K Å Ω" "1a-b_c's 3rd" "DON'T STOP" "ς"))

(for-each
 (lambda (string)
   (show (string-upcase string) (string-downcase string) (string-foldcase string))
   (show (codes (string-upcase string)) (codes (string-downcase string)) (codes (string-foldcase string))))
 samples)

(show (map string-upper-case? '("ABC" "ABC1" "AbC" "123" "" "ß" "É")))
(show (map string-lower-case? '("abc" "abc1" "AbC" "123" "" "ß" "É")))
(show (map string-titlecase '("hello world" "HELLO wORLD foo-bar don't 3rd" "ǆ ﬁ straße" "o'neill a.b. x_y")))

;; Comparisons that ignore case compare full foldings.
(show (string-ci=? "Straße" "STRASSE" "strasse") (string-ci=? "ΑΣ" "ας") (string-ci=? "ﬁ" "FI") (string-ci=? "ı" "i"))
(show (string-ci<? "a" "B" "c") (string-ci>? "c" "B" "a") (string-ci<=? "A" "a" "b") (string-ci>=? "b" "B" "a"))
(show (string-prefix-ci? "SS" "ßa") (string-suffix-ci? "SS" "aß") (string-prefix-ci? "x" "ßa"))
