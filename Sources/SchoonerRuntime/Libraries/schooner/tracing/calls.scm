;;; A traced procedure stands in its variable's place: calls through the variable are told of.

;; Where the lines go: the port of whoever calls, unless it is set.
(define trace-port #f)

(define (trace-output-port)
  (or trace-port (current-output-port)))

(define (set-trace-output-port! port)
  (set! trace-port port))

(define (with-trace-output-port port thunk)
  (fluid-let ((trace-port port))
    (thunk)))

(define-record-type traced
  (make-traced original stand-in environment name entry? exit?)
  traced?
  (original traced-original)
  (stand-in traced-stand-in)
  (environment traced-environment)
  (name traced-name)
  (entry? traced-entry? set-traced-entry!)
  (exit? traced-exit? set-traced-exit!))

(define all-traced '())

(define (find-traced procedure)
  (find (lambda (traced)
          (or (eq? procedure (traced-stand-in traced))
              (eq? procedure (traced-original traced))))
        all-traced))

;; Whether the procedure, or the one that it stands for, is traced.
(define (traced-procedure? procedure)
  (and (find-traced procedure) #t))

(define (trace-both procedure #!optional environment)
  (start-tracing procedure environment #t #t 'trace))

(define trace trace-both)

(define (trace-entry procedure #!optional environment)
  (start-tracing procedure environment #t #f 'trace-entry))

(define (trace-exit procedure #!optional environment)
  (start-tracing procedure environment #f #t 'trace-exit))

(define (start-tracing procedure environment entry? exit? operator)
  (if (not (compound-procedure? procedure))
      (error:wrong-type-argument procedure 0 operator))
  (let ((traced
         (or (find-traced procedure)
             (stand-in procedure
                       (if (default-object? environment) (nearest-repl/environment) environment)
                       operator))))
    (set-traced-entry! traced entry?)
    (set-traced-exit! traced exit?)))

(define (stand-in procedure environment operator)
  (let ((name (%compound-procedure-name procedure)))
    (if (not (and name
                  (environment-bound? environment name)
                  (environment-assigned? environment name)
                  (eq? (environment-lookup environment name) procedure)))
        (error:bad-range-argument procedure operator))
    (letrec ((traced
              (make-traced procedure
                           (eval (list 'named-lambda (cons name 'arguments)
                                       (list (list 'quote (lambda (arguments) (call-traced traced arguments)))
                                             'arguments))
                                 system-global-environment)
                           environment name #f #f)))
      (set! all-traced (cons traced all-traced))
      (environment-assign! environment name (traced-stand-in traced))
      traced)))

(define (call-traced traced arguments)
  (if (traced-entry? traced)
      (tell-entry traced arguments))
  (if (traced-exit? traced)
      (call-with-values (lambda () (apply (traced-original traced) arguments))
        (lambda results
          (tell-exit traced arguments results)
          (apply values results)))
      (apply (traced-original traced) arguments)))

(define (tell-entry traced arguments)
  (let ((port (trace-output-port)))
    (fresh-line port)
    (write-string "[Entering " port)
    (write (traced-original traced) port)
    (tell-arguments arguments port)))

(define (tell-exit traced arguments results)
  (let ((port (trace-output-port)))
    (fresh-line port)
    (write-string "[" port)
    (for-each (lambda (value)
                (write value port)
                (newline port)
                (write-string "      " port))
              results)
    (write-string "<== " port)
    (write (traced-original traced) port)
    (tell-arguments arguments port)))

(define (tell-arguments arguments port)
  (let loop ((arguments arguments) (before "    Args: "))
    (if (pair? arguments)
        (begin
          (newline port)
          (write-string before port)
          (write (car arguments) port)
          (loop (cdr arguments) "          "))))
  (write-string "]" port)
  (newline port))

(define (untrace #!optional procedure)
  (if (default-object? procedure)
      (for-each stop-tracing all-traced)
      (let ((traced (find-traced procedure)))
        (if traced (stop-tracing traced)))))

(define (untrace-entry #!optional procedure)
  (stop-half procedure set-traced-entry! traced-exit?))

(define (untrace-exit #!optional procedure)
  (stop-half procedure set-traced-exit! traced-entry?))

(define (stop-half procedure clear! other?)
  (for-each (lambda (traced)
              (clear! traced #f)
              (if (not (other? traced)) (stop-tracing traced)))
            (if (default-object? procedure)
                all-traced
                (let ((traced (find-traced procedure)))
                  (if traced (list traced) '())))))

;; A variable that the program has given another value since keeps it.
(define (stop-tracing traced)
  (let ((environment (traced-environment traced)) (name (traced-name traced)))
    (if (eq? (environment-lookup environment name) (traced-stand-in traced))
        (environment-assign! environment name (traced-original traced))))
  (set! all-traced (delete traced all-traced)))
