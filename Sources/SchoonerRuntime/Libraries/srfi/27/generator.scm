;;;; L'Ecuyer's combined multiple recursive generator MRG32k3a: two recurrences of order three, modulo two primes just
;;;; below 2^32.  The period is about 2^191, and it can jump ahead, which random-source-pseudo-randomize! needs.

(define m1 4294967087)
(define m2 4294944443)

;; x[n] = 1403580 x[n-2] - 810728 x[n-3]  (mod m1)
;; y[n] =  527612 y[n-1] - 1370589 y[n-3] (mod m2)
(define a12 1403580)
(define a13 (- m1 810728))
(define a21 527612)
(define a23 (- m2 1370589))

;; A state is a vector of x[n-1] x[n-2] x[n-3] y[n-1] y[n-2] y[n-3]; neither half is all zeros.
(define (initial-state)
  (make-vector 6 12345))

;; The next number, 0 <= number < m1, with the state moved on.
(define (next! state)
  (let ((x (floor-remainder (+ (* a12 (vector-ref state 1))
                               (* a13 (vector-ref state 2)))
                            m1))
        (y (floor-remainder (+ (* a21 (vector-ref state 3))
                               (* a23 (vector-ref state 5)))
                            m2)))
    (vector-set! state 2 (vector-ref state 1))
    (vector-set! state 1 (vector-ref state 0))
    (vector-set! state 0 x)
    (vector-set! state 5 (vector-ref state 4))
    (vector-set! state 4 (vector-ref state 3))
    (vector-set! state 3 y)
    (let ((difference (- x y)))
      (if (< difference 0)
          (+ difference m1)
          difference))))

;;; Jumping ahead: a step is a matrix, and so many steps are its power.  Matrices are lists of three rows.

(define step1 `((0 ,a12 ,a13) (1 0 0) (0 1 0)))
(define step2 `((,a21 0 ,a23) (1 0 0) (0 1 0)))

(define (product row column modulus)
  (floor-remainder (apply + (map * row column)) modulus))

(define (matrix* left right modulus)
  (let ((columns (apply map list right)))
    (map (lambda (row)
           (map (lambda (column) (product row column modulus)) columns))
         left)))

(define (matrix-expt matrix exponent modulus)
  (let loop ((power matrix) (exponent exponent) (result '((1 0 0) (0 1 0) (0 0 1))))
    (if (= exponent 0)
        result
        (loop (matrix* power power modulus)
              (quotient exponent 2)
              (if (odd? exponent) (matrix* result power modulus) result)))))

(define (jump half step count modulus)
  (let ((matrix (matrix-expt step count modulus)))
    (map (lambda (row) (product row half modulus)) matrix)))

;; The state so many steps after another.
(define (state-after state count)
  (let ((numbers (vector->list state)))
    (list->vector
     (append (jump (list (car numbers) (cadr numbers) (car (cddr numbers))) step1 count m1)
             (jump (cdr (cddr numbers)) step2 count m2)))))
