;;; The comparator object and what is done with it.

(define-record-type <comparator>
  (%make-comparator type-test equality ordering hash ordered? hashable?)
  comparator?
  (type-test comparator-type-test-predicate)
  (equality comparator-equality-predicate)
  (ordering comparator-ordering-predicate)
  (hash comparator-hash-function)
  (ordered? comparator-ordered?)
  (hashable? comparator-hashable?))

;; An ordering or a hash function of #f is one that the comparator does not have: to call it is an error. A type test
;; of #t takes any object; an equality of #t follows from the ordering.
(define (make-comparator type-test equality ordering hash)
  (if (not (eq? type-test #t)) (guarantee procedure? type-test 'make-comparator))
  (if ordering (guarantee procedure? ordering 'make-comparator))
  (if hash (guarantee procedure? hash 'make-comparator))
  (if (eq? equality #t)
      (guarantee procedure? ordering 'make-comparator)
      (guarantee procedure? equality 'make-comparator))
  (%make-comparator
   (if (eq? type-test #t) (lambda (object) #t) type-test)
   (if (eq? equality #t)
       (lambda (a b) (and (not (ordering a b)) (not (ordering b a))))
       equality)
   (or ordering (lambda (a b) (error "The comparator has no ordering:" a b)))
   (or hash (lambda (object) (error "The comparator has no hash function:" object)))
   (if ordering #t #f)
   (if hash #t #f)))

(define (comparator-test-type comparator object)
  (if ((comparator-type-test-predicate comparator) object) #t #f))

(define (comparator-check-type comparator object)
  (if (not (comparator-test-type comparator object))
      (error:wrong-type-argument object 'comparator-check-type))
  #t)

(define (comparator-hash comparator object)
  ((comparator-hash-function comparator) object))

;; Whether a relation holds between each object and the next.
(define (chain holds? first second rest)
  (let loop ((left first) (right second) (rest rest))
    (and (holds? left right)
         (or (null? rest)
             (loop right (car rest) (cdr rest))))))

(define (=? comparator first second . rest)
  (chain (comparator-equality-predicate comparator) first second rest))

(define (<? comparator first second . rest)
  (chain (comparator-ordering-predicate comparator) first second rest))

(define (>? comparator first second . rest)
  (let ((less? (comparator-ordering-predicate comparator)))
    (chain (lambda (a b) (less? b a)) first second rest)))

(define (<=? comparator first second . rest)
  (let ((less? (comparator-ordering-predicate comparator)))
    (chain (lambda (a b) (not (less? b a))) first second rest)))

(define (>=? comparator first second . rest)
  (let ((less? (comparator-ordering-predicate comparator)))
    (chain (lambda (a b) (not (less? a b))) first second rest)))
