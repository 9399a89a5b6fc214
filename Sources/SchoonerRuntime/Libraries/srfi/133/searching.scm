;;; Searching.

;; The first index from which the elements satisfy the predicate, or #f.
(define (vector-index predicate vector . more)
  (guarantee procedure? predicate 'vector-index)
  (let ((end (shortest-length vector more 'vector-index)))
    (if (null? more)
        (let loop ((index 0))
          (and (< index end)
               (if (predicate (vector-ref vector index))
                   index
                   (loop (+ index 1)))))
        (let ((vectors (cons vector more)))
          (let loop ((index 0))
            (and (< index end)
                 (if (apply predicate (elements vectors index))
                     index
                     (loop (+ index 1)))))))))

;; The last one. The vectors have to be equally long.
(define (vector-index-right predicate vector . more)
  (guarantee procedure? predicate 'vector-index-right)
  (let ((vectors (cons vector more)))
    (let loop ((index (- (shortest-length vector more 'vector-index-right) 1)))
      (and (>= index 0)
           (if (if (null? more)
                   (predicate (vector-ref vector index))
                   (apply predicate (elements vectors index)))
               index
               (loop (- index 1)))))))

(define (negated predicate)
  (lambda elements (not (apply predicate elements))))

(define (vector-skip predicate vector . more)
  (guarantee procedure? predicate 'vector-skip)
  (apply vector-index (negated predicate) vector more))

(define (vector-skip-right predicate vector . more)
  (guarantee procedure? predicate 'vector-skip-right)
  (apply vector-index-right (negated predicate) vector more))

;; The index of an element that is equal to the value by an order: (compare element value) is negative, zero or
;; positive. #f when there is none.
(define (vector-binary-search vector value compare)
  (guarantee vector? vector 'vector-binary-search)
  (guarantee procedure? compare 'vector-binary-search)
  (let loop ((start 0) (end (vector-length vector)))
    (and (< start end)
         (let* ((middle (quotient (+ start end) 2))
                (order (compare (vector-ref vector middle) value)))
           (cond ((= order 0) middle)
                 ((< order 0) (loop (+ middle 1) end))
                 (else (loop start middle)))))))

;; The first true value of the predicate, or #f. The last call is a tail call.
(define (vector-any predicate vector . more)
  (guarantee procedure? predicate 'vector-any)
  (let ((end (shortest-length vector more 'vector-any))
        (test (if (null? more)
                  (lambda (index) (predicate (vector-ref vector index)))
                  (let ((vectors (cons vector more)))
                    (lambda (index) (apply predicate (elements vectors index)))))))
    (and (> end 0)
         (let loop ((index 0))
           (if (= (+ index 1) end)
               (test index)
               (or (test index) (loop (+ index 1))))))))

;; The last value of the predicate when all are true, else #f.
(define (vector-every predicate vector . more)
  (guarantee procedure? predicate 'vector-every)
  (let ((end (shortest-length vector more 'vector-every))
        (test (if (null? more)
                  (lambda (index) (predicate (vector-ref vector index)))
                  (let ((vectors (cons vector more)))
                    (lambda (index) (apply predicate (elements vectors index)))))))
    (or (= end 0)
        (let loop ((index 0))
          (if (= (+ index 1) end)
              (test index)
              (and (test index) (loop (+ index 1))))))))

;; A vector of the elements that satisfy the predicate and then those that do not, and the number of the former.
(define (vector-partition predicate vector)
  (guarantee procedure? predicate 'vector-partition)
  (guarantee vector? vector 'vector-partition)
  (let ((end (vector-length vector)))
    (let loop ((index 0) (in '()) (out '()))
      (if (< index end)
          (let ((element (vector-ref vector index)))
            (if (predicate element)
                (loop (+ index 1) (cons element in) out)
                (loop (+ index 1) in (cons element out))))
          (values (list->vector (append (reverse in) (reverse out)))
                  (length in))))))
