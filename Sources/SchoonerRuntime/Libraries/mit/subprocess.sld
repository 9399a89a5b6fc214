;;; Running other programs: MIT reference manual 15.7.

(define-library (mit subprocess)
  (export run-shell-command run-synchronous-subprocess
          start-pipe-subprocess start-batch-subprocess start-subprocess-in-background run-subprocess-in-foreground
          make-subprocess os/make-subprocess
          subprocess? subprocess-id subprocess-filename subprocess-arguments
          subprocess-i/o-port subprocess-input-port subprocess-output-port subprocess-binary-i/o-port
          subprocess-status subprocess-exit-reason subprocess-wait subprocess-delete subprocess-list
          subprocess-signal subprocess-kill subprocess-interrupt subprocess-quit subprocess-hangup subprocess-stop
          subprocess-continue-background subprocess-continue-foreground
          subprocess-get subprocess-put! subprocess-remove! subprocess-properties
          subprocess-job-control-status subprocess-job-control-available?
          scheme-subprocess-environment process-environment-bind
          os/shell-file-name os/form-shell-command os/find-program os/executable-pathname-types
          condition-type:subprocess-abnormal-termination condition-type:subprocess-signalled
          condition-type:subprocess-stopped)
  (import (mit legacy runtime) (mit pathname))
  (begin

    (define-record-type subprocess
      (make-record id filename arguments port status-port status reason properties)
      subprocess?
      (id subprocess-id)
      (filename subprocess-filename)
      (arguments subprocess-arguments)
      (port subprocess-i/o-port)
      (status-port status-port)
      (status known-status set-known-status!)
      (reason known-reason set-known-reason!)
      (properties subprocess-properties set-properties!))

    (define running '())

    (define (start filename arguments environment directory input? output?)
      (let* ((parts (%start-subprocess filename arguments environment directory (vector input? output?)))
             (process (make-record (vector-ref parts 0) (->namestring filename) arguments
                                   (vector-ref parts 1) (vector-ref parts 2) 'running #f '())))
        (set! running (cons process running))
        process))

    (define (start-pipe-subprocess filename arguments environment)
      (start (if (string-search-forward "/" (->namestring filename) 0)
                 filename
                 (os/find-program filename #f))
             arguments environment #f #t #t))

    ;; With neither input nor output.
    (define (start-batch-subprocess filename arguments environment)
      (start filename arguments environment #f #f #f))
    (define (start-subprocess-in-background filename arguments environment)
      (start-batch-subprocess filename arguments environment))
    (define (run-subprocess-in-foreground filename arguments environment)
      (subprocess-wait (start-batch-subprocess filename arguments environment)))
    (define (make-subprocess filename arguments environment . rest)
      (start-pipe-subprocess filename arguments environment))
    (define (os/make-subprocess filename arguments environment . rest)
      (start-pipe-subprocess filename arguments environment))

    (define (subprocess-input-port process) (subprocess-i/o-port process))
    (define (subprocess-output-port process) (subprocess-i/o-port process))
    (define (subprocess-binary-i/o-port process) (subprocess-i/o-port process))

    ;;; How it ended

    (define (take-status! process)
      (let ((bytes (read-bytevector 4 (status-port process))))
        (if (bytevector? bytes)
            (let ((status (%decode-wait-status (bytevector-u32le-ref bytes 0))))
              (set-known-status! process (car status))
              (set-known-reason! process (cdr status)))
            (set-known-status! process 'exited))
        (close-port (status-port process))
        (set! running (delq process running))))

    (define (subprocess-status process)
      (if (and (eq? (known-status process) 'running)
               (u8-ready? (status-port process)))
          (take-status! process))
      (known-status process))

    (define (subprocess-wait process)
      (if (eq? (known-status process) 'running) (take-status! process))
      (known-status process))

    (define (subprocess-exit-reason process)
      (subprocess-status process)
      (known-reason process))

    (define (subprocess-delete process)
      (if (eq? (subprocess-status process) 'running) (subprocess-kill process))
      (if (subprocess-i/o-port process) (close-port (subprocess-i/o-port process)))
      unspecific)

    (define (subprocess-list) (list-copy running))

    ;;; Signals

    (define (subprocess-signal process number)
      (if (eq? (subprocess-status process) 'running)
          (%signal-subprocess (subprocess-id process) number))
      unspecific)

    (define (subprocess-hangup process) (subprocess-signal process 1))
    (define (subprocess-interrupt process) (subprocess-signal process 2))
    (define (subprocess-quit process) (subprocess-signal process 3))
    (define (subprocess-kill process) (subprocess-signal process 9))
    (define stop-signal (if (memq 'darwin (features)) 17 19))
    (define continue-signal (if (memq 'darwin (features)) 19 18))
    (define (subprocess-stop process) (subprocess-signal process stop-signal))
    (define (subprocess-continue-background process) (subprocess-signal process continue-signal))
    (define (subprocess-continue-foreground process) (subprocess-signal process continue-signal))
    (define (subprocess-job-control-status process) 'no-ctty)
    (define (subprocess-job-control-available? process) #f)

    ;;; Properties

    (define (subprocess-get process key)
      (let ((entry (assq key (subprocess-properties process))))
        (and entry (cdr entry))))
    (define (subprocess-put! process key value)
      (set-properties! process
                       (cons (cons key value) (del-assq key (subprocess-properties process)))))
    (define (subprocess-remove! process key)
      (set-properties! process (del-assq key (subprocess-properties process))))

    ;;; Environments are vectors of strings.

    (define (scheme-subprocess-environment)
      (list->vector
       (map (lambda (entry) (string-append (car entry) "=" (cdr entry)))
            (get-environment-variables))))

    (define (process-environment-bind environment . bindings)
      (let ((names (map (lambda (binding)
                          (let ((end (string-search-forward "=" binding 0)))
                            (if end (string-head binding (+ end 1)) binding)))
                        bindings)))
        (list->vector
         (append bindings
                 (remove (lambda (setting)
                           (any (lambda (name) (string-prefix? name setting)) names))
                         (vector->list (or environment (scheme-subprocess-environment))))))))

    ;;; Programs

    (define (os/shell-file-name)
      (or (get-environment-variable "SHELL")
          (os/find-program "sh" #f)))

    (define (os/form-shell-command command) (list "-c" command))
    (define (os/executable-pathname-types) '(#f))

    (define (os/find-program program default-directory #!optional path error?)
      (or (%find-program program (or (get-environment-variable "PATH") "/usr/local/bin:/usr/bin:/bin"))
          (and (or (default-object? error?) error?)
               (error "Can't find program:" (->namestring program)))))

    ;;; Waiting for a program, with its output going to a port.

    (define condition-type:subprocess-abnormal-termination
      (make-condition-type 'subprocess-abnormal-termination condition-type:error '(process reason)
        (lambda (condition port)
          (write-string "Subprocess " port)
          (write (access-condition condition 'process) port)
          (write-string " terminated abnormally." port))))

    (define condition-type:subprocess-signalled
      (make-condition-type 'subprocess-signalled condition-type:subprocess-abnormal-termination '()
        (lambda (condition port)
          (write-string "Subprocess " port)
          (write (access-condition condition 'process) port)
          (write-string " terminated with signal " port)
          (write (access-condition condition 'reason) port)
          (write-string "." port))))

    (define condition-type:subprocess-stopped
      (make-condition-type 'subprocess-stopped condition-type:subprocess-abnormal-termination '()
        (lambda (condition port)
          (write-string "Subprocess " port)
          (write (access-condition condition 'process) port)
          (write-string " stopped with signal " port)
          (write (access-condition condition 'reason) port)
          (write-string "." port))))

    (define error-signalled
      (condition-signaller condition-type:subprocess-signalled '(process reason) standard-error-handler))
    (define error-stopped
      (condition-signaller condition-type:subprocess-stopped '(process reason) standard-error-handler))

    (define (run-shell-command command . options)
      (let ((shell (or (option options 'shell-file-name) "/bin/sh")))
        (run shell (list shell "-c" command) options)))

    (define (run-synchronous-subprocess program arguments . options)
      (let ((name (->namestring program)))
        (run (os/find-program name #f)
             (cons name arguments)
             options)))

    (define (option options name)
      (let ((value (get-keyword-value options name)))
        (and (not (default-object? value)) value)))

    (define (run filename words options)
      (if (not (keyword-list? options))
          (error:wrong-type-argument options "keyword list" 'run-synchronous-subprocess))
      (let* ((input (option options 'input))
             (output (let ((value (get-keyword-value options 'output)))
                       (cond ((default-object? value) (current-output-port))
                             ((eq? value #t) (current-output-port))
                             (else value))))
             (process (start filename
                             words
                             (option options 'environment)
                             (let ((directory (option options 'working-directory)))
                               (and directory (->namestring (merge-pathnames (pathname-as-directory directory)))))
                             (and input #t)
                             (and output #t))))
        (if input (create-thread #f (lambda () (feed process input))))
        (if output (drain process output))
        (let ((status (subprocess-wait process)))
          (if (subprocess-i/o-port process) (close-port (subprocess-i/o-port process)))
          (case status
            ((signalled) (error-signalled process (subprocess-exit-reason process)))
            ((stopped) (error-stopped process (subprocess-exit-reason process)))
            (else (subprocess-exit-reason process))))))

    ;; A program that stops reading is no error here.
    (define (feed process input)
      (let ((port (subprocess-i/o-port process)))
        (call-with-current-continuation
         (lambda (leave)
           (with-exception-handler
            (lambda (condition) (leave #f))
            (lambda ()
              (let loop ()
                (let ((text (read-string 4096 input)))
                  (if (not (eof-object? text))
                      (begin
                        (write-string text port)
                        (loop)))))
              (close-output-port port)))))))

    (define (drain process output)
      (let ((port (subprocess-i/o-port process)))
        (let loop ()
          (let ((char (read-char port)))
            (if (not (eof-object? char))
                (begin
                  (write-char char output)
                  (loop)))))
        (flush-output output)))))
