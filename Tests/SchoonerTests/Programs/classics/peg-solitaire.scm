;;; Triangular peg solitaire: jumps until one peg is left, with positions already tried remembered.
(import (scheme base) (scheme write))

(define rows 5)
(define empty-hole 4)

(define (triangle n) (quotient (* n (+ n 1)) 2))
(define holes (triangle rows))
(define (place row column) (+ (triangle row) column))

;; Each jump is a list: from, over, to.
(define jumps
  (let ((found '()))
    (define (add! a b c) (set! found (cons (list a b c) (cons (list c b a) found))))
    (do ((row 0 (+ row 1))) ((= row rows))
      (do ((column 0 (+ column 1))) ((> column row))
        (if (<= (+ column 2) row) (add! (place row column) (place row (+ column 1)) (place row (+ column 2))))
        (if (< (+ row 2) rows)
            (begin
              (add! (place row column) (place (+ row 1) column) (place (+ row 2) column))
              (add! (place row column) (place (+ row 1) (+ column 1)) (place (+ row 2) (+ column 2)))))))
    (reverse found)))

(define (board-number board)
  (let loop ((i 0) (n 0))
    (if (= i holes) n (loop (+ i 1) (+ (* 2 n) (if (vector-ref board i) 1 0))))))

(define (solve board pegs)
  (define tried (make-vector (expt 2 holes) #f))
  (define (try pegs path)
    (if (= pegs 1)
        (reverse path)
        (let ((number (board-number board)))
          (if (vector-ref tried number)
              #f
              (begin
                (vector-set! tried number #t)
                (let loop ((rest jumps))
                  (if (null? rest)
                      #f
                      (let* ((jump (car rest)) (from (car jump)) (over (cadr jump)) (to (car (cddr jump))))
                        (or (and (vector-ref board from) (vector-ref board over) (not (vector-ref board to))
                                 (let ()
                                   (vector-set! board from #f) (vector-set! board over #f) (vector-set! board to #t)
                                   (let ((result (try (- pegs 1) (cons (cons from to) path))))
                                     (vector-set! board from #t) (vector-set! board over #t) (vector-set! board to #f)
                                     result)))
                            (loop (cdr rest)))))))))))
  (try pegs '()))

(define board (make-vector holes #t))
(vector-set! board empty-hole #f)
(write (length jumps)) (newline)
(write (solve board (- holes 1))) (newline)
