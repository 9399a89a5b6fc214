;;; Loading programs (R7RS 6.12, 6.14; MIT user manual 3.7, reference manual 14.1)

(define %load-pathname (%make-parameter #f #f #f))

(define (current-load-pathname)
  (if (not (%load-pathname))
      (error "No current load pathname"))
  (merge-pathnames (%load-pathname)))

;; What tells a read-eval-print loop's environment; #f outside of one.
(define %current-environment (%make-parameter #f #f #f))

(define (nearest-repl/environment)
  (let ((current (%current-environment)))
    (if current
        (current)
        user-initial-environment)))

(define interaction-environment nearest-repl/environment)

(define (load name #!optional environment)
  (if (pair? name)
      (for-each (lambda (name) (load name environment)) name)
      (let ((path (%find-loadable name (%load-pathname))))
        (parameterize* (list (cons %load-pathname path))
          (lambda ()
            (%evaluate-forms
             (%open-source path (if (default-object? environment) (nearest-repl/environment) environment))))))))

;; Evaluates form after form; the value is the last one's.
(define (%evaluate-forms source)
  (dynamic-wind
   (lambda () (%enter-source source))
   (lambda ()
     (let loop ((value unspecific))
       (let ((thunk (%next-form source)))
         (if (eof-object? thunk)
             value
             (loop (thunk))))))
   (lambda () (%leave-source source))))

;; Where the command evaluates, once a program has chosen; #f before.
(define %chosen-environment #f)
(define (%program-environment) (or %chosen-environment user-initial-environment))

;; What abandons the form of the program that runs, with a message as abort->top-level has it; #f where no program runs.
(define %program-abort (%make-parameter #f #f #f))

;; Loads the program of the command. A form that aborts to the top level is left for the next one, which is evaluated in the
;; environment that the message chooses: as it would be if the program were read by the read-eval-print loop.
(define (%run-program name)
  (let* ((path (%find-loadable name #f))
         (source (%open-source path (%program-environment))))

    ;; The message of the abort, or #f at the end of the program.
    (define (run)
      (call-with-current-continuation
       (lambda (k)
         (parameterize* (list (cons %program-abort
                                    (lambda (message) (within-continuation k (lambda () message)))))
           (lambda ()
             (%evaluate-forms source)
             #f)))))

    (parameterize* (list (cons %load-pathname path)
                         (cons %current-environment %program-environment))
      (lambda ()
        (let loop ((message (run)))
          (if message
              (begin
                (set! %chosen-environment (%run-abort-message message (%program-environment)))
                (%set-source-environment! source %chosen-environment)
                (loop (run)))))))))

(define (%evaluate-text text name environment)
  (%evaluate-forms (%open-source-text text name (or environment (%program-environment)))))

;; Procedures of no arguments that run before the program ends, behind a mark.
(define %exit-hooks (list 'hooks))

(define (exit #!optional code)
  (%rewind-to! '())
  (for-each (lambda (hook) (hook)) (cdr %exit-hooks))
  (if (default-object? code)
      (emergency-exit)
      (emergency-exit code)))

(define (%exit #!optional code) (exit code))

(define (%serve-repl path)
  (serve-repl path))

(define (%run-console-repl style notice steps)
  (run-console-repl style notice steps))
