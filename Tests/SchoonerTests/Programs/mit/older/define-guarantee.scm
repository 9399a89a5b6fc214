; define-guarantee makes two procedures.
(define (port-number? object) (and (index-fixnum? object) (< object 65536)))
(define-guarantee port-number "port number")
(define (report thunk) (write-line (condition/report-string (ignore-errors thunk))))
(write-line (guarantee-port-number 80 'listen))
(report (lambda () (guarantee-port-number 65536 'listen)))
(report (lambda () (guarantee-port-number 'http)))
(report (lambda () (error:not-port-number 'http 'listen)))
