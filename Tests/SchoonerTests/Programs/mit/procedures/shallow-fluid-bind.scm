(define trail '())
(define (note x) (set! trail (cons x trail)))
(write-line (shallow-fluid-bind (lambda () (note 'in)) (lambda () 'value) (lambda () (note 'out))))
(write-line (reverse trail))
