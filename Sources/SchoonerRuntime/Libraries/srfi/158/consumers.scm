;;; What takes all, or the first few, values of a generator.

;; The first count values, or all when count is #f, last first.
(define (take-reversed generator count caller)
  (check-generator generator caller)
  (if count (guarantee exact-nonnegative-integer? count caller))
  (let loop ((left count) (items '()))
    (if (and left (= left 0))
        items
        (let ((value (generator)))
          (if (eof-object? value)
              items
              (loop (and left (- left 1)) (cons value items)))))))

(define generator->list
  (case-lambda
    ((generator) (reverse (take-reversed generator #f 'generator->list)))
    ((generator count)
     (guarantee exact-nonnegative-integer? count 'generator->list)
     (reverse (take-reversed generator count 'generator->list)))))

(define generator->reverse-list
  (case-lambda
    ((generator) (take-reversed generator #f 'generator->reverse-list))
    ((generator count)
     (guarantee exact-nonnegative-integer? count 'generator->reverse-list)
     (take-reversed generator count 'generator->reverse-list))))

(define (generator->vector generator . count)
  (list->vector (apply generator->list generator count)))

(define (generator->string generator . count)
  (list->string (apply generator->list generator count)))

;; Fills the vector from an index on, as far as there are values and room; tells how many it took.
(define (generator->vector! vector at generator)
  (guarantee vector? vector 'generator->vector!)
  (check-range at (vector-length vector) (vector-length vector) 'generator->vector!)
  (check-generator generator 'generator->vector!)
  (let loop ((index at))
    (if (< index (vector-length vector))
        (let ((value (generator)))
          (if (eof-object? value)
              (- index at)
              (begin
                (vector-set! vector index value)
                (loop (+ index 1)))))
        (- index at))))

(define (generator-fold procedure seed generator . more)
  (guarantee procedure? procedure 'generator-fold)
  (check-generators (cons generator more) 'generator-fold)
  (if (null? more)
      (let loop ((state seed))
        (let ((value (generator)))
          (if (eof-object? value)
              state
              (loop (procedure value state)))))
      (let ((generators (cons generator more)))
        (let loop ((state seed))
          (let ((items (next-of-each generators)))
            (if items
                (loop (apply procedure (append items (list state))))
                state))))))

(define (generator-map->list procedure generator . more)
  (guarantee procedure? procedure 'generator-map->list)
  (generator->list (apply gmap procedure generator more)))

(define (generator-for-each procedure generator . more)
  (guarantee procedure? procedure 'generator-for-each)
  (check-generators (cons generator more) 'generator-for-each)
  (let ((generators (cons generator more)))
    (let loop ()
      (let ((items (next-of-each generators)))
        (if items
            (begin
              (apply procedure items)
              (loop)))))))

(define (generator-find predicate generator)
  (guarantee procedure? predicate 'generator-find)
  (check-generator generator 'generator-find)
  (let loop ()
    (let ((value (generator)))
      (cond ((eof-object? value) #f)
            ((predicate value) value)
            (else (loop))))))

(define (generator-count predicate generator)
  (guarantee procedure? predicate 'generator-count)
  (generator-fold (lambda (value total) (if (predicate value) (+ total 1) total)) 0 generator))

;; The first true value of the predicate; values after it are not taken.
(define (generator-any predicate generator)
  (guarantee procedure? predicate 'generator-any)
  (check-generator generator 'generator-any)
  (let loop ()
    (let ((value (generator)))
      (if (eof-object? value)
          #f
          (or (predicate value) (loop))))))

(define (generator-every predicate generator)
  (guarantee procedure? predicate 'generator-every)
  (check-generator generator 'generator-every)
  (let loop ((last #t))
    (let ((value (generator)))
      (if (eof-object? value)
          last
          (let ((result (predicate value)))
            (and result (loop result)))))))

;; Gives the values to an unfolding procedure, such as SRFI 1's, in place of seeds.
(define (generator-unfold generator unfold . arguments)
  (check-generator generator 'generator-unfold)
  (guarantee procedure? unfold 'generator-unfold)
  (apply unfold eof-object? (lambda (value) value) (lambda (value) (generator)) (generator) arguments))
