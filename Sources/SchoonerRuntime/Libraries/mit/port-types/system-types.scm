;;; The types of the system's own ports. Their operations work on a custom port too whose state is such a port.

(define (behind port)
  (let ((record (port-record port)))
    (if record (behind (port-record-state record)) port)))

(define (last-argument-port procedure)
  (lambda (port object) (procedure object (behind port))))

(define (first-argument-port procedure)
  (lambda (port . rest) (apply procedure (behind port) rest)))

(define input-operations
  `((eof? ,(lambda (port) (eof-object? (peek-char (behind port)))))
    (input-line ,(first-argument-port input-port/line))
    (close-input ,(first-argument-port close-input-port))
    (input-channel ,(first-argument-port %port-channel))
    (input-open? ,(first-argument-port input-port-open?))
    (read-line ,(first-argument-port read-line))
    (char-ready? ,(first-argument-port char-ready?))
    (peek-char ,(first-argument-port peek-char))
    (read-char ,(first-argument-port read-char))
    (read-substring ,(lambda (port string start end) (read-string! string (behind port) start end)))
    (unread-char ,(last-argument-port unread-char))))

(define output-operations
  `((close-output ,(first-argument-port close-output-port))
    (output-channel ,(first-argument-port %port-channel))
    (output-open? ,(first-argument-port output-port-open?))
    (write-string ,(last-argument-port write-string))
    (fresh-line ,(first-argument-port fresh-line))
    (x-size ,(lambda (port) 80))
    (y-size ,(lambda (port) (and (console-i/o-port? (behind port)) 24)))
    (discretionary-flush-output ,(first-argument-port flush-output))
    (flush-output ,(first-argument-port flush-output))
    (write-char ,(lambda (port char) (write-char char (behind port)) 1))
    (write-substring
     ,(lambda (port string start end) (write-string string (behind port) start end) (- end start)))))

(define common-operations
  `((close ,(first-argument-port close-port))
    (coding ,(first-argument-port port/coding))
    (known-coding? ,(first-argument-port port/known-coding?))
    (known-codings ,(first-argument-port port/known-codings))
    (known-line-ending? ,(first-argument-port port/known-line-ending?))
    (known-line-endings ,(first-argument-port port/known-line-endings))
    (line-ending ,(first-argument-port port/line-ending))
    (open? ,(first-argument-port textual-port-open?))
    (set-coding ,(first-argument-port port/set-coding))
    (set-line-ending ,(first-argument-port port/set-line-ending))
    (supports-coding? ,(first-argument-port port/supports-coding?))))

(define system-input-type (make-textual-port-type (append common-operations input-operations) #f))
(define system-output-type (make-textual-port-type (append common-operations output-operations) #f))
(define system-i/o-type
  (make-textual-port-type (append common-operations input-operations output-operations) #f))

(define (system-port-type port)
  (cond ((not (textual-port? port)) (error:wrong-type-argument port #f 'textual-port-type))
        ((not (input-port? port)) system-output-type)
        ((not (output-port? port)) system-input-type)
        (else system-i/o-type)))
