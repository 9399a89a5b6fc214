;; Properties of characters over all of Unicode: R7RS 6.6, MIT reference manual 5.
(define (show . xs)
  (for-each (lambda (x) (write x) (display " ")) xs)
  (newline))

(define samples
  (map integer->char
       '(#x00 #x09 #x20 #x30 #x41 #x61 #x7F #x85 #xA0 #xAA #xAD #xB2 #xBD #xDF #x130 #x131 #x149 #x1C5 #x2B0 #x300 #x345
         #x378 #x3A3 #x3C2 #x3C3 #x5D0 #x660 #x966 #xE2A #x1E9E #x1F80 #x1F88 #x2028 #x2029 #x203F #x2160 #x2170 #x24B6
         #x3007 #x4E2D #xA640 #xAC00 #xFB00 #xFEFF #xFF10 #xFFFD #x10400 #x1D7D8 #x1F600 #xE0001 #x10FFFF)))

(for-each
 (lambda (char)
   (show (char->integer char) (char-general-category char) (digit-value char)
         (map (lambda (property) (if (property char) 1 0))
              (list char-alphabetic? char-numeric? char-whitespace? char-upper-case? char-lower-case? char-title-case?
                    char-alphanumeric? char-cased? char-graphic? char-printing? char-standard? char-ctl? char-wsp?
                    char-newline? char-ascii? char-8-bit? char-changes-when-upper-cased? char-changes-when-lower-cased?
                    char-changes-when-title-cased? char-changes-when-case-folded? unicode-char?))
         (map char->integer
              (list (char-upcase char) (char-downcase char) (char-titlecase char) (char-foldcase char)))))
 samples)

;; Digits of any script have values; char->digit takes letters too.
(show (map char->digit (string->list "07\x661;\xFF15;aZ")))
(show (map (lambda (char) (char->digit char 36)) (string->list "07\x661;\xFF15;aZ-")))
(show (map (lambda (weight) (digit->char weight 36)) '(0 9 10 35)))

;; Comparisons take two characters or more; the ones that ignore case fold.
(show (char=? #\a #\a #\a) (char<? #\a #\b #\b) (char<=? #\a #\b #\b) (char>? #\c #\b #\a) (char>=? #\c #\c #\d))
(show (char-ci=? #\a #\A #\a) (char-ci<? #\a #\B #\c) (char-ci=? #\x3C2 #\x3A3 #\x3C3) (char-ci=? #\xDF #\x1E9E))
(show (char-ci=? #\x130 #\i) (char-ci=? #\x131 #\i))
