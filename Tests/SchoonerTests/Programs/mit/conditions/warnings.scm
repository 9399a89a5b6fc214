(define (notes thunk) (call-with-output-string (lambda (port) (parameterize ((notification-output-port port)) (thunk)))))
(write-line (notes (lambda () (warn "Look out:" 'a "b" 3))))
(write-line (bind-condition-handler (list condition-type:warning) (lambda (c) (muffle-warning)) (lambda () (warn "unheard") 'done)))
