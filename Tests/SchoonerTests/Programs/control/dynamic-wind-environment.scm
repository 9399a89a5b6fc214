; R7RS 6.10: before and after run in the dynamic environment of the call of dynamic-wind, whoever leaves or enters.
(define place (make-parameter 'outside))
(define (note what) (write (list what (place))) (newline))

(define again #f)
(define count 0)
(parameterize ((place 'around))
  (dynamic-wind
   (lambda () (note 'before))
   (lambda ()
     (parameterize ((place 'inside))
       (call/cc (lambda (k) (set! again k)))
       (note 'body)))
   (lambda () (note 'after))))
(if (< count 1)
    (begin (set! count (+ count 1))
           (again 'once-more)))

; An escape from deep inside.
(call/cc
 (lambda (k)
   (parameterize ((place 'around))
     (dynamic-wind
      (lambda () #f)
      (lambda () (parameterize ((place 'deep)) (k 1)))
      (lambda () (note 'escaped))))))

; An error in AFTER goes to the handler around the call, though the handler itself is what leaves.
(define errors '())
(call/cc
 (lambda (k)
   (bind-condition-handler (list condition-type:error)
       (lambda (condition)
         (set! errors (cons (condition/report-string condition) errors))
         (k 'left))
     (lambda ()
       (dynamic-wind
        (lambda () #f)
        (lambda () (error "first:" 1))
        (lambda ()
          (if (null? (cdr errors))
              (error "second:" 2))))))))
(write (reverse errors))
(newline)
