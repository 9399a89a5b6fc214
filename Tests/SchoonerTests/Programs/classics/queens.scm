;;; The queens of a chess board, none of which attacks another: all placements are counted, the first is shown.
(import (scheme base) (scheme write))

(define size 7)

(define (safe? row placed)
  (let loop ((placed placed) (distance 1))
    (or (null? placed)
        (and (not (= (car placed) row))
             (not (= (abs (- (car placed) row)) distance))
             (loop (cdr placed) (+ distance 1))))))

;; Calls found with each placement, a list of rows.
(define (for-each-placement n found)
  (let place ((column 0) (placed '()))
    (if (= column n)
        (found placed)
        (do ((row 0 (+ row 1)))
            ((= row n))
          (if (safe? row placed) (place (+ column 1) (cons row placed)))))))

(define (count-placements n)
  (let ((count 0))
    (for-each-placement n (lambda (placed) (set! count (+ count 1))))
    count))

(define (first-placement n)
  (call-with-current-continuation
   (lambda (return) (for-each-placement n return) #f)))

;; The same count with sets of columns and diagonals as the bits of numbers.
(define (count-with-sets n)
  (define (member-of? bit set) (odd? (quotient set bit)))
  (define all (expt 2 n))
  (let place ((row 0) (columns 0) (left 0) (right 0))
    (if (= row n)
        1
        (do ((bit 1 (* bit 2))
             (count 0
                    (if (or (member-of? bit columns) (member-of? bit left) (member-of? bit right))
                        count
                        (+ count
                           (place (+ row 1) (+ columns bit) (modulo (* 2 (+ left bit)) all) (quotient (+ right bit) 2))))))
            ((= bit all) count)))))

(display (count-placements size)) (newline)
(display (count-with-sets size)) (newline)
(display (map count-placements '(1 2 3 4 5 6))) (newline)
(write (first-placement size)) (newline)
