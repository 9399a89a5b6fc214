;; R7RS 6.14: system interface
(import (scheme base) (scheme load) (scheme file) (scheme process-context) (scheme time) (scheme write) (scheme eval) (scheme repl))
(include "checking.scm")

(define path (string-append "checks-of-6.14-" (number->string (current-jiffy)) ".txt"))
(if (file-exists? path) (delete-file path))

;; file-exists? and delete-file
(check (file-exists? path) => #f)
(call-with-output-file path (lambda (port) (write '(define loaded-by-check 5) port) (write '(set! loaded-by-check (+ loaded-by-check 1)) port)))
(check (file-exists? path) => #t)
(check-error (file-exists? 5))
(check-error (delete-file 5))

;; load reads expressions and definitions from the file and evaluates them in turn, by default in the interaction environment.
(guard (condition (#t (delete-file path) (raise condition)))
  (load path (interaction-environment)))
(check (eval 'loaded-by-check (interaction-environment)) => 6)
(check-error (load "/no/such/file/anywhere.scm"))
(delete-file path)
(check (file-exists? path) => #f)
(check-true (guard (e ((file-error? e) #t)) (delete-file path)))

;; command-line gives the command and its arguments, as strings.
(check (list? (command-line)) => #t)
(check-true (let loop ((l (command-line))) (or (null? l) (and (string? (car l)) (loop (cdr l))))))

;; get-environment-variable: the value as a string, or #f.
(check-true (string? (get-environment-variable "PATH")))
(check (get-environment-variable "NO_SUCH_VARIABLE_IN_ANY_ENVIRONMENT") => #f)
(check-error (get-environment-variable 'a))
;; get-environment-variables: an alist of strings.
(check (list? (get-environment-variables)) => #t)
(check-true (string? (cdr (assoc "PATH" (get-environment-variables)))))

;; current-second: an inexact number, seconds on the TAI scale.
(check (inexact? (current-second)) => #t)
(check (> (current-second) 1.6e9) => #t)
;; current-jiffy: an exact integer that grows; jiffies-per-second: an exact integer.
(check (exact-integer? (current-jiffy)) => #t)
(check (exact-integer? (jiffies-per-second)) => #t)
(check (positive? (jiffies-per-second)) => #t)
(check (let* ((a (current-jiffy)) (b (current-jiffy))) (<= a b)) => #t)

;; features: the feature identifiers that cond-expand treats as true.
(check (list? (features)) => #t)
(check-true (memq 'r7rs (features)))
(check-true (let loop ((l (features))) (or (null? l) (and (symbol? (car l)) (loop (cdr l))))))

;; exit and emergency-exit are procedures; exit runs the after thunks of dynamic-wind (seen in the command's own tests).
(check (procedure? exit) => #t)
(check (procedure? emergency-exit) => #t)

(report-checks)
