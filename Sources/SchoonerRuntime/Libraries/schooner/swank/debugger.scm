;;; The debugger: an error begins a level inside the erring computation, which a restart can so go on with.

(define-record-type level
  (make-level number condition restarts frames)
  level?
  (number level-number)
  (condition level-condition)
  (restarts level-restart-list)
  (frames level-frames))

;; The innermost level of the running thread, or #f.
(define current-level (make-unsettable-parameter #f))

;; The restarts that return to the levels outside: what a computation finds bound.
(define level-restarts (make-unsettable-parameter '()))

;; What the worker's errors come to; those of other threads are the program's affair.
(define (error-entry connection)
  (lambda (object)
    (if (and (eq? (current-thread) (connection-worker connection))
             (not (%nested-run?)))
        (enter-level connection object (bound-restarts) (program-frames (%stack-frames)))
        (%unhandled object))))

;; The calls of the program up to the request that began them.
(define (program-frames frames)
  (let loop ((frames frames) (found '()))
    (if (or (null? frames) (eq? (vector-ref (car frames) 0) 'perform))
        (reverse found)
        (loop (cdr frames)
              (if (vector-ref (car frames) 4) found (cons (car frames) found))))))

(define (enter-level connection object restarts frames)
  (let* ((outer (current-level))
         (number (if outer (+ 1 (level-number outer)) 1))
         (level (make-level number object restarts frames)))
    (dynamic-wind
     (lambda ()
       (send-output connection)
       (send-level connection level))
     (lambda () (run-level connection level))
     (lambda ()
       (send connection ':debug-return worker-id number #f)))))

(define (send-level connection level)
  (let ((information (level-information level 0 20)))
    (apply send connection ':debug worker-id (level-number level) information)))

;; Requests, for ever, in the level's own dynamic environment, whatever that of the error is.
(define (run-level connection level)
  (send connection ':debug-activate worker-id (level-number level) #f)
  (call-with-current-continuation
   (lambda (k)
     (parameterize ((%restarts-parameter (level-restarts)))
       (with-restart 'abort
           (string-append "Return to debugger level " (number->string (level-number level)) ".")
           (lambda () (k unspecific))
           values
         (lambda ()
           (parameterize ((current-level level)
                          (level-restarts (bound-restarts))
                          (%error-entry (error-entry connection)))
             (%with-handlers '()
               (lambda ()
                 (let loop ()
                   (let ((message (next-message connection)))
                     (if (eq? (car message) ':emacs-rex) (answer connection message))
                     (loop)))))))))))
  (run-level connection level))

;; Stops the worker where it is, with a restart that lets it go on.
(define (interrupt-worker connection)
  (ignore-errors
   (lambda ()
     (signal-thread-event (connection-worker connection)
       (lambda ()
         (if (connection-busy? connection)
             (let ((frames (program-frames (%stack-frames))))
               (call-with-current-continuation
                (lambda (k)
                  (with-restart 'continue "Continue from the interrupt." (lambda () (k unspecific)) values
                    (lambda ()
                      (enter-level connection 'interrupt (bound-restarts) frames))))))))))))

;;; What Emacs shows

(define (type-name type)
  (let ((name (condition-type/name type)))
    (if (symbol? name) (symbol->string name) name)))

(define (level-information level from to)
  (list (list (level-report level) (level-kind level) #f)
        (map restart-entry (level-restart-list level))
        (frame-entries level from to)
        '()))

(define (level-report level)
  (if (eq? (level-condition level) 'interrupt)
      "Interrupted."
      (condition-text (level-condition level))))

(define (level-kind level)
  (let ((object (level-condition level)))
    (if (condition? object)
        (string-append "   [" (type-name (condition/type object)) "]")
        "")))

(define (restart-entry restart)
  (list (let ((name (restart/name restart)))
          (if name (symbol->string name) "unnamed"))
        (call-with-output-string (lambda (port) (write-restart-report restart port)))))

(define (frame-entries level from to)
  (let ((frames (level-frames level)))
    (let loop ((number from)
               (rest (list-tail frames (min from (length frames))))
               (entries '()))
      (if (or (null? rest) (and to (>= number to)))
          (reverse entries)
          (loop (+ number 1) (cdr rest)
                (cons (list number (frame-text (car rest))) entries))))))

(define (frame-text frame)
  (let ((call (map (lambda (binding) (short-text (cdr binding))) (vector-ref frame 5)))
        (name (vector-ref frame 0)))
    (string-append "("
                   (join (cons (if name (symbol->string name) ";top level") call) " ")
                   ")")))

;; On one line, and not long.
(define (short-text object)
  (let ((result (call-with-truncated-output-string 100
                  (lambda (port) (write object port)))))
    (if (car result)
        (string-append (cdr result) "...")
        (cdr result))))

(define (level-here)
  (or (current-level) (error "There is no debugger level.")))

(define (frame-here index)
  (let ((frames (level-frames (level-here))))
    (if (not (and (exact-nonnegative-integer? index) (< index (length frames))))
        (error:bad-range-argument index 'frame))
    (list-ref frames index)))

(define-request '(swank:debugger-info-for-emacs)
  (lambda (connection from to) (level-information (level-here) from to)))

(define-request '(swank:backtrace)
  (lambda (connection from to) (frame-entries (level-here) from to)))

(define-request '(swank:frame-locals-and-catch-tags)
  (lambda (connection index)
    (list (map (lambda (binding)
                 (list ':name (symbol->string (car binding)) ':id 0 ':value (short-text (cdr binding))))
               (frame-bindings (frame-here index)))
          '())))

(define-request '(swank:frame-catch-tags-for-emacs) (lambda (connection index) '()))

(define-request '(swank:frame-source-location)
  (lambda (connection index)
    (let* ((frame (frame-here index))
           (file (vector-ref frame 1)) (line (vector-ref frame 2)) (column (vector-ref frame 3)))
      (if (and file line (file-exists? file))
          (location file line (or column 1))
          '(:error "The place is not known.")))))

;; Parameters, and the other variables in sight: an inner one hides a parameter of its name.
(define (frame-bindings frame)
  (let ((others (vector-ref frame 6)))
    (append (remove (lambda (binding) (assq (car binding) others)) (vector-ref frame 5))
            others)))

;; Copies of the variables in sight; an assignment there does not change the program's own.
(define (frame-environment index)
  (let ((bindings (frame-bindings (frame-here index))))
    (extend-top-level-environment (buffer-environment) (map car bindings) (map cdr bindings))))

(define (evaluate-in-frame connection text index)
  (with-output-to-emacs connection
    (lambda () (evaluate-text text (frame-environment index)))))

(define-request '(swank:eval-string-in-frame)
  (lambda (connection text index . ignored)
    (echo-text (evaluate-in-frame connection text index))))

(define-request '(swank:pprint-eval-string-in-frame)
  (lambda (connection text index . ignored)
    (apply string-append (map pretty-text (evaluate-in-frame connection text index)))))

(define-request '(swank:frame-package-name) (lambda (connection index) #f))

;;; Restarts

;; A restart that takes a value has Emacs ask for an expression.
(define (invoke-from-emacs connection restart)
  (if (memq (restart/name restart) '(use-value store-value))
      (let ((text (ask-emacs connection
                             (string-append (cadr (restart-entry restart)) " Expression: "))))
        (if text
            (invoke-restart restart (eval (read-from-text text) (buffer-environment)))
            #f))
      (invoke-restart-interactively restart)))

(define-request '(swank:invoke-nth-restart-for-emacs)
  (lambda (connection number index)
    (let ((level (level-here)))
      (if (not (eqv? number (level-number level)))
          (error "This is not the innermost debugger level:" number))
      (let ((restarts (level-restart-list level)))
        (if (not (and (exact-nonnegative-integer? index) (< index (length restarts))))
            (error:bad-range-argument index 'restart))
        (invoke-from-emacs connection (list-ref restarts index))))))

(define (first-restart names restarts)
  (find (lambda (restart) (memq (restart/name restart) names)) restarts))

(define-request '(swank:sldb-continue)
  (lambda (connection)
    (let ((restart (first-restart '(continue) (level-restart-list (level-here)))))
      (if (not restart) (error "There is no restart named continue."))
      (invoke-from-emacs connection restart))))

(define-request '(swank:sldb-abort)
  (lambda (connection)
    (invoke-restart (first-restart '(abort) (level-restart-list (level-here))))))

;; The last of the aborts returns to the worker's loop.
(define-request '(swank:throw-to-toplevel)
  (lambda (connection)
    (invoke-restart (last (level-restarts)))))
