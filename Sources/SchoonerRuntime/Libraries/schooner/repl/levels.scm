;;; Levels: each error begins a loop of its own inside the erring computation, which a restart can so go on with.

;; style: terminal (prompts and values are always shown), file or pipe (from the first error on; file echoes what it reads).
(define-record-type session
  (make-session port style thread leave steps)
  session?
  ;; What the command is to load and evaluate before it reads anything: pairs of a procedure and its argument.
  (steps session-steps set-session-steps!)
  (port session-port)
  (style session-style)
  (thread session-thread)
  (leave session-leave))

(define-record-type repl
  (make-repl session outer level prompt condition restarts aborts environment)
  repl?
  (session repl-session)
  (outer repl/outer)
  (level repl/level)
  ;; Written behind the level's number.
  (prompt repl/prompt set-repl/prompt!)
  (condition repl/condition)
  ;; What RESTART offers: the restarts that were bound where the level was entered.
  (restarts repl-restarts)
  ;; The restarts that return to this level and those outside it; what a computation of the level finds bound.
  (aborts repl-aborts set-repl-aborts!)
  (environment repl/environment set-repl/environment!))

(define (repl/port repl) (session-port (repl-session repl)))

(define current-repl (make-unsettable-parameter #f))

(define (nearest-repl)
  (or (current-repl)
      (error "There is no read-eval-print loop.")))

;; Runs a session to the end of its input; the value is the process's exit code.
;; notice: a line to begin with, or #f; environment: where it evaluates.
(define (run-repl port style environment notice #!optional steps)
  (call-with-current-continuation
   (lambda (leave)
     (let ((session
            (make-session port style (current-thread) leave (if (default-object? steps) '() steps))))
       (if notice
           (begin
             (fresh-line port)
             (write-string notice port)
             (newline port)))
       (run-level (make-repl session #f 1 "]=>" #f '() '() environment))))))

(define (run-console-repl style notice steps)
  (run-repl console-i/o-port style (%program-environment) notice steps))

;; In the first level, so that programs find the loop and their errors begin a level; after one the rest is dropped.
(define (run-steps session)
  (let ((steps (session-steps session)))
    (set-session-steps! session '())
    (for-each (lambda (step)
                (if (eq? (car step) 'load)
                    (load (cdr step))
                    (%evaluate-text (cdr step) "expression" #f)))
              steps)))

;; Loops for ever: the end of the input leaves the session. Aborting to this level begins the loop anew, with an announcement:
;; a string or a procedure of the loop.
(define (run-level repl)
  (let again ((announcement #f))
    (again
     (call-with-current-continuation
      (lambda (k)
        (parameterize ((%restarts-parameter (if (repl/outer repl) (repl-aborts (repl/outer repl)) '())))
          (with-restart 'abort
              (string-append "Return to read-eval-print level " (number->string (repl/level repl)) ".")
              (lambda (#!optional message)
                (within-continuation k (lambda () (if (default-object? message) "Abort!" message))))
              values
            (lambda ()
              (set-repl-aborts! repl (%restarts))
              (run-loop repl announcement)))))))))

;; In the loop's own dynamic environment, whatever that of an error around it is.
(define (run-loop repl announcement)
  (let ((port (repl/port repl)))
    (parameterize ((current-repl repl)
                   (%error-entry repl-error-entry)
                   (%loading-libraries '())
                   (%current-environment (lambda () (repl/environment repl)))
                   (current-input-port port)
                   (current-output-port port)
                   (current-error-port port))
      (%with-handlers '()
        (lambda ()
          (cond ((string? announcement)
                 (fresh-line port)
                 (write-char #\; port)
                 (write-string announcement port)
                 (newline port))
                ((procedure? announcement) (announcement repl)))
          (read-eval-print repl))))))

(define (talking? repl)
  (or (eq? (session-style (repl-session repl)) 'terminal)
      (repl/outer repl)))

(define (read-eval-print repl)
  (run-steps (repl-session repl))
  (let ((port (repl/port repl)))
    (let loop ()
      (if (talking? repl) (write-prompt repl))
      (let ((form (read-form port)))
        (if (eof-object? form)
            (end-of-input repl)
            (begin
              (if (and (repl/outer repl) (eq? (session-style (repl-session repl)) 'file))
                  (write (car form) port))
              (call-with-values (lambda () (%evaluate-form form (repl/environment repl)))
                (lambda values
                  (if (talking? repl) (write-values values port))))
              (loop)))))))

;; A pair with the datum first, for %evaluate-form, or an eof object. Only the console counts lines.
(define (read-form port)
  (let ((form (if (console-i/o-port? port)
                  (%read-form port)
                  (let ((datum (read port)))
                    (if (eof-object? datum) datum (list datum))))))
    (%end-form port)
    form))

(define (write-prompt repl)
  (begin-form (string-append (number->string (repl/level repl)) " " (repl/prompt repl) " ")
              (repl/environment repl)
              (repl/port repl)))

(define (end-of-input repl)
  (let* ((port (repl/port repl))
         (session (repl-session repl))
         (leave (session-leave session)))
    (cond ((repl/outer repl)
           (fresh-line port)
           (write-string "End of input stream reached." port)
           (leave 14))
          (else
           (if (eq? (session-style session) 'terminal)
               (fresh-line port))
           (leave 0)))))

;; What becomes of an error that no handler took: a level inside it, if the loop's own thread made it.
(define (repl-error-entry object)
  (let ((repl (current-repl)))
    (if (and repl
             (eq? (current-thread) (session-thread (repl-session repl)))
             (not (%nested-run?)))
        (enter-error-level repl object)
        (%unhandled object))))

(define (enter-error-level repl object)
  (let ((port (repl/port repl))
        (restarts (bound-restarts)))
    (parameterize ((current-output-port port))
      (%with-handlers '()
        (lambda ()
          (fresh-line port)
          (write-error-report object (eq? (session-style (repl-session repl)) 'terminal) port)
          (write-restart-list restarts port))))
    (run-level (inner-repl repl "error>" object restarts))))

(define (inner-repl repl word condition restarts)
  (make-repl (repl-session repl) repl (+ 1 (repl/level repl)) word condition restarts '()
             (repl/environment repl)))
