;;;; SRFI 95: sorting and merging, of lists and vectors.

(define-library (srfi 95)
  (export sorted? merge merge! sort sort!)
  (import (scheme base) (scheme case-lambda)
          (rename (only (mit legacy runtime)
                        sort sort! error:wrong-type-argument)
                  (sort sort-by)
                  (sort! sort-by!)))
  (begin

    (define (check-less less? name)
      (if (not (procedure? less?)) (error:wrong-type-argument less? #f name)))

    ;; The order of the elements that an order of their keys makes.
    (define (by-key less? key)
      (lambda (a b) (less? (key a) (key b))))

    (define sorted?
      (case-lambda
        ((sequence less? key) (sorted? sequence (by-key less? key)))
        ((sequence less?)
         (check-less less? 'sorted?)
         (let ((list (cond ((vector? sequence) (vector->list sequence))
                           ((list? sequence) sequence)
                           (else (error:wrong-type-argument sequence 0 'sorted?)))))
           (or (null? list)
               (let loop ((first (car list)) (rest (cdr list)))
                 (or (null? rest)
                     (and (not (less? (car rest) first))
                          (loop (car rest) (cdr rest))))))))))

    ;; Of equal elements, those of the first list come first.
    (define (merge-lists a b less? result)
      (cond ((null? a) (append (reverse result) b))
            ((null? b) (append (reverse result) a))
            ((less? (car b) (car a)) (merge-lists a (cdr b) less? (cons (car b) result)))
            (else (merge-lists (cdr a) b less? (cons (car a) result)))))

    (define merge
      (case-lambda
        ((a b less? key) (merge a b (by-key less? key)))
        ((a b less?)
         (check-less less? 'merge)
         (if (not (list? a)) (error:wrong-type-argument a 0 'merge))
         (if (not (list? b)) (error:wrong-type-argument b 1 'merge))
         (merge-lists a b less? '()))))

    ;; Links the pairs of both lists into one.
    (define merge!
      (case-lambda
        ((a b less? key) (merge! a b (by-key less? key)))
        ((a b less?)
         (check-less less? 'merge!)
         (if (not (list? a)) (error:wrong-type-argument a 0 'merge!))
         (if (not (list? b)) (error:wrong-type-argument b 1 'merge!))
         (let ((head (list #f)))
           (let loop ((last head) (a a) (b b))
             (cond ((null? a) (set-cdr! last b))
                   ((null? b) (set-cdr! last a))
                   ((less? (car b) (car a))
                    (set-cdr! last b)
                    (loop b a (cdr b)))
                   (else
                    (set-cdr! last a)
                    (loop a (cdr a) b))))
           (cdr head)))))

    (define sort
      (case-lambda
        ((sequence less? key) (sort-by sequence (by-key less? key)))
        ((sequence less?) (sort-by sequence less?))))

    (define sort!
      (case-lambda
        ((sequence less? key) (sort-by! sequence (by-key less? key)))
        ((sequence less?) (sort-by! sequence less?))))))
