; A menu of restarts for a batch of jobs: each error is answered as its kind asks.
(define (run-job job)
  (call-with-current-continuation
   (lambda (k)
     (with-restart 'use-value "Use a value instead." k values
       (lambda ()
         (with-restart 'skip "Skip this job." (lambda () (k 'skipped)) values
           (lambda ()
             (let ((value (job)))
               (if (not (number? value)) (error "Not a number:" value))
               value))))))))
(define (choose c)
  (cond ((eq? (condition/type c) condition-type:divide-by-zero) (use-value 'infinite))
        ((eq? (condition/type c) condition-type:unbound-variable) (invoke-restart (find-restart 'skip)))
        ((eq? (condition/type c) condition-type:simple-error)
         (use-value (list 'wrong (access-condition c 'irritants))))))
(define (run-all jobs)
  (bind-condition-handler (list condition-type:error) choose
    (lambda () (map run-job jobs))))
(write-line
 (run-all (list (lambda () 1)
                (lambda () (/ 1 0))
                (lambda () no-such-variable)
                (lambda () 'word)
                (lambda () (* 6 7)))))
(write-line (map restart/name (call-with-current-continuation
                               (lambda (k) (bind-condition-handler '() (lambda (c) (k (list-head (condition/restarts c) 2)))
                                             (lambda () (run-job (lambda () 'x))))))))
