;;; SRFI 162: comparators for the common types, and the least and greatest by a comparator.
(define-library (srfi 162)
  (export
    comparator-max comparator-min comparator-max-in-list comparator-min-in-list
    default-comparator boolean-comparator real-comparator char-comparator char-ci-comparator string-comparator
    string-ci-comparator pair-comparator list-comparator vector-comparator eq-comparator eqv-comparator
    equal-comparator)
  (import (scheme base)
          (scheme char)
          (only (mit legacy runtime) guarantee error:bad-range-argument)
          (srfi 128))
  (begin

    ;; The object than which no other is greater, or less; of several the first.
    (define (comparator-max comparator first . rest)
      (comparator-max-in-list comparator (cons first rest)))

    (define (comparator-min comparator first . rest)
      (comparator-min-in-list comparator (cons first rest)))

    (define (comparator-max-in-list comparator list)
      (best list 'comparator-max-in-list (lambda (object best) (<? comparator best object))))

    (define (comparator-min-in-list comparator list)
      (best list 'comparator-min-in-list (lambda (object best) (<? comparator object best))))

    (define (best list caller better?)
      (guarantee list? list caller)
      (if (null? list) (error:bad-range-argument list caller))
      (let loop ((best (car list)) (rest (cdr list)))
        (cond ((null? rest) best)
              ((better? (car rest) best) (loop (car rest) (cdr rest)))
              (else (loop best (cdr rest))))))

    (define default-comparator (make-default-comparator))

    (define boolean-comparator
      (make-comparator boolean? boolean=? (lambda (a b) (and (not a) b)) boolean-hash))

    (define real-comparator (make-comparator real? = < number-hash))
    (define char-comparator (make-comparator char? char=? char<? char-hash))
    (define char-ci-comparator (make-comparator char? char-ci=? char-ci<? char-ci-hash))
    (define string-comparator (make-comparator string? string=? string<? string-hash))
    (define string-ci-comparator (make-comparator string? string-ci=? string-ci<? string-ci-hash))
    (define pair-comparator (make-pair-comparator default-comparator default-comparator))
    (define list-comparator (make-list-comparator default-comparator list? null? car cdr))
    (define vector-comparator (make-vector-comparator default-comparator vector? vector-length vector-ref))
    (define eq-comparator (make-eq-comparator))
    (define eqv-comparator (make-eqv-comparator))
    (define equal-comparator (make-equal-comparator))))
