(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define conversions (make-equal-hash-table))
(define (define-conversion from to f) (hash-table-set! conversions (list from to) f))
(define-conversion 'km 'mile (lambda (x) (/ x 1.609344)))
(define-conversion 'c 'f (lambda (x) (+ 32 (* 9/5 x))))
(define (convert x from to) ((hash-table-ref conversions (list from to) (lambda () (error "No conversion:" from to))) x))
(write-line (convert 100 'c 'f))
(write-line (round->exact (convert 16.09344 'km 'mile)))
(write-line (report (lambda () (convert 1 'c 'mile))))
