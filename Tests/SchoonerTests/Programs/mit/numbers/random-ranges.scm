; RANDOM gives numbers of its argument's kind below it.
(define (all? n pred) (let loop ((i 0)) (or (= i n) (and (pred) (loop (+ i 1))))))
(define (report thunk)
  (call-with-current-continuation
   (lambda (k) (with-exception-handler (lambda (c) (k (condition/report-string c))) thunk))))
(write-line (all? 200 (lambda () (let ((r (random 10))) (and (exact-integer? r) (<= 0 r 9))))))
(write-line (all? 200 (lambda () (let ((r (random 1.))) (and (inexact? r) (<= 0 r) (< r 1))))))
(write-line (all? 50 (lambda () (< -1 (random (expt 10 40)) (expt 10 40)))))
(write-line (random 1))
(write-line (let ((seen (make-vector 4 #f))) (do ((i 0 (+ i 1))) ((= i 400) seen) (vector-set! seen (random 4) #t))))
(write-line (report (lambda () (random 0))))
(write-line (report (lambda () (random -5))))
(write-line (report (lambda () (random 'a))))
