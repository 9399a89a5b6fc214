;;;; Ports: the procedures that call procedures. R7RS 6.13.1, MIT 14.1 to 14.3.

;;; Calls the procedure with the port, closes the port when it returns, and returns what it returned.
(define (call-with-port port procedure)
  (call-with-values (lambda () (procedure port))
    (lambda results
      (close-port port)
      (apply values results))))

(define (call-with-input-file filename procedure)
  (call-with-port (open-input-file filename) procedure))

(define (call-with-output-file filename procedure #!optional append?)
  (call-with-port (open-output-file filename append?) procedure))

(define (call-with-binary-input-file filename procedure)
  (call-with-port (open-binary-input-file filename) procedure))

(define (call-with-binary-output-file filename procedure #!optional append?)
  (call-with-port (open-binary-output-file filename append?) procedure))

(define (%with-port parameter port thunk)
  (call-with-port port
    (lambda (port)
      (parameterize ((parameter port)) (thunk)))))

(define (with-input-from-file filename thunk)
  (%with-port current-input-port (open-input-file filename) thunk))

(define (with-output-to-file filename thunk #!optional append?)
  (%with-port current-output-port (open-output-file filename append?) thunk))

;;;; Strings and bytevectors

(define (call-with-input-string string procedure)
  (procedure (open-input-string string)))

(define (with-input-from-string string thunk)
  (parameterize ((current-input-port (open-input-string string))) (thunk)))

(define (read-from-string string)
  (read (open-input-string string)))

(define (call-with-output-string procedure)
  (let ((port (open-output-string)))
    (procedure port)
    (get-output-string port)))

(define (with-output-to-string #!optional thunk)
  (call-with-output-string
    (lambda (port)
      (if (and (not (default-object? thunk)) thunk)
          (parameterize ((current-output-port port)) (thunk))))))

(define (with-string-output-port procedure)
  (call-with-output-string procedure))

(define (call-with-output-bytevector procedure)
  (let ((port (open-output-bytevector)))
    (procedure port)
    (get-output-bytevector port)))

;;; Calls the generator with a port of which the first characters go to the given port. As soon as there are more
;;; than the limit, the generator is left and the value is #t; otherwise it is #f.
(define (call-with-truncated-output-port limit port generator)
  (let* ((buffer (%open-truncated-output limit))
         (truncated?
          (call-with-current-continuation
            (lambda (exit)
              (%set-truncation-exit! buffer exit)
              (generator buffer)
              #f))))
    (write-string (get-output-string buffer) port)
    truncated?))

(define (call-with-truncated-output limit port generator)
  (call-with-truncated-output-port limit port generator))

;;; A pair: whether the output was cut, and the output.
(define (call-with-truncated-output-string limit generator)
  (let* ((port (open-output-string))
         (truncated? (call-with-truncated-output-port limit port generator)))
    (cons truncated? (get-output-string port))))

(define (%write-to-limited-string object limit)
  (call-with-truncated-output-string limit (lambda (port) (write object port))))

(define (with-output-to-truncated-string limit thunk)
  (call-with-truncated-output-string limit
    (lambda (port)
      (parameterize ((current-output-port port)) (thunk)))))

;;; The characters before the first for which the predicate holds.
(define (%read-delimited delimiter? #!optional port)
  (if (not (procedure? delimiter?))
      (error:wrong-type-argument delimiter? #f 'read-string))
  (let ((port (if (default-object? port) (current-input-port) port)))
    (if (eof-object? (peek-char port))
        (peek-char port)
        (let ((collected (open-output-string)))
          (let loop ()
            (let ((char (peek-char port)))
              (if (or (eof-object? char) (delimiter? char))
                  (get-output-string collected)
                  (begin
                    (write-char (read-char port) collected)
                    (loop)))))))))

;;;; The parameters that hold ports

(define (with-output-to-port port thunk)
  (parameterize ((current-output-port port)) (thunk)))

(define (with-input-from-port port thunk)
  (parameterize ((current-input-port port)) (thunk)))

(define (with-notification-output-port port thunk)
  (parameterize ((notification-output-port port)) (thunk)))

(define (with-trace-output-port port thunk)
  (parameterize ((trace-output-port port)) (thunk)))

(define (with-interaction-i/o-port port thunk)
  (parameterize ((interaction-i/o-port port)) (thunk)))

(define (set-current-input-port! port) (%set-standard-port! 0 port))
(define (set-current-output-port! port) (%set-standard-port! 1 port))
(define (set-notification-output-port! port) (%set-standard-port! 3 port))
(define (set-trace-output-port! port) (%set-standard-port! 4 port))
(define (set-interaction-i/o-port! port) (%set-standard-port! 5 port))

;;;; Older names, and what a port can be asked for

(define (write-substring string start end #!optional port)
  (write-string string port start end))

(define (read-file filename)
  (call-with-input-file filename
    (lambda (port)
      (let loop ((data '()))
        (let ((datum (read port)))
          (if (eof-object? datum)
              (reverse data)
              (loop (cons datum data))))))))

(define (port/input-channel port) (%port-channel port))
(define (port/output-channel port) (%port-channel port))
(define (input-port/read-char port) (read-char port))
(define (input-port/peek-char port) (peek-char port))
(define (input-port/char-ready? port #!optional interval) (char-ready? port))
(define (input-port/read-line port) (read-line port))
(define (input-port/read-string port delimiters) (read-string delimiters port))
(define (input-port/unread-char port char) (unread-char char port))
(define (output-port/flush-output port) (flush-output port))

;;;; File operations that failed

;;; The console offers to repeat the operation, with the same file or another. The condition knows the procedure's name and operands.
(define (%raise-file-operation condition)
  (let ((verb (access-condition condition 'verb))
        (noun (access-condition condition 'noun))
        (procedure (%file-operator (access-condition condition 'operator)))
        (operands (access-condition condition 'operands)))
    (if procedure
        (%raise-with-file-restarts condition verb noun procedure operands)
        (%signal-with-restarts condition))))

(define (%raise-with-file-restarts condition verb noun procedure operands)
  (call-with-current-continuation
   (lambda (k)
     (define (repeat operands)
       (within-continuation k (lambda () (apply procedure operands))))
     (with-restart 'use-value (string-append "Try to " verb " a different " noun ".")
         (lambda (name) (repeat (cons name (cdr operands))))
         (lambda () (values (prompt-for-evaluated-expression (string-append "New " noun " name"))))
       (lambda ()
         (with-restart 'retry (string-append "Try to " verb " the same " noun " again.")
             (lambda () (repeat operands))
             values
           (lambda () (%signal-with-restarts condition))))))))

(define (%file-operator name)
  (case name
    ((open-input-file) open-input-file)
    ((open-binary-input-file) open-binary-input-file)
    ((open-output-file) open-output-file)
    ((open-binary-output-file) open-binary-output-file)
    ((delete-file) delete-file)
    ((%find-loadable) %find-loadable)
    (else #f)))

;;; No descriptor is left: a collection closes the ports that nobody can reach.
(define (%open-after-collection operator . operands)
  (gc-flip)
  ;; The collection happens at the next safepoint: here.
  (let loop ((turns 2))
    (if (> turns 0) (loop (- turns 1))))
  (apply %open-file-again operator operands))
