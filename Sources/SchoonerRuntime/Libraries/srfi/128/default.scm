;;; The default comparator: any two objects of the standard types, and of those that the program registers.
;;; It orders by type first, () before pairs before booleans and so on, then within the type.

(define registered '())

;; The comparator takes part in what default comparators do from now on. Its type must be disjoint from all others.
(define (comparator-register-default! comparator)
  (guarantee comparator? comparator 'comparator-register-default!)
  (set! registered (append registered (list comparator))))

(define (registered-comparator object)
  (let loop ((rest registered))
    (and (pair? rest)
         (if (comparator-test-type (car rest) object)
             (car rest)
             (loop (cdr rest))))))

(define first-registered-rank 9)

;; The place of the object's type among the types.
(define (type-rank object)
  (cond ((null? object) 0)
        ((pair? object) 1)
        ((boolean? object) 2)
        ((char? object) 3)
        ((string? object) 4)
        ((symbol? object) 5)
        ((number? object) 6)
        ((vector? object) 7)
        ((bytevector? object) 8)
        (else
         (let loop ((rest registered) (rank first-registered-rank))
           (if (or (null? rest) (comparator-test-type (car rest) object))
               rank
               (loop (cdr rest) (+ rank 1)))))))

(define (default=? a b)
  (let ((rank (type-rank a)))
    (and (= rank (type-rank b))
         (case rank
           ((0) #t)
           ((1)
            (let loop ((a a) (b b))
              (if (and (pair? a) (pair? b))
                  (and (default=? (car a) (car b))
                       (loop (cdr a) (cdr b)))
                  (default=? a b))))
           ((2 5) (eq? a b))
           ((3) (char=? a b))
           ((4) (string=? a b))
           ((6) (= a b))
           ((7) (=? vector-comparator a b))
           ((8) (equal? a b))
           (else
            (let ((comparator (registered-comparator a)))
              (if comparator
                  (=? comparator a b)
                  (equal? a b))))))))

(define (complex<? a b)
  (if (and (real? a) (real? b))
      (< a b)
      (or (< (real-part a) (real-part b))
          (and (= (real-part a) (real-part b))
               (< (imag-part a) (imag-part b))))))

(define (default<? a b)
  (let ((rank (type-rank a)) (other-rank (type-rank b)))
    (if (= rank other-rank)
        (case rank
          ((0) #f)
          ((1)
           (let loop ((a a) (b b))
             (if (and (pair? a) (pair? b))
                 (if (default=? (car a) (car b))
                     (loop (cdr a) (cdr b))
                     (default<? (car a) (car b)))
                 (default<? a b))))
          ((2) (and (not a) b))
          ((3) (char<? a b))
          ((4) (string<? a b))
          ((5) (string<? (symbol->string a) (symbol->string b)))
          ((6) (complex<? a b))
          ((7) (<? vector-comparator a b))
          ((8) (<? bytevector-comparator a b))
          (else
           (let ((comparator (registered-comparator a)))
             (if comparator
                 (<? comparator a b)
                 (error "The default comparator has no ordering for" a b)))))
        (< rank other-rank))))

(define (default-hash object)
  (case (type-rank object)
    ((0) 1009)
    ((1)
     (let loop ((rest object) (result 2003))
       (if (pair? rest)
           (loop (cdr rest) (mix result (default-hash (car rest))))
           (mix result (default-hash rest)))))
    ((2) (boolean-hash object))
    ((3) (char-hash object))
    ((4) (bounded (string-hash object)))
    ((5) (bounded (symbol-hash object)))
    ((6) (number-hash object))
    ((7) (comparator-hash vector-comparator object))
    ((8) (comparator-hash bytevector-comparator object))
    (else
     (let ((comparator (registered-comparator object)))
       (if comparator
           (comparator-hash comparator object)
           (bounded (equal-hash object)))))))

(define default-comparator (make-comparator #t default=? default<? default-hash))

(define vector-comparator
  (make-vector-comparator default-comparator vector? vector-length vector-ref))

(define bytevector-comparator
  (make-vector-comparator default-comparator bytevector? bytevector-length bytevector-u8-ref))

(define (make-default-comparator) default-comparator)
