;;;; Titlecase.  Four digraphs, and Greek letters with iota subscript, have letters of their own for it.

;; The digraphs as (first last title): upper, title and lower case follow each other.
(define digraphs
  '((#x1C4 #x1C6 #x1C5) (#x1C7 #x1C9 #x1C8) (#x1CA #x1CC #x1CB) (#x1F1 #x1F3 #x1F2)))

;; Rows of Greek letters with iota subscript: eight lower case letters, then their eight titlecase ones.
(define greek-rows '(#x1F80 #x1F90 #x1FA0))

;; Others, as (lower . title).
(define greek-letters
  '((#x1FB3 . #x1FBC) (#x1FC3 . #x1FCC) (#x1FF3 . #x1FFC)))

(define (title-code code)
  (or (let loop ((rest digraphs))
        (and (pair? rest)
             (if (<= (car (car rest)) code (cadr (car rest)))
                 (car (cddr (car rest)))
                 (loop (cdr rest)))))
      (let loop ((rest greek-rows))
        (and (pair? rest)
             (if (<= (car rest) code (+ (car rest) 15))
                 (if (< code (+ (car rest) 8)) (+ code 8) code)
                 (loop (cdr rest)))))
      (let loop ((rest greek-letters))
        (and (pair? rest)
             (if (or (= code (car (car rest))) (= code (cdr (car rest))))
                 (cdr (car rest))
                 (loop (cdr rest)))))
      ;; Georgian letters have capitals, but no titlecase.
      (and (<= #x10D0 code #x10FF) code)))

(define (check-char char name)
  (if (not (char? char)) (error:wrong-type-argument char 0 name)))

(define (char-titlecase char)
  (check-char char 'char-titlecase)
  (let ((code (title-code (char->integer char))))
    (if code
        (integer->char code)
        (char-upcase char))))

(define (char-title-case? char)
  (check-char char 'char-title-case?)
  (let ((code (char->integer char)))
    (and (>= code #x1C5)
         (not (<= #x10D0 code #x10FF))
         (eqv? (title-code code) code))))

;; The titlecase of a character that begins a word; it can be longer.
(define (titlecase-string char)
  (let* ((title (char-titlecase char))
         (upper (string-upcase (string char))))
    (if (and (char=? title (char-upcase char))
             (> (string-length upper) 1)
             (not (title-code (char->integer char))))
        (let ((code (char->integer char)))
          (if (or (<= #xFB00 code #xFB17) (= code #xDF) (= code #x587))
              ;; A ligature: its first letter alone is changed.
              (string-append (string (string-ref upper 0))
                             (string-downcase (substring upper 1 (string-length upper))))
              upper))
        (string title))))

(define (word-char? char)
  (or (char-alphabetic? char) (char-title-case? char)))

;; Characters that stand within words without being letters.
(define (joiner? char)
  (memv char '(#\' #\x2019 #\xAD #\xB7)))

(define (string-titlecase text)
  (if (not (string? text)) (error:wrong-type-argument text 0 'string-titlecase))
  (let ((end (string-length text))
        (port (open-output-string)))
    (let loop ((index 0) (in-word? #f))
      (if (< index end)
          (let ((char (string-ref text index)))
            (cond ((word-char? char)
                   (if in-word?
                       (write-string (string-downcase (string char)) port)
                       (write-string (titlecase-string char) port))
                   (loop (+ index 1) #t))
                  (else
                   (write-char char port)
                   (loop (+ index 1) (and in-word? (joiner? char) #t)))))
          (get-output-string port)))))
