;; R7RS section 6.6: characters. Each assertion stands below the sentence that it checks.
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

;; Characters are written using the notation #\<character> or #\<character name> or #\x<hex scalar value>. The following
;; character names must be supported by all implementations with the given values.
(check #x07 (char->integer #\alarm))
(check #x08 (char->integer #\backspace))
(check #x7F (char->integer #\delete))
(check #x1B (char->integer #\escape))
(check #x0A (char->integer #\newline))
(check #x00 (char->integer #\null))
(check #x0D (char->integer #\return))
(check #x20 (char->integer #\space))
(check #x09 (char->integer #\tab))
(check "#\\alarm" (written #\x7))
(check "#\\backspace" (written #\x8))
(check "#\\delete" (written #\x7F))
(check "#\\escape" (written #\x1B))
(check "#\\newline" (written #\xA))
(check "#\\null" (written #\x0))
(check "#\\return" (written #\xD))
(check "#\\space" (written #\ ))
(check "#\\tab" (written #\x9))

;; Case is significant in #\<character>, and in #\<character name>. If <character> in #\<character> is alphabetic, then
;; any character immediately following it must be a delimiter.
(check #f (char=? #\a #\A))
(check #\A #\x41)
(check #\x (integer->char #x78))
(check #\( (integer->char #x28))
(check '(#\a) '(#\a))
(check '(#\( #\)) '(#\( #\)))
(check '(#\; #\" #\' #\#) (list #\x3B #\x22 #\x27 #\x23))
(check #\λ #\x3BB)
(check #\x3bb #\x3BB)

;; Returns #t if obj is a character, otherwise returns #f.
(check #t (char? #\a))
(check #f (char? "a"))
(check #f (char? 'a))
(check #f (char? 97))

;; These procedures compare the values of their arguments. They return #t if the results of passing their arguments to
;; char->integer are respectively equal, monotonically increasing, monotonically decreasing, monotonically
;; non-decreasing, or monotonically non-increasing.
(check #t (char=? #\a #\a))
(check #f (char=? #\a #\b))
(check #t (char=? #\a #\a #\a #\a))
(check #f (char=? #\a #\a #\b))
(check #t (char<? #\a #\b))
(check #t (char<? #\A #\a))
(check #f (char<? #\a #\a))
(check #t (char<? #\a #\b #\c))
(check #f (char<? #\a #\c #\b))
(check #t (char<? #\z #\λ #\x1F600))
(check #t (char>? #\c #\b #\a))
(check #f (char>? #\c #\a #\b))
(check #t (char<=? #\a #\a #\b))
(check #f (char<=? #\a #\b #\a))
(check #t (char>=? #\b #\b #\a))
(check #f (char>=? #\a #\b))
(check-error (char=? #\a "a"))
(check-error (char<? 1 2))

;; These procedures are similar to char=? et cetera, but they treat upper case and lower case letters as the same.
;; Specifically, these procedures behave as if char-foldcase were applied to their arguments before they were compared.
(check #t (char-ci=? #\A #\a))
(check #t (char-ci=? #\a #\A #\a))
(check #f (char-ci=? #\a #\b))
(check #t (char-ci<? #\a #\B))
(check #t (char-ci<? #\A #\b #\C))
(check #t (char-ci>? #\C #\b #\A))
(check #t (char-ci<=? #\a #\A #\b))
(check #t (char-ci>=? #\b #\B #\a))
(check #t (char-ci=? #\Σ #\σ #\ς))
(check #t (char-ci=? #\Λ #\λ))
(check-error (char-ci=? #\a 'a))

;; These procedures return #t if their arguments are alphabetic, numeric, whitespace, upper case, or lower case
;; characters, respectively, otherwise they return #f. Specifically, they must return #t when applied to characters with
;; the Unicode properties Alphabetic, Numeric_Type=Decimal, White_Space, Uppercase, and Lowercase respectively.
(check '(#t #t #t #t #t) (map char-alphabetic? (list #\a #\Z #\λ #\x5D0 #\x4E2D)))
(check '(#f #f #f #f) (map char-alphabetic? (list #\1 #\space #\- #\x300)))
(check '(#t #t #t #t) (map char-numeric? (list #\0 #\9 #\x660 #\x966)))
(check '(#f #f #f #f) (map char-numeric? (list #\a #\xBD #\x2160 #\x4E00)))
(check '(#t #t #t #t #t #t) (map char-whitespace? (list #\space #\tab #\newline #\return #\xA0 #\x3000)))
(check '(#f #f #f) (map char-whitespace? (list #\a #\_ #\x200B)))
(check '(#t #t #t) (map char-upper-case? (list #\A #\Λ #\x24B6)))
(check '(#f #f #f) (map char-upper-case? (list #\a #\1 #\x1C5)))
(check '(#t #t #t #t) (map char-lower-case? (list #\a #\λ #\xAA #\x24D0)))
(check '(#f #f #f) (map char-lower-case? (list #\A #\1 #\x1C5)))

;; Note that many Unicode characters are alphabetic but neither upper nor lower case.
(check '(#t #f #f) (list (char-alphabetic? #\x5D0) (char-upper-case? #\x5D0) (char-lower-case? #\x5D0)))

;; This procedure returns the numeric value (0 to 9) of its argument if it is a numeric digit (that is, if char-numeric?
;; returns #t), or #f on any other character.
(check 3 (digit-value #\3))
(check 4 (digit-value #\x0664))
(check 0 (digit-value #\x0AE6))
(check #f (digit-value #\x0EA6))
(check #f (digit-value #\a))
(check #f (digit-value #\xBD))

;; Given a Unicode character, char->integer returns an exact integer between 0 and #xD7FF or between #xE000 and
;; #x10FFFF which is equal to the Unicode scalar value of that character. Given an exact integer that is the value
;; returned by a character when char->integer is applied to it, integer->char returns that character.
(check 97 (char->integer #\a))
(check #x3BB (char->integer #\λ))
(check #x10FFFF (char->integer #\x10FFFF))
(check #\a (integer->char 97))
(check '() (let loop ((code 0) (wrong '()))
             (cond ((> code #x10FFFF) wrong)
                   ((<= #xD800 code #xDFFF) (loop #xE000 wrong))
                   ((= code (char->integer (integer->char code))) (loop (+ code 257) wrong))
                   (else (loop (+ code 257) (cons code wrong))))))
(check-error (char->integer 97))
(check-error (integer->char #\a))
(check-error (integer->char 'a))

;; The char-upcase procedure, given an argument that is the lowercase part of a Unicode casing pair, returns the
;; uppercase member of the pair. Note that language-sensitive casing pairs are not used. If the argument is not the
;; lowercase member of such a pair, it is returned.
(check #\I (char-upcase #\i))
(check #\A (char-upcase #\A))
(check #\1 (char-upcase #\1))
(check #\Λ (char-upcase #\λ))
(check #\ß (char-upcase #\ß))
(check #\Σ (char-upcase #\ς))
(check #\x178 (char-upcase #\xFF))

;; The char-downcase procedure, given an argument that is the uppercase part of a Unicode casing pair, returns the
;; lowercase member of the pair.
(check #\i (char-downcase #\I))
(check #\a (char-downcase #\a))
(check #\σ (char-downcase #\Σ))
(check #\ß (char-downcase #\x1E9E))

;; The char-foldcase procedure applies the Unicode simple case-folding algorithm to its argument and returns the result.
(check #\i (char-foldcase #\I))
(check #\σ (char-foldcase #\ς))
(check #\σ (char-foldcase #\Σ))
(check #\s (char-foldcase #\x17F))
(check #\k (char-foldcase #\x212A))
(check #\ß (char-foldcase #\ß))
(check #\x13A0 (char-foldcase #\xAB70))
(check-error (char-foldcase "a"))

(write passed)
(display " assertions hold")
(newline)
