; Handlers see a condition from the innermost outwards, each outside itself; those that return decline.
(define log '())
(define (note x) (set! log (cons x log)))
(define (noting name) (lambda (c) (note (list name (access-condition c 'message)))))
(define (finish k) (lambda (c) (note 'finish) (k 'done)))

(write-line
 (call-with-current-continuation
  (lambda (k)
    (bind-condition-handler (list condition-type:error) (finish k)
      (lambda ()
        (bind-condition-handler (list condition-type:warning) (noting 'warning)
          (lambda ()
            (bind-condition-handler (list condition-type:simple-error) (noting 'simple)
              (lambda ()
                (bind-condition-handler '() (noting 'any)
                  (lambda () (error "one"))))))))))))
(write-line (reverse log))

; A handler runs in the dynamic state of the signal, but with only the outer handlers.
(set! log '())
(define p (make-settable-parameter 'outside))
(call-with-current-continuation
 (lambda (k)
   (bind-condition-handler '() (lambda (c) (note (list 'outer (condition/report-string c))) (k #f))
     (lambda ()
       (bind-condition-handler '()
           (lambda (c) (note (list 'inner (p))) (error "from the handler"))
         (lambda () (parameterize ((p 'inside)) (error "first"))))))))
(write-line (reverse log))
