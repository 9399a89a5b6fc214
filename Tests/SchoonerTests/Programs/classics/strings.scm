;;; Work with strings: counting words, searching by Knuth, Morris and Pratt, building and turning text.
(import (scheme base) (scheme char) (scheme write))

(define size 40)

(define text
  (string-append
   "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of "
   "foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, "
   "it was the season of Darkness, it was the spring of hope, it was the winter of despair."))

;; The words of a text in lower case, in order.
(define (words text)
  (let loop ((chars (string->list text)) (word '()) (found '()))
    (define (finished) (if (null? word) found (cons (list->string (reverse word)) found)))
    (cond ((null? chars) (reverse (finished)))
          ((char-alphabetic? (car chars)) (loop (cdr chars) (cons (char-downcase (car chars)) word) found))
          (else (loop (cdr chars) '() (finished))))))

;; A balanced enough dictionary: a binary tree of (word count left right) as vectors.
(define (insert tree word)
  (cond ((not tree) (vector word 1 #f #f))
        ((string=? word (vector-ref tree 0)) (vector-set! tree 1 (+ 1 (vector-ref tree 1))) tree)
        ((string<? word (vector-ref tree 0)) (vector-set! tree 2 (insert (vector-ref tree 2) word)) tree)
        (else (vector-set! tree 3 (insert (vector-ref tree 3) word)) tree)))
(define (entries tree rest)
  (if tree
      (entries (vector-ref tree 2) (cons (cons (vector-ref tree 0) (vector-ref tree 1)) (entries (vector-ref tree 3) rest)))
      rest))
(define (frequent tree least)
  (let loop ((all (entries tree '())) (found '()))
    (cond ((null? all) (reverse found))
          ((>= (cdar all) least) (loop (cdr all) (cons (car all) found)))
          (else (loop (cdr all) found)))))

;; For each length of a prefix of the pattern the length of its longest proper border.
(define (borders pattern)
  (let* ((n (string-length pattern)) (table (make-vector (+ n 1) 0)))
    (vector-set! table 0 -1)
    (let loop ((i 1) (k 0))
      (cond ((>= i n) table)
            ((char=? (string-ref pattern i) (string-ref pattern k))
             (vector-set! table (+ i 1) (+ k 1))
             (loop (+ i 1) (+ k 1)))
            ((> k 0) (loop i (vector-ref table k)))
            (else (loop (+ i 1) 0))))))

;; The places where the pattern begins in the text, overlapping ones too.
(define (occurrences pattern text)
  (let ((table (borders pattern)) (m (string-length pattern)) (n (string-length text)))
    (let loop ((i 0) (k 0) (found '()))
      (cond ((= i n) (reverse found))
            ((char=? (string-ref text i) (string-ref pattern k))
             (if (= (+ k 1) m)
                 (loop (+ i 1) (vector-ref table m) (cons (- (+ i 1) m) found))
                 (loop (+ i 1) (+ k 1) found)))
            ((= k 0) (loop (+ i 1) 0 found))
            (else (loop i (vector-ref table k) found))))))

(define (occurrences-by-trying pattern text)
  (let ((m (string-length pattern)))
    (let loop ((i (- (string-length text) m)) (found '()))
      (cond ((< i 0) found)
            ((string=? pattern (substring text i (+ i m))) (loop (- i 1) (cons i found)))
            (else (loop (- i 1) found))))))

;; Repeated text, by a port, by appending and by filling.
(define (repeated n)
  (let ((port (open-output-string)))
    (do ((i 0 (+ i 1))) ((= i n) (get-output-string port))
      (write-string "abacab" port))))
(define (repeated-by-appending n)
  (if (= n 0) "" (string-append "abacab" (repeated-by-appending (- n 1)))))
(define (repeated-by-filling n)
  (let ((result (make-string (* 6 n))))
    (do ((i 0 (+ i 6))) ((= i (* 6 n)) result)
      (string-copy! result i "abacab"))))

(define (reversed string) (list->string (reverse (string->list string))))
(define (palindrome? string)
  (let ((letters (apply string-append (words string)))) (string=? letters (reversed letters))))

(define (rotated text n)
  (string-map
   (lambda (c)
     (define (turn base) (integer->char (+ base (modulo (+ n (- (char->integer c) base)) 26))))
     (cond ((char<=? #\a c #\z) (turn 97)) ((char<=? #\A c #\Z) (turn 65)) (else c)))
   text))

(define tree (let loop ((words (words text)) (tree #f)) (if (null? words) tree (loop (cdr words) (insert tree (car words))))))
(write (frequent tree 2)) (newline)
(write (length (entries tree '()))) (newline)
(write (occurrences "was the" text)) (newline)
(define long (repeated size))
(write (and (string=? long (repeated-by-appending size)) (string=? long (repeated-by-filling size)))) (newline)
(write (length (occurrences "abacababac" long))) (newline)
(write (equal? (occurrences "abacababac" long) (occurrences-by-trying "abacababac" long))) (newline)
(write (map palindrome? '("A man, a plan, a canal: Panama!" "Was it a car or a cat I saw?" "no"))) (newline)
(write (rotated "Hello, World" 13)) (newline)
(write (string=? text (rotated (rotated text 7) 19))) (newline)
(write (string-upcase (reversed "na\xef;ve \x3bb;-calculus"))) (newline)
