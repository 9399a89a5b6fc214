;; An error caught outside runs the after thunk before the handler's continuation goes on.
(define (note x) (display x) (newline))
(write-line
 (call/cc
  (lambda (k)
    (with-exception-handler
     (lambda (e) (note 'handler) (k 'caught))
     (lambda ()
       (dynamic-wind (lambda () (note 'before))
                     (lambda () (error "oops"))
                     (lambda () (note 'after))))))))
(write-line
 (guard (e (#t (note 'clause) 'guarded))
   (dynamic-wind (lambda () (note 'before))
                 (lambda () (raise 'x))
                 (lambda () (note 'after)))))
