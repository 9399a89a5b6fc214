(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define (within? x low high) (and (<= low x) (< x high)))
(write-line (within? (random 10) 0 10))
(write-line (within? (random 1.) 0. 1.))
(write-line (exact? (random 10)))
(write-line (within? (random (expt 10 30)) 0 (expt 10 30)))
(write-line (report (lambda () (random 0))))
(write-line (report (lambda () (random -1))))
(write-line (within? (random-integer 5) 0 5))
(write-line (within? (random-real) 0 1))
(write-line (bytevector-length (random-bytevector 8)))
