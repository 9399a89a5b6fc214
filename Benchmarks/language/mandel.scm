;; Flonum arithmetic in a loop: how many of 200 × 100 points stay bounded for 100 steps.
(import (scheme base) (scheme write))

(define size 10)

(define (steps cr ci)
  (let loop ((zr 0.) (zi 0.) (count 0))
    (if (= count 100)
        count
        (let ((zr2 (* zr zr))
              (zi2 (* zi zi)))
          (if (> (+ zr2 zi2) 4.)
              count
              (loop (+ (- zr2 zi2) cr)
                    (+ (* 2. (* zr zi)) ci)
                    (+ count 1)))))))

(define (mandel columns rows)
  (let row-loop ((row 0) (y -1.) (total 0))
    (if (= row rows)
        total
        (row-loop (+ row 1)
                  (+ y .02)
                  (let column-loop ((column 0) (x -2.) (total total))
                    (if (= column columns)
                        total
                        (column-loop (+ column 1)
                                     (+ x .015)
                                     (+ total (if (= 100 (steps x y)) 1 0)))))))))

(write (mandel 200 size))
(newline)
