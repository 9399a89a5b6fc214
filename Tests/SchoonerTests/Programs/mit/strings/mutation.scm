(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define s (make-string 3 #\a))
(string-set! s 1 #\b)
(write-line s)
(string-fill! s #\z)
(write-line s)
(define t (string-copy "hello"))
(string-copy! t 0 "HE")
(write-line t)
(write-line (substring t 1 3))
(write-line (report (lambda () (string-set! s 10 #\a))))
(write-line (report (lambda () (substring "abc" 2 1))))
