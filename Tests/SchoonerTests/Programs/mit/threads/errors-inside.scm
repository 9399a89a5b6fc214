; An error in a thread that nobody handles is reported, and the others go on.
(define finished #f)
(define erring
  (create-thread #f
    (lambda ()
      (call-with-current-continuation
       (lambda (k)
         (with-exception-handler
          (lambda (e) (set! finished (list 'handled (condition/report-string e))) (k #f))
          (lambda () (car 'not-a-pair))))))))
(let wait () (if (not finished) (begin (yield-current-thread) (wait))))
(write-line finished)
(define log '())
(define mutex (make-thread-mutex))
(define (careful thunk)
  (create-thread #f
    (lambda ()
      (let ((result (ignore-errors thunk)))
        (with-thread-mutex-lock mutex
          (lambda () (set! log (cons result log))))))))
(define threads (list (careful (lambda () (vector-ref (vector 1) 1))) (careful (lambda () 'fine)) (careful (lambda () (raise 'raised)))))
(let wait () (if (< (length log) 3) (begin (yield-current-thread) (wait))))
(write-line (sort (map (lambda (x) (if (condition? x) (condition/report-string x) (symbol->string x))) log) string<?))
(write-line (map thread-dead? threads))
