;;; Tracing from Emacs. What traced procedures tell goes where the output of their callers goes.

(define (toggle-trace text environment)
  (let ((value (name-value text environment (lambda () (error "There is no such procedure:" text)))))
    (if (traced-procedure? value)
        (begin
          (untrace value)
          (string-append text " is not traced any more."))
        (begin
          (trace value environment)
          (string-append text " is traced now.")))))

(define-request '(swank:swank-toggle-trace)
  (lambda (connection text)
    (toggle-trace (if (string? text) text (write-to-string text)) (buffer-environment))))

(define-request '(swank:untrace-all)
  (lambda (connection)
    (untrace)
    #f))
