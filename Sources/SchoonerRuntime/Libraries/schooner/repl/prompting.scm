;;; Asking the person at the console (MIT Scheme 14.9).

(define (prompt-port port)
  (cond ((not (default-object? port)) port)
        ((current-repl) => repl/port)
        (else console-i/o-port)))

(define (canonical-prompt prompt)
  (if (string-suffix? " " prompt)
      prompt
      (string-append prompt ": ")))

(define (ask prompt port)
  (fresh-line port)
  (newline port)
  (write-string prompt port)
  (flush-output port))

;; Asks for a form. At a terminal where lines can be edited the editor shows the prompt, as it must write it again when the
;; line changes; read-answer, or %end-form, has to follow.
(define (begin-form prompt environment port)
  (if (%begin-form port prompt environment)
      (begin
        (fresh-line port)
        (newline port)
        (flush-output port))
      (ask prompt port)))

(define (read-answer port)
  (let ((datum (read port)))
    (%end-form port)
    datum))

(define (prompt-environment)
  (let ((repl (current-repl)))
    (if repl (repl/environment repl) user-initial-environment)))

(define (prompt-for-expression prompt #!optional port)
  (let ((port (prompt-port port)))
    (begin-form (canonical-prompt prompt) (prompt-environment) port)
    (let ((datum (read-answer port)))
      (if (eof-object? datum)
          (error "End of input while reading the answer to:" prompt)
          datum))))

(define (prompt-for-evaluated-expression prompt #!optional environment port)
  (eval (prompt-for-expression prompt port)
        (if (and (not (default-object? environment)) (environment? environment))
            environment
            (prompt-environment))))

(define (prompt-for-command-expression prompt #!optional port)
  (let ((port (prompt-port port)))
    (begin-form (string-append prompt " ") (prompt-environment) port)
    (read-answer port)))

(define (prompt-for-string prompt #!optional port)
  (let ((port (prompt-port port)))
    (ask prompt port)
    (skip-line-end port)
    (read-line port)))

;; What is left of the line with the expression that asks.
(define (skip-line-end port)
  (if (and (char-ready? port) (eqv? (peek-char port) #\newline))
      (read-char port)))

(define (prompt-for-command-char prompt #!optional port)
  (let ((port (prompt-port port)))
    (ask (string-append prompt " ") port)
    (let loop ()
      (let ((char (read-char port)))
        (if (and (char? char) (char-whitespace? char))
            (loop)
            char)))))

(define (prompt-for-confirmation prompt #!optional port)
  (let ((port (prompt-port port)))
    (let loop ()
      (ask (string-append prompt " (y or n)? ") port)
      (let ((char (let skip ((char (read-char port)))
                    (if (and (char? char) (char-whitespace? char))
                        (skip (read-char port))
                        char))))
        (cond ((eof-object? char) (error "End of input while reading the answer to:" prompt))
              ((memv char '(#\y #\Y)) #t)
              ((memv char '(#\n #\N)) #f)
              (else (loop)))))))
