; Restarts as objects: effectors, interactors, properties, and lists of them as arguments.
(define (with-two thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-restart 'first "First." (lambda args (k (cons 'first args))) (lambda () (values 1 2))
       (lambda ()
         (with-restart 'second (lambda (port) (write-string "Second, by a procedure." port))
             (lambda args (k (cons 'second args))) values
           thunk))))))
(write-line (with-two (lambda () ((restart/effector (find-restart 'first)) 'a))))
(write-line (with-two (lambda () (invoke-restart (find-restart 'second) 'x 'y))))
(write-line (with-two (lambda () (invoke-restart-interactively (find-restart 'first)))))
(with-two
 (lambda ()
   (let ((r (find-restart 'second)))
     (write-line (call-with-output-string (lambda (port) (write-restart-report r port))))
     (restart/put! r 'note 'kept)
     (write-line (restart/get r 'note))
     (write-line (restart/name r))
     (write-line (restart? r))
     (write-line (eq? r (find-restart 'second (bound-restarts))))
     (write-line (find-restart 'second '()))
     (write-line (eq? (first-bound-restart) r)))))
(write-line (with-two (lambda () (find-restart 'third))))
