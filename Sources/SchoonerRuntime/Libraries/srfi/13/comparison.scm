;;;; Comparison, character by character; hashing.

(define (fold char) (char-downcase (char-upcase char)))

(define (plain char) char)

;; Calls the procedure for the outcome with the index in s1 of the first difference.
(define (compare proc s1 s2 less equal greater key args)
  (let-two-ranges (start1 end1 start2 end2) proc s1 s2 args
    (let loop ((i start1) (j start2))
      (cond ((= i end1) (if (= j end2) (equal i) (less i)))
            ((= j end2) (greater i))
            (else
             (let ((a (key (string-ref s1 i)))
                   (b (key (string-ref s2 j))))
               (cond ((char=? a b) (loop (+ i 1) (+ j 1)))
                     ((char<? a b) (less i))
                     (else (greater i)))))))))

(define (string-compare s1 s2 less equal greater . range)
  (compare 'string-compare s1 s2 less equal greater plain range))

(define (string-compare-ci s1 s2 less equal greater . range)
  (compare 'string-compare-ci s1 s2 less equal greater fold range))

(define (yes index) #t)
(define (no index) #f)

(define-syntax define-order
  (syntax-rules ()
    ((_ name name-ci less equal greater)
     (begin
       (define (name s1 s2 . range)
         (compare 'name s1 s2 less equal greater plain range))
       (define (name-ci s1 s2 . range)
         (compare 'name-ci s1 s2 less equal greater fold range))))))

(define-order string= string-ci= no yes no)
(define-order string<> string-ci<> yes no yes)
(define-order string< string-ci< yes no no)
(define-order string> string-ci> no no yes)
(define-order string<= string-ci<= yes yes no)
(define-order string>= string-ci>= no yes yes)

(define (hash proc s optional key)
  (let ((bound (first-or optional 0)))
    (if (not (exact-integer? bound)) (error:wrong-type-argument bound 1 proc))
    (if (< bound 0) (error:bad-range-argument bound 1 proc))
    (let-string-start+end (start end) proc s (rest-of optional)
      (let ((hash (hash-of-string (map-strings key (string-copy s start end)))))
        (if (= bound 0)
            hash
            (modulo hash bound))))))

(define (string-hash s . optional)
  (hash 'string-hash s optional plain))

(define (string-hash-ci s . optional)
  (hash 'string-hash-ci s optional fold))
