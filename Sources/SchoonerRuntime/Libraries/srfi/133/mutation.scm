;;; Changing vectors in place.

(define (vector-swap! vector i j)
  (let ((element (vector-ref vector i)))
    (vector-set! vector i (vector-ref vector j))
    (vector-set! vector j element)))

(define-ranged (vector-reverse! vector start end)
  (let loop ((low start) (high (- end 1)))
    (if (< low high)
        (begin
          (vector-swap! vector low high)
          (loop (+ low 1) (- high 1))))))

;; Copies a part of the second vector, turned round, into the first. They may be the same.
(define vector-reverse-copy!
  (case-lambda
    ((to at from)
     (guarantee vector? from 'vector-reverse-copy!)
     (vector-reverse-copy! to at from 0 (vector-length from)))
    ((to at from start)
     (guarantee vector? from 'vector-reverse-copy!)
     (vector-reverse-copy! to at from start (vector-length from)))
    ((to at from start end)
     (check-range from start end 'vector-reverse-copy!)
     (guarantee exact-nonnegative-integer? at 'vector-reverse-copy!)
     (check-range to at (+ at (- end start)) 'vector-reverse-copy!)
     (vector-copy! to at from start end)
     (vector-reverse! to at (+ at (- end start))))))

(define (vector-unfold! procedure vector start end . seeds)
  (guarantee procedure? procedure 'vector-unfold!)
  (check-range vector start end 'vector-unfold!)
  (fill-by-unfolding! procedure vector start end 1 seeds))

(define (vector-unfold-right! procedure vector start end . seeds)
  (guarantee procedure? procedure 'vector-unfold-right!)
  (check-range vector start end 'vector-unfold-right!)
  (fill-by-unfolding! procedure vector (- end 1) (- start 1) -1 seeds))

;; The procedure gives an element and as many seeds as it was given.
(define (fill-by-unfolding! procedure vector first stop step seeds)
  (cond ((null? seeds)
         (let loop ((index first))
           (if (not (= index stop))
               (begin
                 (vector-set! vector index (procedure index))
                 (loop (+ index step))))))
        ((null? (cdr seeds))
         (let loop ((index first) (seed (car seeds)))
           (if (not (= index stop))
               (call-with-values
                   (lambda () (procedure index seed))
                 (lambda (element next)
                   (vector-set! vector index element)
                   (loop (+ index step) next))))))
        (else
         (let loop ((index first) (seeds seeds))
           (if (not (= index stop))
               (call-with-values
                   (lambda () (apply procedure index seeds))
                 (lambda (element . next)
                   (vector-set! vector index element)
                   (loop (+ index step) next))))))))
