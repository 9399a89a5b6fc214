;; (srfi 14), with the examples of its text where it has some.
(import (scheme base) (scheme char) (scheme write) (srfi 14))

(define (show . xs)
  (for-each (lambda (x) (write x) (display " ")) xs)
  (newline))

(define (members set) (char-set->string set))

;; Predicates and comparison
(show (char-set? char-set:letter) (char-set? #\a) (char-set=) (char-set= (char-set #\a)) (char-set<=)
      (char-set<= (char-set #\a) (char-set #\a #\b) (char-set #\a #\b #\c)) (char-set<= (char-set #\a #\b) (char-set #\a)))
(show (= (char-set-hash (char-set #\a #\b) 100) (char-set-hash (char-set #\b #\a) 100))
      (< -1 (char-set-hash char-set:letter 10) 10)
      (= (char-set-hash (char-set #\a) 0) (char-set-hash (char-set #\a))))

;; Cursors
(define cs (char-set #\G #\a #\T #\e #\c #\h))
(show (let loop ((cursor (char-set-cursor cs)) (chars '()))
        (if (end-of-char-set? cursor)
            (list->string (reverse chars))
            (loop (char-set-cursor-next cs cursor) (cons (char-set-ref cs cursor) chars)))))
(show (end-of-char-set? (char-set-cursor char-set:empty)))

;; Folding, unfolding, mapping
(show (length (char-set-fold cons '() cs)) (char-set-fold (lambda (c i) (+ i 1)) 0 char-set:hex-digit)
      (char-set-fold (lambda (c i) (if (memv c '(#\a #\e #\i #\o #\u)) (+ i 1) i)) 0 (char-set #\a #\b #\e)))
(show (members (char-set-unfold null? car cdr '(#\a #\b #\a)))
      (members (char-set-unfold null? car cdr '(#\a) (char-set #\z)))
      (members (char-set-unfold! null? car cdr (list #\b) (char-set #\a))))
(let ((count 0))
  (char-set-for-each (lambda (c) (set! count (+ count 1))) cs)
  (show count (members (char-set-map char-downcase cs))))

;; Making
(show (members (char-set-copy cs)) (members (list->char-set '(#\b #\a))) (members (list->char-set! '(#\b) (char-set #\a)))
      (members (string->char-set "hello")) (members (string->char-set! "b" (char-set #\a)))
      (members (char-set-filter char-upper-case? cs)) (members (char-set-filter! char-upper-case? cs (char-set #\z)))
      (members (ucs-range->char-set 97 101)) (members (ucs-range->char-set! 97 99 #f (char-set #\z)))
      (members (->char-set "abc")) (members (->char-set #\a)) (eq? cs (->char-set cs)))

;; Querying
(show (char-set-size cs) (char-set-count char-upper-case? cs) (char-set-contains? cs #\a) (char-set-contains? cs #\b)
      (char-set-every char-alphabetic? cs) (char-set-every char-lower-case? cs) (char-set-any char-lower-case? cs)
      (char-set-any char-numeric? cs) (char-set-every char-numeric? char-set:empty) (char-set->list cs))

;; Algebra
(show (members (char-set-adjoin cs #\x #\y)) (members (char-set-delete cs #\a #\b)) (members (char-set-adjoin! (char-set) #\a))
      (members (char-set-delete! (char-set #\a #\b) #\a)))
(show (char-set-contains? (char-set-complement cs) #\a) (char-set-contains? (char-set-complement cs) #\b)
      (char-set= char-set:full (char-set-complement char-set:empty)) (char-set= cs (char-set-complement (char-set-complement cs))))
(show (members (char-set-union)) (char-set= (char-set-intersection) char-set:full) (members (char-set-xor))
      (members (char-set-union! (char-set #\a) (char-set #\b))) (members (char-set-intersection! (char-set #\a) cs))
      (members (char-set-difference! (char-set #\a #\b) cs)) (members (char-set-xor! (char-set #\a #\b) (char-set #\b #\c))))
(call-with-values (lambda () (char-set-diff+intersection (char-set #\a #\b #\c) (char-set #\b) (char-set #\c #\d)))
  (lambda (difference intersection) (show (members difference) (members intersection))))
(call-with-values (lambda () (char-set-diff+intersection! (char-set #\a #\b) (char-set #\b)))
  (lambda (difference intersection) (show (members difference) (members intersection))))

;; Standard sets
(show (map (lambda (set) (char-set-contains? set #\x41))
           (list char-set:lower-case char-set:upper-case char-set:title-case char-set:letter char-set:digit
                 char-set:letter+digit char-set:graphic char-set:printing char-set:whitespace char-set:iso-control
                 char-set:punctuation char-set:symbol char-set:hex-digit char-set:blank char-set:ascii char-set:empty
                 char-set:full)))
