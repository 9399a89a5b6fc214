;;; Monotone maps between finite lattices, counted with higher-order procedures and without any data of its own.
(import (scheme base) (scheme write))

(define size 3)

;; A lattice: its elements and its comparison, which says less, more, equal or not at all.
(define (make-lattice elements compare) (cons elements compare))
(define (elements lattice) (car lattice))
(define (comparison lattice) (cdr lattice))

(define chain-of-two
  (make-lattice '(low high)
                (lambda (a b) (cond ((eq? a b) 'equal) ((eq? a 'low) 'less) (else 'more)))))

;; Compares lists element by element: the same answer must hold for all that are not equal.
(define (lists-compare compare)
  (lambda (a b)
    (let loop ((a a) (b b) (answer 'equal))
      (if (null? a)
          answer
          (let ((here (compare (car a) (car b))))
            (cond ((eq? here 'equal) (loop (cdr a) (cdr b) answer))
                  ((memq answer (list 'equal here)) (if (eq? here 'unrelated) here (loop (cdr a) (cdr b) here)))
                  (else 'unrelated)))))))

;; All maps from one lattice to the other that keep the order, as lists of values in the order of the elements.
(define (monotone-maps from to)
  (let ((below (comparison from)) (image-below (comparison to)))
    (define (fits? element image done images)
      (or (null? done)
          (and (case (below (car done) element)
                 ((less) (memq (image-below (car images) image) '(less equal)))
                 ((more) (memq (image-below (car images) image) '(more equal)))
                 (else #t))
               (fits? element image (cdr done) (cdr images)))))
    (let extend ((rest (elements from)) (done '()) (images '()) (found '()))
      (if (null? rest)
          (cons (reverse images) found)
          (let try ((candidates (elements to)) (found found))
            (if (null? candidates)
                found
                (try (cdr candidates)
                     (if (fits? (car rest) (car candidates) done images)
                         (extend (cdr rest) (cons (car rest) done) (cons (car candidates) images) found)
                         found))))))))

;; The maps, ordered point by point, are a lattice again.
(define (maps-lattice from to) (make-lattice (monotone-maps from to) (lists-compare (comparison to))))

(define (compose . fs) (if (null? fs) (lambda (x) x) (let ((f (car fs)) (g (apply compose (cdr fs)))) (lambda (x) (f (g x))))))
(define (iterate f n) (if (= n 0) (lambda (x) x) (compose f (iterate f (- n 1)))))

(define two chain-of-two)
(define (next lattice) (maps-lattice lattice two))
(define (count lattice) (length (elements lattice)))

;; The maps of a chain into two make a chain one longer; the maps of products give the numbers of Dedekind.
(define (product a b)
  (make-lattice
   (apply append (map (lambda (x) (map (lambda (y) (list x y)) (elements b))) (elements a)))
   (lambda (p q)
     ((lists-compare (lambda (x y) x)) (list ((comparison a) (car p) (car q)) ((comparison b) (cadr p) (cadr q))) '(#f #f)))))
(define (cube n) (if (= n 0) (make-lattice '(()) (lambda (a b) 'equal)) (product two (cube (- n 1)))))

(write (map (lambda (n) (count ((iterate next n) two))) '(0 1 2 3 4 5))) (newline)
(write (map (lambda (n) (count (next (cube n)))) (let loop ((n size) (all '())) (if (< n 0) all (loop (- n 1) (cons n all)))))) (newline)
(write (count (maps-lattice (cube 2) (cube 2)))) (newline)
(write (count (maps-lattice (next (cube 2)) two))) (newline)
(write (elements (next (cube 2)))) (newline)
