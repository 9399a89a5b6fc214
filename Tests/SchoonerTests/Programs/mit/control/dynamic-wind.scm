(define trail '())
(define (note x) (set! trail (cons x trail)))
(call-with-current-continuation (lambda (k) (dynamic-wind (lambda () (note 'in)) (lambda () (k 1)) (lambda () (note 'out)))))
(write-line (reverse trail))
