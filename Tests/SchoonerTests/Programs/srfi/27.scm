;; SRFI 27: sources of random bits.
(import (scheme base) (scheme write) (srfi 27))

(define-syntax show
  (syntax-rules ()
    ((_ form)
     (begin
       (write 'form)
       (display " => ")
       (write (call-with-current-continuation
               (lambda (k)
                 (with-exception-handler
                  (lambda (object) (k 'error))
                  (lambda () form)))))
       (newline)))))

(define (times count thunk)
  (if (= count 0)
      '()
      (let ((first (thunk)))
        (cons first (times (- count 1) thunk)))))
(define (every? predicate list)
  (or (null? list)
      (and (predicate (car list)) (every? predicate (cdr list)))))

;; Integers of any size.
(show (every? (lambda (n) (and (exact-integer? n) (< -1 n 6)))
              (times 200 (lambda () (random-integer 6)))))
(show (random-integer 1))
(define big (expt 10 60))
(show (every? (lambda (n) (and (exact-integer? n) (< -1 n big)))
              (times 50 (lambda () (random-integer big)))))
(show (let ((seen (times 400 (lambda () (random-integer 4)))))
        (map (lambda (n) (and (memv n seen) #t)) '(0 1 2 3 4))))
(show (random-integer 0))
(show (random-integer -1))
(show (random-integer 1.5))
(show (random-integer 'a))

;; Reals between 0 and 1.
(show (every? (lambda (x) (and (inexact? x) (< 0 x 1)))
              (times 200 random-real)))

;; Sources.
(show (random-source? default-random-source))
(show (random-source? 'a))
(define s (make-random-source))
(define t (make-random-source))
(show (random-source? s))
(define s-integer (random-source-make-integers s))
(define t-integer (random-source-make-integers t))
;; New sources give the same numbers.
(show (equal? (times 20 (lambda () (s-integer 1000000)))
              (times 20 (lambda () (t-integer 1000000)))))
;; A state can be kept and restored, and read back from text.
(define state (random-source-state-ref s))
(define after (times 10 (lambda () (s-integer big))))
(random-source-state-set! s state)
(show (equal? after (times 10 (lambda () (s-integer big)))))
(random-source-state-set! t state)
(show (equal? after (times 10 (lambda () (t-integer big)))))
(show (random-source-state-set! s 'no-state))
(show (random-source-state-set! s '(mrg32k3a 0 0 0 1 1 1)))
(show (random-source-state-ref 'a))

;; Randomizing gives other numbers.
(define before (random-source-state-ref s))
(random-source-randomize! s)
(show (equal? before (random-source-state-ref s)))

;; Sources with the same indices agree, others do not.
(define (sample i j)
  (let ((source (make-random-source)))
    (random-source-pseudo-randomize! source i j)
    (let ((draw (random-source-make-integers source)))
      (times 5 (lambda () (draw 1000000000))))))
(show (equal? (sample 3 4) (sample 3 4)))
(show (equal? (sample 3 4) (sample 4 3)))
(show (equal? (sample 0 0) (sample 0 1)))
(show (sample 0 0))
(show (sample 1 2))
(show (let ((source (make-random-source)))
        (random-source-pseudo-randomize! source 5 7)
        (random-source-state-ref source)))
(show (random-source-pseudo-randomize! s -1 0))
(show (random-source-pseudo-randomize! s 0 'a))

;; Reals in steps of a unit.
(define exact-real (random-source-make-reals s 1/4))
(show (let ((seen (times 200 exact-real)))
        (list (every? (lambda (x) (and (exact? x) (< 0 x 1))) seen)
              (map (lambda (x) (and (memv x seen) #t)) '(1/4 1/2 3/4 1)))))
(define coarse-real (random-source-make-reals s .5))
(show (every? (lambda (x) (and (inexact? x) (< 0 x 1))) (times 20 coarse-real)))
(define fine-real (random-source-make-reals s))
(show (every? (lambda (x) (and (inexact? x) (< 0 x 1))) (times 20 fine-real)))
(show (exact? ((random-source-make-reals s (expt 10 -40)))))
(show (random-source-make-reals s 1))
(show (random-source-make-reals s 'a))

;; A throw of many dice comes near its mean.
(show (let loop ((n 0) (sum 0))
        (if (= n 600)
            (< 1800 sum 2400)
            (loop (+ n 1) (+ sum 1 (random-integer 6))))))
