; What DYNAMIC-WIND does while a condition is handled, and when the handler leaves.
(define log '())
(define (note x) (set! log (cons x log)))
(define (show) (write-line (reverse log)) (set! log '()))
(define (wound name thunk)
  (dynamic-wind (lambda () (note (list 'in name)))
                thunk
                (lambda () (note (list 'out name)))))

; The handler runs inside, the escape leaves.
(call-with-current-continuation
 (lambda (k)
   (bind-condition-handler '() (lambda (c) (note 'handler) (k 'left))
     (lambda () (wound 'a (lambda () (wound 'b (lambda () (error "x")))))))))
(show)
; A restart within: only what lies inside it is left.
(wound 'outer
  (lambda ()
    (bind-condition-handler '() (lambda (c) (note 'handler) (use-value 'value))
      (lambda ()
        (note (call-with-current-continuation
               (lambda (k)
                 (with-restart 'use-value "Use a value." k values
                   (lambda () (wound 'inner (lambda () (error "y"))) 'not-reached)))))))))
(show)
; WITHIN-CONTINUATION runs its thunk where the continuation is.
(define result
  (wound 'w
    (lambda ()
      (+ 1 (call-with-current-continuation
            (lambda (k)
              (wound 'v (lambda () (within-continuation k (lambda () (note 'thunk) 41))))))))))
(note result)
(show)
; An error in the after thunk replaces the escape.
(note
 (call-with-current-continuation
  (lambda (k)
    (bind-condition-handler '() (lambda (c) (k (condition/report-string c)))
      (lambda ()
        (call-with-current-continuation
         (lambda (j)
           (dynamic-wind (lambda () #f)
                         (lambda () (j 'inner))
                         (lambda () (error "after"))))))))))
(show)
