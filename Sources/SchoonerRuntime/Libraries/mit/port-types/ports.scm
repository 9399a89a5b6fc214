;;; Ports

;; `ahead` is a character or the eof object that was peeked at or put back, or #f.
(define-record-type custom-port
  (%make-record type state ahead line-start?)
  custom-port?
  (type port-record-type)
  (state port-record-state set-port-record-state!)
  (ahead ahead set-ahead!)
  (line-start? line-start? set-line-start?!))

(define (make-textual-port type state #!optional caller)
  (if (not (port-type? type))
      (error:wrong-type-argument type #f (if (default-object? caller) 'make-textual-port caller)))
  (if (port-type/operation type 'write-self) (show-write-self))
  (%make-custom-port serve (%make-record type state #f #t) (input-port-type? type) (output-port-type? type)))

(define make-port make-textual-port)

(define (port-record port) (%custom-port-record port))

(define (textual-port-type port)
  (let ((record (port-record port)))
    (cond (record (port-record-type record))
          ((port? port) (system-port-type port))
          (else (error:wrong-type-argument port #f 'textual-port-type)))))

(define (textual-port-state port)
  (let ((record (port-record port)))
    (cond (record (port-record-state record))
          ((port? port) port)
          (else (error:wrong-type-argument port #f 'textual-port-state)))))

(define (set-textual-port-state! port state)
  (let ((record (port-record port)))
    (if (not record) (error:wrong-type-argument port #f 'set-textual-port-state!))
    (set-port-record-state! record state)))

(define port/type textual-port-type)
(define port/state textual-port-state)
(define set-port/state! set-textual-port-state!)

(define (as-port port) (if (or (port? port) (not (procedure? port))) port (port)))

(define (textual-port-operation port name) (port-type/operation (textual-port-type (as-port port)) name))
(define (textual-port-operation-names port) (port-type/operation-names (textual-port-type (as-port port))))
(define port/operation textual-port-operation)
(define port/operation-names textual-port-operation-names)

;;; Printed form

(define shows-write-self? #f)

(define (show-write-self)
  (if (not shows-write-self?)
      (begin
        (set! shows-write-self? #t)
        (define-print-method (lambda (object) (and (port-record object) (write-self object) #t))
          (bracketed-print-method
           (lambda (port)
             (string-append "textual"
                            (if (input-port? port) (if (output-port? port) "-i/o" "-input") "-output")
                            "-port"))
           (lambda (port output) ((write-self port) port output)))))))

(define (write-self port) (port-type/operation (port-record-type (port-record port)) 'write-self))
