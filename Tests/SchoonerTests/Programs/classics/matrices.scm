;;; Matrices: products, LU decomposition with pivots over flonums, and exact inverses and determinants.
(import (scheme base) (scheme inexact) (scheme write))

(define size 24)

;; A matrix is a vector of rows.
(define (make-matrix rows columns f)
  (let ((m (make-vector rows)))
    (do ((i 0 (+ i 1))) ((= i rows) m)
      (let ((row (make-vector columns)))
        (do ((j 0 (+ j 1))) ((= j columns)) (vector-set! row j (f i j)))
        (vector-set! m i row)))))
(define (at m i j) (vector-ref (vector-ref m i) j))
(define (at! m i j x) (vector-set! (vector-ref m i) j x))
(define (rows m) (vector-length m))
(define (columns m) (vector-length (vector-ref m 0)))

(define (product a b)
  (let ((n (columns a)))
    (make-matrix (rows a) (columns b)
                 (lambda (i j)
                   (let loop ((k 0) (sum 0))
                     (if (= k n) sum (loop (+ k 1) (+ sum (* (at a i k) (at b k j))))))))))

(define (copy m) (vector-map vector-copy m))
(define (identity n) (make-matrix n n (lambda (i j) (if (= i j) 1 0))))
(define (transposed m) (make-matrix (columns m) (rows m) (lambda (i j) (at m j i))))

(define (power m n)
  (cond ((= n 0) (identity (rows m)))
        ((even? n) (let ((half (power m (quotient n 2)))) (product half half)))
        (else (product m (power m (- n 1))))))

;; Decomposes in place: L below the diagonal, U on and above it. Gives the permutation and the sign of its parity.
(define (decompose! m)
  (let* ((n (rows m)) (permutation (make-vector n)) (sign 1))
    (do ((i 0 (+ i 1))) ((= i n)) (vector-set! permutation i i))
    (do ((k 0 (+ k 1))) ((= k n))
      (let ((pivot (let loop ((i k) (best k))
                     (cond ((= i n) best)
                           ((> (abs (at m i k)) (abs (at m best k))) (loop (+ i 1) i))
                           (else (loop (+ i 1) best))))))
        (if (not (= pivot k))
            (let ((row (vector-ref m k)) (place (vector-ref permutation k)))
              (vector-set! m k (vector-ref m pivot))
              (vector-set! m pivot row)
              (vector-set! permutation k (vector-ref permutation pivot))
              (vector-set! permutation pivot place)
              (set! sign (- sign)))))
      (do ((i (+ k 1) (+ i 1))) ((= i n))
        (let ((factor (/ (at m i k) (at m k k))))
          (at! m i k factor)
          (do ((j (+ k 1) (+ j 1))) ((= j n))
            (at! m i j (- (at m i j) (* factor (at m k j))))))))
    (values permutation sign)))

(define (determinant m)
  (let ((m (copy m)))
    (let-values (((permutation sign) (decompose! m)))
      (let loop ((i 0) (d sign))
        (if (= i (rows m)) d (loop (+ i 1) (* d (at m i i))))))))

;; Solves m x = b for each column of b.
(define (solve m b)
  (let ((m (copy m)) (n (rows m)))
    (let-values (((permutation sign) (decompose! m)))
      (let ((x (make-matrix n (columns b) (lambda (i j) (at b (vector-ref permutation i) j)))))
        (do ((c 0 (+ c 1))) ((= c (columns b)) x)
          (do ((i 0 (+ i 1))) ((= i n))
            (do ((j 0 (+ j 1))) ((= j i))
              (at! x i c (- (at x i c) (* (at m i j) (at x j c))))))
          (do ((i (- n 1) (- i 1))) ((< i 0))
            (do ((j (+ i 1) (+ j 1))) ((= j n))
              (at! x i c (- (at x i c) (* (at m i j) (at x j c)))))
            (at! x i c (/ (at x i c) (at m i i)))))))))

(define (hilbert n) (make-matrix n n (lambda (i j) (/ 1 (+ i j 1)))))

;; Fibonacci numbers by powers of a matrix.
(write (at (power (vector (vector 1 1) (vector 1 0)) 300) 0 1)) (newline)
;; The exact inverse of a Hilbert matrix has integers only.
(write (solve (hilbert 4) (identity 4))) (newline)
(write (/ 1 (determinant (hilbert 6)))) (newline)
(write (equal? (identity 7) (product (hilbert 7) (solve (hilbert 7) (identity 7))))) (newline)
;; Flonums: a well-conditioned system with a known solution.
(define a (make-matrix size size (lambda (i j) (+ (sin (+ 1. (* i 1.3) (* j j .7))) (if (= i j) 4. 0.)))))
(define x (make-matrix size 1 (lambda (i j) (/ 1. (+ i 1)))))
(define found (solve a (product a x)))
(define worst
  (let loop ((i 0) (worst 0.))
    (if (= i size) worst (loop (+ i 1) (max worst (abs (- (at found i 0) (at x i 0))))))))
(write (< worst 1e-12)) (newline)
(define d (determinant a))
(write (< (abs (- d (determinant (transposed a)))) (* 1e-10 (abs d)))) (newline)
