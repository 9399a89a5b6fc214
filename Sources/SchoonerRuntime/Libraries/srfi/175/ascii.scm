;;;; A "char" in what follows is a character or an exact integer, its code.

(define (code-of char name)
  (cond ((char? char) (char->integer char))
        ((exact-integer? char) char)
        (else (error:wrong-type-argument char 0 name))))

(define (ascii-codepoint? object)
  (and (exact-integer? object) (<= 0 object 127)))

(define (ascii-char? object)
  (and (char? object) (< (char->integer object) 128)))

(define (ascii-bytevector? object)
  (and (bytevector? object)
       (let loop ((index (- (bytevector-length object) 1)))
         (or (< index 0)
             (and (< (bytevector-u8-ref object index) 128)
                  (loop (- index 1)))))))

(define (ascii-string? object)
  (and (string? object)
       (let loop ((index (- (string-length object) 1)))
         (or (< index 0)
             (and (ascii-char? (string-ref object index))
                  (loop (- index 1)))))))

;;; Classes

(define-syntax define-class
  (syntax-rules ()
    ((_ (name code) test)
     (define (name char)
       (let ((code (code-of char 'name)))
         test)))))

(define-class (ascii-control? code) (or (<= 0 code 31) (= code 127)))
(define-class (ascii-non-control? code) (<= 32 code 126))
(define-class (ascii-whitespace? code) (or (<= 9 code 13) (= code 32)))
(define-class (ascii-space-or-tab? code) (or (= code 9) (= code 32)))
(define-class (ascii-other-graphic? code)
  (or (<= 33 code 47) (<= 58 code 64) (<= 91 code 96) (<= 123 code 126)))
(define-class (ascii-upper-case? code) (<= 65 code 90))
(define-class (ascii-lower-case? code) (<= 97 code 122))
(define-class (ascii-alphabetic? code) (or (<= 65 code 90) (<= 97 code 122)))
(define-class (ascii-numeric? code) (<= 48 code 57))
(define-class (ascii-alphanumeric? code) (or (<= 48 code 57) (<= 65 code 90) (<= 97 code 122)))

;;; Digits and letters as numbers, and back

(define (ascii-digit-value char limit)
  (let ((value (- (code-of char 'ascii-digit-value) 48)))
    (and (<= 0 value 9) (< value limit) value)))

(define (letter-value code first offset limit)
  (let ((value (- code first)))
    (and (<= 0 value 25) (< value limit) (+ offset value))))

(define (ascii-upper-case-value char offset limit)
  (letter-value (code-of char 'ascii-upper-case-value) 65 offset limit))

(define (ascii-lower-case-value char offset limit)
  (letter-value (code-of char 'ascii-lower-case-value) 97 offset limit))

(define (ascii-nth-digit n)
  (and (<= 0 n 9) (integer->char (+ 48 n))))

(define (ascii-nth-upper-case n)
  (integer->char (+ 65 (floor-remainder n 26))))

(define (ascii-nth-lower-case n)
  (integer->char (+ 97 (floor-remainder n 26))))

;;; Conversions: of characters to characters, of codes to codes

(define (like char code)
  (if (char? char) (integer->char code) code))

(define (upcase code) (if (<= 97 code 122) (- code 32) code))
(define (downcase code) (if (<= 65 code 90) (+ code 32) code))

(define (ascii-upcase char)
  (like char (upcase (code-of char 'ascii-upcase))))

(define (ascii-downcase char)
  (like char (downcase (code-of char 'ascii-downcase))))

(define (ascii-control->graphic char)
  (let ((code (code-of char 'ascii-control->graphic)))
    (cond ((<= 0 code 31) (like char (+ code 64)))
          ((= code 127) (like char 63))
          (else #f))))

(define (ascii-graphic->control char)
  (let ((code (code-of char 'ascii-graphic->control)))
    (cond ((<= 64 code 95) (like char (- code 64)))
          ((= code 63) (like char 127))
          (else #f))))

(define (ascii-mirror-bracket char)
  (let ((pair (assv (code-of char 'ascii-mirror-bracket)
                    '((40 . 41) (41 . 40) (60 . 62) (62 . 60) (91 . 93) (93 . 91) (123 . 125) (125 . 123)))))
    (and pair (like char (cdr pair)))))

;;; Comparison without regard to case

;; Negative, zero or positive.
(define (compare-ci a b name)
  (- (downcase (code-of a name)) (downcase (code-of b name))))

(define (compare-strings-ci a b name)
  (if (not (string? a)) (error:wrong-type-argument a 0 name))
  (if (not (string? b)) (error:wrong-type-argument b 1 name))
  (let ((end-a (string-length a))
        (end-b (string-length b)))
    (let loop ((index 0))
      (cond ((and (= index end-a) (= index end-b)) 0)
            ((= index end-a) -1)
            ((= index end-b) 1)
            (else
             (let ((order (compare-ci (string-ref a index) (string-ref b index) name)))
               (if (= order 0)
                   (loop (+ index 1))
                   order)))))))

(define-syntax define-comparison
  (syntax-rules ()
    ((_ name string-name holds?)
     (begin
       (define (name a b) (holds? (compare-ci a b 'name) 0))
       (define (string-name a b) (holds? (compare-strings-ci a b 'string-name) 0))))))

(define-comparison ascii-ci=? ascii-string-ci=? =)
(define-comparison ascii-ci<? ascii-string-ci<? <)
(define-comparison ascii-ci>? ascii-string-ci>? >)
(define-comparison ascii-ci<=? ascii-string-ci<=? <=)
(define-comparison ascii-ci>=? ascii-string-ci>=? >=)
