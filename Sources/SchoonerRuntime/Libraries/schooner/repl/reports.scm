;;; What went wrong, where, and what can be done.

(define (write-error-report object with-places? port)
  (write-char #\; port)
  (write-string (report-text object) port)
  (newline port)
  (if with-places?
      (for-each (lambda (line)
                  (write-string ";  " port)
                  (write-string line port)
                  (newline port))
                (%backtrace-lines object))))

;; A reporter of the program may itself be wrong.
(define (report-text object)
  (if (condition? object)
      (call-with-current-continuation
       (lambda (k)
         (with-exception-handler
          (lambda (inner) (k "The error's own report fails."))
          (lambda () (condition/report-string object)))))
      (string-append "The object " (write-to-string object) " was raised.")))

(define (write-restart-list restarts port)
  (write-string ";To continue, call RESTART with an option number:" port)
  (newline port)
  (write-numbered restarts "; (RESTART " ") => " port))

;; The innermost restart has the highest number.
(define (write-numbered restarts before after port)
  (let* ((count (length restarts))
         (width (string-length (number->string count))))
    (let loop ((restarts restarts) (number count))
      (if (pair? restarts)
          (begin
            (write-string before port)
            (write-string (string-pad-left (number->string number) width) port)
            (write-string after port)
            (write-restart-report (car restarts) port)
            (newline port)
            (loop (cdr restarts) (- number 1)))))))
