;; Lists through higher-order procedures written in the program, with recursion 1000 calls deep.
(import (scheme base) (scheme write))

(define size 50)

(define (numbers-below n)
  (let loop ((i (- n 1)) (result '()))
    (if (< i 0)
        result
        (loop (- i 1) (cons i result)))))

(define (map-list procedure items)
  (if (null? items)
      '()
      (cons (procedure (car items))
            (map-list procedure (cdr items)))))

(define (keep-if wanted? items)
  (cond ((null? items) '())
        ((wanted? (car items)) (cons (car items) (keep-if wanted? (cdr items))))
        (else (keep-if wanted? (cdr items)))))

(define (fold-list procedure initial items)
  (if (null? items)
      initial
      (fold-list procedure (procedure (car items) initial) (cdr items))))

(define (one-round)
  (fold-list + 0
             (map-list (lambda (x) (+ x 1))
                       (keep-if (lambda (x) (= 0 (remainder x 2)))
                                (map-list (lambda (x) (* x 3))
                                          (numbers-below 1000))))))

(define (often count result)
  (if (= count 0)
      result
      (often (- count 1) (one-round))))

(write (often size 0))
(newline)
