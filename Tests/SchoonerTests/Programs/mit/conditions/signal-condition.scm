(define my-type (make-condition-type 'note #f '() (lambda (c p) (write-string "note" p))))
(define c (call-with-current-continuation (lambda (k) (make-condition my-type k '() '()))))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (bind-condition-handler (list my-type) (lambda (c) (k 'handled))
      (lambda () (signal-condition c) 'not-handled)))))
(write-line (begin (signal-condition c) 'nobody))
