;;; Comparators of pairs, lists and vectors from those of their elements; comparators of identity.

(define (ordering-of comparator)
  (and (comparator-ordered? comparator) (comparator-ordering-predicate comparator)))

(define (hash-of comparator)
  (and (comparator-hashable? comparator) (comparator-hash-function comparator)))

(define (make-pair-comparator car-comparator cdr-comparator)
  (guarantee comparator? car-comparator 'make-pair-comparator)
  (guarantee comparator? cdr-comparator 'make-pair-comparator)
  (let ((car-less? (ordering-of car-comparator))
        (cdr-less? (ordering-of cdr-comparator))
        (car-hash (hash-of car-comparator))
        (cdr-hash (hash-of cdr-comparator)))
    (make-comparator
     (lambda (object)
       (and (pair? object)
            (comparator-test-type car-comparator (car object))
            (comparator-test-type cdr-comparator (cdr object))))
     (lambda (a b)
       (and (=? car-comparator (car a) (car b))
            (=? cdr-comparator (cdr a) (cdr b))))
     (and car-less?
          cdr-less?
          (lambda (a b)
            (if (=? car-comparator (car a) (car b))
                (cdr-less? (cdr a) (cdr b))
                (car-less? (car a) (car b)))))
     (and car-hash
          cdr-hash
          (lambda (object)
            (mix (mix 5 (car-hash (car object))) (cdr-hash (cdr object))))))))

;; Lists, or what the four procedures make look like lists; ordered as words in a dictionary.
(define (make-list-comparator element-comparator type-test empty? head tail)
  (guarantee comparator? element-comparator 'make-list-comparator)
  (for-each (lambda (procedure) (guarantee procedure? procedure 'make-list-comparator))
            (list type-test empty? head tail))
  (let ((same? (comparator-equality-predicate element-comparator))
        (less? (ordering-of element-comparator))
        (hash (hash-of element-comparator)))
    (make-comparator
     (lambda (object)
       (and (type-test object)
            (let loop ((rest object))
              (or (empty? rest)
                  (and (comparator-test-type element-comparator (head rest))
                       (loop (tail rest)))))))
     (lambda (a b)
       (let loop ((a a) (b b))
         (cond ((empty? a) (empty? b))
               ((empty? b) #f)
               ((same? (head a) (head b)) (loop (tail a) (tail b)))
               (else #f))))
     (and less?
          (lambda (a b)
            (let loop ((a a) (b b))
              (cond ((empty? b) #f)
                    ((empty? a) #t)
                    ((same? (head a) (head b)) (loop (tail a) (tail b)))
                    (else (less? (head a) (head b)))))))
     (and hash
          (lambda (object)
            (let loop ((rest object) (result 5381))
              (if (empty? rest)
                  result
                  (loop (tail rest) (mix result (hash (head rest)))))))))))

;; Vectors, or what the three procedures make look like vectors: the shorter first, then element by element.
(define (make-vector-comparator element-comparator type-test length ref)
  (guarantee comparator? element-comparator 'make-vector-comparator)
  (for-each (lambda (procedure) (guarantee procedure? procedure 'make-vector-comparator))
            (list type-test length ref))
  (let ((same? (comparator-equality-predicate element-comparator))
        (less? (ordering-of element-comparator))
        (hash (hash-of element-comparator)))
    (make-comparator
     (lambda (object)
       (and (type-test object)
            (let ((end (length object)))
              (let loop ((index 0))
                (or (= index end)
                    (and (comparator-test-type element-comparator (ref object index))
                         (loop (+ index 1))))))))
     (lambda (a b)
       (let ((end (length a)))
         (and (= end (length b))
              (let loop ((index 0))
                (or (= index end)
                    (and (same? (ref a index) (ref b index))
                         (loop (+ index 1))))))))
     (and less?
          (lambda (a b)
            (let ((end (length a)))
              (if (= end (length b))
                  (let loop ((index 0))
                    (and (< index end)
                         (if (same? (ref a index) (ref b index))
                             (loop (+ index 1))
                             (less? (ref a index) (ref b index)))))
                  (< end (length b))))))
     (and hash
          (lambda (object)
            (let ((end (length object)))
              (let loop ((index 0) (result 5387))
                (if (= index end)
                    result
                    (loop (+ index 1) (mix result (hash (ref object index))))))))))))

(define (make-eq-comparator)
  (make-comparator #t eq? #f (lambda (object) (bounded (eq-hash object)))))

(define (make-eqv-comparator)
  (make-comparator #t eqv? #f (lambda (object) (bounded (eqv-hash object)))))

(define (make-equal-comparator)
  (make-comparator #t equal? #f (lambda (object) (bounded (equal-hash object)))))
