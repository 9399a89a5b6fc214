(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define (make-stack)
  (let ((items '()))
    (named-lambda (stack message . args)
      (case message
        ((push!) (set! items (append args items)) 'ok)
        ((pop!) (if (null? items) (error "Stack underflow") (let ((x (car items))) (set! items (cdr items)) x)))
        ((size) (length items))
        (else (error "Unknown message:" message))))))
(define s (make-stack))
(s 'push! 1 2)
(write-line (s 'pop!))
(write-line (s 'size))
(write-line (report (lambda () (s 'frob))))
(s 'pop!)
(write-line (report (lambda () (s 'pop!))))
