;; Lists built and taken apart: every solution of the eight queens puzzle.
(import (scheme base) (scheme write))

(define size 4)

(define (queens board-size)

  (define (one-to n)
    (let loop ((i n) (result '()))
      (if (= i 0)
          result
          (loop (- i 1) (cons i result)))))

  (define (try candidates rejected placed)
    (if (null? candidates)
        (if (null? rejected) 1 0)
        (+ (if (safe? (car candidates) 1 placed)
               (try (append rejected (cdr candidates)) '() (cons (car candidates) placed))
               0)
           (try (cdr candidates) (cons (car candidates) rejected) placed))))

  (define (safe? row distance placed)
    (or (null? placed)
        (and (not (= (car placed) (+ row distance)))
             (not (= (car placed) (- row distance)))
             (safe? row (+ distance 1) (cdr placed)))))

  (try (one-to board-size) '() '()))

(define (queens-often count result)
  (if (= count 0)
      result
      (queens-often (- count 1) (queens 8))))

(write (queens-often size 0))
(newline)
