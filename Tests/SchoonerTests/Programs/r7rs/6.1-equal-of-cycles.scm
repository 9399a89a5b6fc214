;; R7RS 6.1: equal? on circular objects
(import (scheme base) (scheme write))
(include "checking.scm")

;; equal? always terminates, even if its arguments contain cycles.
(define (circle . items)
  (let ((items (list-copy items))) (let loop ((p items)) (if (null? (cdr p)) (set-cdr! p items) (loop (cdr p)))) items))
(check (equal? (circle 'a 'b) (circle 'a 'b 'a 'b)) => #t)
(check (equal? (circle 'a 'b) (circle 'a 'b 'a)) => #f)
(check (equal? (circle 1) (circle 1 1 1)) => #t)
(check (let ((v (vector 1 #f)) (w (vector 1 #f))) (vector-set! v 1 v) (vector-set! w 1 w) (equal? v w)) => #t)
(check (let ((v (vector 1 #f)) (w (vector 2 #f))) (vector-set! v 1 v) (vector-set! w 1 w) (equal? v w)) => #f)
(check (let ((x (list 1 2)) (y (list 1 2))) (set-car! x y) (set-car! y x) (equal? x y)) => #t)

(report-checks)
