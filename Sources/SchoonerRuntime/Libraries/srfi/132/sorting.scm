;;; Sorting, and whether something is sorted.

(define (check-range start end length caller)
  (if (not (and (exact-nonnegative-integer? end) (<= end length)))
      (error:bad-range-argument end caller))
  (if (not (and (exact-nonnegative-integer? start) (<= start end)))
      (error:bad-range-argument start caller)))

;; (define-ranged (name procedure vector start end extra …) body …): start and end may be left out.
(define-syntax define-ranged
  (syntax-rules ()
    ((_ (name procedure vector start end) body ...)
     (define name
       (case-lambda
         ((procedure vector)
          (guarantee vector? vector 'name)
          (name procedure vector 0 (vector-length vector)))
         ((procedure vector start)
          (guarantee vector? vector 'name)
          (name procedure vector start (vector-length vector)))
         ((procedure vector start end)
          (guarantee procedure? procedure 'name)
          (guarantee vector? vector 'name)
          (check-range start end (vector-length vector) 'name)
          body ...))))))

(define-ranged (vector-sort! less? vector start end)
  (%merge-sort! vector (make-vector end #f) start end less?))

(define-ranged (vector-stable-sort! less? vector start end)
  (%merge-sort! vector (make-vector end #f) start end less?))

(define (sorted-copy less? vector start end)
  (let ((copy (vector-copy vector start end)))
    (vector-sort! less? copy)
    copy))

(define-ranged (vector-sort less? vector start end) (sorted-copy less? vector start end))
(define-ranged (vector-stable-sort less? vector start end) (sorted-copy less? vector start end))

(define (list-stable-sort! less? list) (list-sort! less? list))

(define-ranged (vector-sorted? less? vector start end)
  (let loop ((index (+ start 1)))
    (or (>= index end)
        (and (not (less? (vector-ref vector index) (vector-ref vector (- index 1))))
             (loop (+ index 1))))))

(define (list-sorted? less? list)
  (guarantee procedure? less? 'list-sorted?)
  (guarantee list? list 'list-sorted?)
  (or (null? list)
      (let loop ((previous (car list)) (rest (cdr list)))
        (or (null? rest)
            (and (not (less? (car rest) previous))
                 (loop (car rest) (cdr rest)))))))
