;; The procedures that open a port, call with it and close it.
;; What an expression gives, or the report of the error it signals.
(define (outcome thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (e) (k (if (condition? e) (list (quote error) (condition/report-string e)) (list (quote raised) e))))
      thunk))))
(define-syntax show
  (syntax-rules () ((_ expression) (write-line (outcome (lambda () expression))))))
(define name "schooner-corpus-call-with.tmp")
(define saved #f)
(define (keep port) (set! saved port) port)
(show (call-with-output-file name (lambda (port) (keep port) (write '(1 2) port) 'written)))
(show (output-port-open? saved))
(show (call-with-values (lambda () (call-with-input-file name (lambda (port) (keep port) (values (read port) (read port))))) list))
(show (input-port-open? saved))
(show (with-output-to-file name (lambda () (keep (current-output-port)) (write 'inside) 'done)))
(show (output-port-open? saved))
(show (with-input-from-file name (lambda () (keep (current-input-port)) (read))))
(show (input-port-open? saved))
(show (call-with-values (lambda () (call-with-port (open-input-file name) (lambda (port) (keep port) (values 1 2 3)))) list))
(show (input-port-open? saved))
;; Leaving through a continuation does not close: the procedure may be entered again.
(show (call-with-current-continuation (lambda (k) (call-with-input-file name (lambda (port) (keep port) (k 'left))))))
(show (input-port-open? saved))
(show (read saved))
(close-port saved)
;; Output goes back to where it went.
(define before (current-output-port))
(show (call-with-current-continuation (lambda (k) (with-output-to-file name (lambda () (write 'x) (k 'escaped))))))
(show (eq? before (current-output-port)))
(show (with-output-to-string (lambda () (write "a") (display "b") (write-char #\c))))
(show (call-with-output-string (lambda (port) (write 'sym port) (write-string " str" port))))
(show (with-input-from-string "(a b) c" (lambda () (let* ((x (read)) (y (read)) (z (read))) (list x y (eof-object? z))))))
(show (call-with-port 1 (lambda (port) port)))
(show (call-with-input-string "a line" read-line))
;; Re-entry: each generated item is written by another continuation of the same call.
(define resume #f)
(define count 0)
(define text
  (call-with-output-string
   (lambda (port)
     (let ((n (call-with-current-continuation (lambda (k) (set! resume k) 0))))
       (write n port)))))
(set! count (+ count 1))
(if (< count 4) (resume count))
(show text)
(delete-file name)
