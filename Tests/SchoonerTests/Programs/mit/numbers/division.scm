(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (list (quotient -7 2) (remainder -7 2) (modulo -7 2)))
(write-line (list (floor-quotient -7 2) (floor-remainder -7 2)))
(write-line (gcd 12 18))
(write-line (lcm 4 6))
(write-line (report (lambda () (quotient 1 0))))
(write-line (report (lambda () (modulo 1 0))))
(write-line (report (lambda () (/ 1 0))))
(write-line (report (lambda () (+ 1 'a))))
(write-line (report (lambda () (< 1 "2"))))
