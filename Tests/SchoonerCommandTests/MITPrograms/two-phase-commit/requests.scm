;;; Requests travel as text that evaluates to a request.
(define (make-request type id body) (list 'request type id body))
(define (request? object) (and (pair? object) (eq? (car object) 'request)))
(define request-type cadr)
(define request-id caddr)
(define request-body cadddr)

(define (procedure->text procedure)
  (call-with-output-string
    (lambda (port)
      (write (unsyntax-procedure procedure) port))))

;; A procedure is sent as its own source.
(define (unsyntax-procedure procedure)
  (if (compound-procedure? procedure)
      (procedure-source procedure)
      (error "Only compound procedures can be sent:" procedure)))

(define (procedure-source procedure)
  (let ((text (with-output-to-string (lambda () (pp procedure)))))
    (let ((datum (read (open-input-string text))))
      (if (eq? (car datum) 'named-lambda)
          `(lambda ,(cdadr datum) ,@(cddr datum))
          (if (eq? (car datum) 'define)
              `(lambda ,(cdadr datum) ,@(cddr datum))
              datum)))))

(define (request->text type id body)
  (call-with-output-string
    (lambda (port)
      (write `(make-request ',type ,id ,(if (procedure? body) (procedure-source body) `',body)) port))))

(define (send-request port type id body)
  (write-string (request->text type id body) port)
  (newline port)
  (flush-output port))

(define (eval-str string)
  (eval (with-input-from-string string read) (the-environment)))
