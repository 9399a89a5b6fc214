;;;; Comparing and combining.

(define (check-same-comparator a b name)
  (if (not (eq? (collection-comparator a) (collection-comparator b)))
      (error "Collections with different comparators:" name a b)))

;; Whether nothing is in the first more often than in the second.
(define (included? a b)
  (and (<= (collection-size a) (collection-size b))
       (<= (collection-total a) (collection-total b))
       (until (lambda (element return)
                (if (> (count-in a element) (count-in b element)) (return #f)))
              a
              (lambda () #t))))

(define (same? a b)
  (and (= (collection-total a) (collection-total b)) (included? a b)))

(define (properly-included? a b)
  (and (< (collection-total a) (collection-total b)) (included? a b)))

;; Whether each stands in the relation to the next.
(define (chain holds? kind? name collections)
  (for-each (lambda (collection) (check kind? collection #f name)) collections)
  (let loop ((first (car collections)) (rest (cdr collections)))
    (or (null? rest)
        (begin
          (check-same-comparator first (car rest) name)
          (and (holds? first (car rest))
               (loop (car rest) (cdr rest)))))))

;;; Combining changes the first, count by count: the procedure gets how often an element is in the first and in the
;;; second.

(define (combine! count-of a b)
  (let ((counts
         (fold-unique (lambda (element count counts)
                        (if (entry a element)
                            counts
                            (cons (cons element (count-of 0 count)) counts)))
                      (fold-unique (lambda (element count counts)
                                     (cons (cons element (count-of count (count-in b element))) counts))
                                   '()
                                   a)
                      b)))
    (for-each (lambda (pair) (put! a (car pair) (cdr pair) #f)) counts)
    a))

(define (combine-all! count-of kind? name first rest)
  (check kind? first 0 name)
  (for-each (lambda (other)
              (check kind? other #f name)
              (check-same-comparator first other name))
            rest)
  (for-each (lambda (other) (combine! count-of first other)) rest)
  first)

(define (union-count a b) (max a b))
(define (intersection-count a b) (min a b))
(define (difference-count a b) (max 0 (- a b)))
(define (xor-count a b) (abs (- a b)))
(define (sum-count a b) (+ a b))

(define (collection-hash collection)
  (fold-unique (lambda (element count sum)
                 (+ sum (* count (modulo (hash-of collection element) 33554393))))
               (collection-size collection)
               collection))
