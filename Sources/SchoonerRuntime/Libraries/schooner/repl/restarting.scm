;;; RESTART and its kin.

(define (restart #!optional choice)
  (let* ((repl (nearest-repl))
         (restarts (if (repl/outer repl) (repl-restarts repl) (repl-aborts repl)))
         (count (length restarts)))
    (cond ((default-object? choice)
           (invoke-restart-interactively (list-ref restarts (- count (prompt-for-option restarts)))))
          ((not (exact-nonnegative-integer? choice))
           (error:wrong-type-argument choice #f 'restart))
          ((not (<= 1 choice count))
           (error:bad-range-argument choice #f 'restart))
          (else
           (invoke-restart-interactively (list-ref restarts (- count choice)))))))

(define (prompt-for-option restarts)
  (let ((port (repl/port (nearest-repl)))
        (count (length restarts)))
    (fresh-line port)
    (write-string ";Choose an option by number:" port)
    (newline port)
    (write-numbered restarts "; " ": " port)
    (let loop ()
      (begin-form "Option number: " (prompt-environment) port)
      (let ((choice (read-answer port)))
        (cond ((eof-object? choice) (end-of-input (nearest-repl)))
              ((and (exact-nonnegative-integer? choice) (<= 1 choice count)) choice)
              (else
               (fresh-line port)
               (write-string ";Option must be between 1 and " port)
               (write count port)
               (write-string ", inclusive." port)
               (loop)))))))

;; Stops here with a level of its own, from which the program can be let go on.
(define (bkpt message . irritants)
  (let ((repl (nearest-repl)))
    (call-with-current-continuation
     (lambda (k)
       (with-restart 'continue "Return from BKPT." (lambda () (k unspecific)) values
         (lambda ()
           (let ((port (repl/port repl)))
             (fresh-line port)
             (format-error-message message irritants port)
             (newline port)
             (write-restart-list (bound-restarts) port))
           (run-level (inner-repl repl "bkpt>" #f (bound-restarts)))))))))

;; message: what the level says first, a string or a procedure of the loop. A program that runs without a loop goes on with its
;; next form when the message is a procedure.
(define (abort-to-level choose message)
  (let loop ((restarts (bound-restarts)) (aborts '()))
    (cond ((pair? restarts)
           (loop (cdr restarts)
                 (if (eq? (restart/name (car restarts)) 'abort)
                     (cons (car restarts) aborts)
                     aborts)))
          ((and (%program-abort) (procedure? message)) ((%program-abort) message))
          ((pair? aborts)
           (if (or (default-object? message) (not (current-repl)))
               (invoke-restart (choose aborts))
               (invoke-restart (choose aborts) message)))
          (else (error "There is no read-eval-print loop.")))))

(define (abort->top-level #!optional message) (abort-to-level car message))
(define (abort->nearest #!optional message) (abort-to-level last message))
(define (abort->previous #!optional message)
  (abort-to-level
   (lambda (aborts)
     (if (pair? (cdr aborts))
         (list-ref aborts (- (length aborts) 2))
         (car aborts)))
   message))

(define (cmdl-interrupt/abort-top-level) (abort->top-level "Quit!"))
(define (cmdl-interrupt/abort-previous) (abort->previous "Up!"))
(define (cmdl-interrupt/abort-nearest) (abort->nearest "Abort!"))

;; Gives the message a loop that only knows its environment; the environment after that.
(define (%run-abort-message message environment)
  (let ((repl (make-repl (make-session console-i/o-port 'script (current-thread) #f '())
                         #f 1 "]=>" #f '() '() environment)))
    (message repl)
    (repl/environment repl)))

;; Goes on in another environment.
(define (ge environment)
  (set-repl/environment! (nearest-repl) (->environment environment)))

(define (pe)
  (write-string (write-to-string (repl/environment (nearest-repl)))))
