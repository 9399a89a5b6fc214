;;; Closing and settings

(define (custom-close-port port)
  (let ((port (as-port port)))
    (if (port-type/operation (port-record-type (port-record port)) 'close)
        (perform port 'close)
        (begin
          (perform port 'close-output)
          (perform port 'close-input)))
    unspecific))

(define ((closer name) port)
  (perform (as-port port) name)
  unspecific)

(define ((open-question . names) port)
  (let ((operation
         (any (lambda (name) (port-type/operation (port-record-type (port-record port)) name)) names)))
    (if operation (operation port) #t)))

(define ((setting name caller) port . arguments)
  (let* ((port (as-port port))
         (operation (port-type/operation (port-record-type (port-record port)) name)))
    (if operation
        (apply operation port arguments)
        (error:bad-range-argument port caller))))

;;; What the system's procedures leave to these when they meet a custom port.

(define servers
  (list (cons write-string custom-write-string)
        (cons write-char custom-write-char)
        (cons display (custom-printer display))
        (cons write (custom-printer write))
        (cons newline custom-newline)
        (cons read-char custom-read-char)
        (cons peek-char custom-peek-char)
        (cons read-line custom-read-line)
        (cons read custom-read)
        (cons flush-output custom-flush-output)
        (cons flush-output-port custom-flush-output)
        (cons fresh-line custom-fresh-line)
        (cons write-line custom-write-line)
        (cons read-string custom-read-string)
        (cons read-delimited-string custom-read-string)
        (cons read-string! custom-read-string!)
        (cons char-ready? custom-char-ready?)
        (cons unread-char custom-unread-char)
        (cons read-char-no-hang custom-read-char-no-hang)
        (cons write-simple (custom-printer write-simple))
        (cons write-shared (custom-printer write-shared))
        (cons close-port custom-close-port)
        (cons close-input-port (closer 'close-input))
        (cons close-output-port (closer 'close-output))
        (cons input-port-open? (open-question 'input-open? 'open?))
        (cons output-port-open? (open-question 'output-open? 'open?))
        (cons textual-port-open? (open-question 'open?))
        (cons input-port/line
              (lambda (port)
                (let ((operation (port-type/operation (textual-port-type port) 'input-line)))
                  (and operation (operation port)))))
        (cons port/coding (setting 'coding 'port/coding))
        (cons port/set-coding (setting 'set-coding 'port/set-coding))
        (cons port/known-coding? (setting 'known-coding? 'port/known-coding?))
        (cons port/known-codings (setting 'known-codings 'port/known-codings))
        (cons port/line-ending (setting 'line-ending 'port/line-ending))
        (cons port/set-line-ending (setting 'set-line-ending 'port/set-line-ending))
        (cons port/known-line-ending? (setting 'known-line-ending? 'port/known-line-ending?))
        (cons port/known-line-endings (setting 'known-line-endings 'port/known-line-endings))))

(define (serve primitive arguments)
  (apply (cdr (assq primitive servers)) arguments))
