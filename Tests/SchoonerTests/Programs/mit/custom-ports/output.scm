; A port whose write-char is a procedure: everything that writes goes through it, a character at a time.
(define log '())
(define port
  (make-textual-port
   (make-textual-port-type
    `((write-char ,(lambda (port char) (set! log (cons char log)) 1)))
    #f)
   'state))
(define-syntax show
  (syntax-rules ()
    ((_ e)
     (begin
       e
       (write (list->string (reverse log)))
       (newline)
       (set! log '())))))
(write (list (port? port) (textual-port? port) (output-port? port) (input-port? port) (i/o-port? port)))
(newline)
(write (list (port/state port) (textual-port-state port) (port/operation-names port)))
(newline)
(show (write-char #\a port))
(show (write-string "hello\nab" port))
(show (write-string "hello" port 1 3))
(show (write '(1 "a" #\b sym #(1.5 ())) port))
(show (display '(1 "a" #\b) port))
(show (display "text" port))
(show (write-line 'x port))
(show (fresh-line port))
(show (write 42 port))
(show (fresh-line port))
(show (newline port))
(show (write-shared (let ((x (list 1))) (list x x)) port))
(show (pp '(define (f x) (* x 2)) port))
(show (flush-output port))
(show (parameterize ((current-output-port port)) (display "inner") (write-string " more") (newline)))
(show (with-output-to-string (lambda () (display "beside" port))))
(show (call-with-truncated-output-port 5 port (lambda (port) (write "hello world" port))))
(write (list (output-port-open? port) (output-port/x-size port) (output-port/y-size port)))
(newline)
