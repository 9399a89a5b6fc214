; Looking at the stack of a computation that was left runs none of its dynamic-winds.
(define log '())
(define (note item) (set! log (cons item log)))
(define kept
  (call-with-current-continuation
   (lambda (k)
     (dynamic-wind
      (lambda () (note 'in))
      (lambda ()
        (bind-condition-handler (list condition-type:error)
            (lambda (condition)
              (note (and (continuation->stack-frame (condition/continuation condition)) 'looked))
              (k condition))
          (lambda () (dynamic-wind (lambda () (note 'inner)) (lambda () (+ 1 (error "stop"))) (lambda () (note 'left))))))
      (lambda () (note 'out))))))
(write-line (reverse log))
(set! log '())
(write-line (and (continuation->stack-frame (condition/continuation kept)) #t))
(write-line log)
