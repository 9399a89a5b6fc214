(define-record-type thing (make-thing name) thing? (name thing-name))
(define-print-method thing? (standard-print-method (lambda (t) (thing-name t))))
(write-line (make-thing 'alpha))
(write-line (make-thing 'beta))
