;;; Arities and other properties of procedures: MIT reference manual 12.2, 12.3.

(define-library (mit procedures)
  (export make-procedure-arity procedure-arity? procedure-arity-min procedure-arity-max procedure-arity-valid?
          procedure-arity<= procedure-arity-intersection procedure-of-arity? guarantee-procedure-of-arity
          thunk? unary-procedure? binary-procedure?
          primitive-procedure-name primitive-procedure-arity primitive-procedure-documentation
          arity-dispatched-procedure? make-arity-dispatched-procedure
          compiled-procedure/name procedure-components
          boolean/or boolean/and boolean<? symbol>? non-empty-list? negative-fixnum? positive-fixnum?
          mit-lambda-list?
          gc-space-status identify-world get-subsystem-version-string
          get-subsystem-identification-string get-subsystem-version get-subsystem-names
          add-subsystem-identification!
          for-each-interned-symbol apropos-list apropos
          hash-table/modify! r4rs-lambda-list? with-notification write-notification-line param:hide-notifications?
          shallow-fluid-bind)
  (import (mit legacy runtime))
  (begin

    ;; An arity is a number, or (least . most) where most may be #f.
    (define (make-procedure-arity least #!optional most simple?)
      (let ((most (if (default-object? most) least most)))
        (if (not (index-fixnum? least)) (error:not-a index-fixnum? least 'make-procedure-arity))
        (if (and most (not (and (index-fixnum? most) (>= most least))))
            (error:bad-range-argument most 'make-procedure-arity))
        (cons least most)))

    (define (procedure-arity? object)
      (or (index-fixnum? object)
          (and (pair? object)
               (index-fixnum? (car object))
               (or (not (cdr object))
                   (and (index-fixnum? (cdr object))
                        (>= (cdr object) (car object)))))))

    (define (check arity caller)
      (if (not (procedure-arity? arity)) (error:not-a procedure-arity? arity caller)))

    (define (procedure-arity-min arity)
      (check arity 'procedure-arity-min)
      (if (pair? arity) (car arity) arity))

    (define (procedure-arity-max arity)
      (check arity 'procedure-arity-max)
      (if (pair? arity) (cdr arity) arity))

    (define (procedure-arity<= left right)
      (and (>= (procedure-arity-min left) (procedure-arity-min right))
           (or (not (procedure-arity-max right))
               (and (procedure-arity-max left)
                    (<= (procedure-arity-max left) (procedure-arity-max right))))))

    (define (procedure-arity-intersection left right)
      (let ((least (max (procedure-arity-min left) (procedure-arity-min right)))
            (most (cond ((not (procedure-arity-max left)) (procedure-arity-max right))
                        ((not (procedure-arity-max right)) (procedure-arity-max left))
                        (else (min (procedure-arity-max left) (procedure-arity-max right))))))
        (and (or (not most) (>= most least))
             (cons least most))))

    (define (procedure-arity-valid? procedure arity)
      (procedure-arity<= arity (procedure-arity procedure)))

    (define (procedure-of-arity? object arity)
      (and (procedure? object)
           (procedure-arity-valid? object arity)))

    (define (guarantee-procedure-of-arity procedure arity #!optional caller)
      (if (not (procedure? procedure)) (error:not-a procedure? procedure caller))
      (if (not (procedure-arity-valid? procedure arity))
          (error:bad-range-argument procedure (if (default-object? caller) #f caller)))
      procedure)

    (define (thunk? object) (procedure-of-arity? object 0))
    (define (unary-procedure? object) (procedure-of-arity? object 1))
    (define (binary-procedure? object) (procedure-of-arity? object 2))

    (define (check-primitive object caller)
      (if (not (primitive-procedure? object)) (error:not-a primitive-procedure? object caller)))

    (define (primitive-procedure-name procedure)
      (check-primitive procedure 'primitive-procedure-name)
      (procedure-name procedure))

    (define (primitive-procedure-arity procedure)
      (check-primitive procedure 'primitive-procedure-arity)
      (let ((arity (procedure-arity procedure)))
        (if (and (pair? arity) (eqv? (car arity) (cdr arity))) (car arity) -1)))

    (define (primitive-procedure-documentation procedure)
      (check-primitive procedure 'primitive-procedure-documentation)
      #f)

    (define (compiled-procedure/name procedure)
      (symbol->string (or (procedure-name procedure) 'lambda)))

    (define (procedure-components procedure receiver)
      (receiver (procedure-lambda procedure) (procedure-environment procedure)))

    ;; A procedure that another stands in for when the number of arguments fits: entities.
    (define-record-type arity-table (make-arity-table procedures) arity-table? (procedures arity-table-procedures))

    (define (make-arity-dispatched-procedure default . procedures)
      (let ((table (list->vector procedures)))
        (make-entity
         (lambda (self . arguments)
           (let* ((count (length arguments))
                  (procedure (and (< count (vector-length table)) (vector-ref table count))))
             (if procedure
                 (apply procedure arguments)
                 (apply default self arguments))))
         (make-arity-table table))))

    (define (arity-dispatched-procedure? object)
      (and (entity? object) (arity-table? (entity-extra object))))

    (define (boolean/or . booleans)
      (let loop ((rest booleans))
        (and (pair? rest)
             (or (and (car rest) #t) (loop (cdr rest))))))

    (define (boolean/and . booleans)
      (let loop ((rest booleans))
        (or (null? rest)
            (and (car rest) (loop (cdr rest))))))

    (define (boolean<? left right) (and (not left) right #t))
    (define (symbol>? left right . rest) (symbol<? right left))
    (define (non-empty-list? object) (and (pair? object) (list? object)))
    (define (negative-fixnum? object) (and (fix:fixnum? object) (fix:< object 0)))
    (define (positive-fixnum? object) (and (fix:fixnum? object) (fix:> object 0)))

    (define (mit-lambda-list? object)
      (let loop ((rest object) (seen '()) (section 'required))
        (cond ((null? rest) #t)
              ((symbol? rest) (not (memq rest seen)))
              ((not (pair? rest)) #f)
              ((eq? (car rest) #!optional)
               (and (eq? section 'required) (pair? (cdr rest)) (loop (cdr rest) seen 'optional)))
              ((eq? (car rest) #!rest)
               (and (not (eq? section 'rest))
                    (pair? (cdr rest)) (null? (cddr rest))
                    (loop (cdr rest) seen 'rest)))
              (else
               (and (symbol? (car rest))
                    (not (memq (car rest) seen))
                    (loop (cdr rest) (cons (car rest) seen) section))))))

    (define (r4rs-lambda-list? object)
      (and (mit-lambda-list? object)
           (let loop ((rest object))
             (or (not (pair? rest))
                 (and (symbol? (car rest)) (loop (cdr rest)))))))

    ;;; The system

    (define (gc-space-status) (vector 8 0 0 0 0 0 (gc-flip) 0))

    ;; Programs ask which release they run on: the dialect is that of 12.1.
    (define subsystems '(("Release" (12 1)) ("Microcode" (12 1)) ("Runtime" (15 7)) ("Schooner" ())))
    (define (subsystem name) (assoc name subsystems string-ci=?))
    (define (version-text version)
      (if (null? version)
          ""
          (fold-left (lambda (text part) (string-append text "." (string part)))
                     (string (car version))
                     (cdr version))))

    (define (get-subsystem-names) (map car subsystems))
    (define (get-subsystem-version name)
      (let ((entry (subsystem name)))
        (and entry (list-copy (cadr entry)))))
    (define (get-subsystem-version-string name)
      (let ((entry (subsystem name)))
        (and entry (version-text (cadr entry)))))
    (define (get-subsystem-identification-string name)
      (let ((entry (subsystem name)))
        (and entry (string-append (car entry) " " (version-text (cadr entry))))))
    (define (add-subsystem-identification! name version)
      (set! subsystems (append subsystems (list (list name version)))))
    (define (identify-world #!optional port)
      (write-string "Schooner" port))

    (define (for-each-interned-symbol procedure)
      (for-each procedure (environment-bound-names system-global-environment)))

    (define (apropos-list text #!optional environment search-parents?)
      (let ((text (if (symbol? text) (symbol->string text) text))
            (environment (if (default-object? environment) (nearest-repl/environment) environment)))
        (let loop ((environment environment))
          (let ((found (filter (lambda (name) (string-search-forward text (symbol->string name) 0))
                               (environment-bound-names environment))))
            (sort (if (environment-has-parent? environment)
                      (append found (loop (environment-parent environment)))
                      found)
                  symbol<?)))))

    (define (apropos text #!optional environment search-parents?)
      (for-each (lambda (name)
                  (fresh-line)
                  (write name))
                (apropos-list text environment search-parents?))
      (newline))

    (define (hash-table/modify! table key default procedure)
      (let ((value (procedure (hash-table-ref/default table key default))))
        (hash-table-set! table key value)
        value))


    ;; How deep notifications are nested, and a cell for whether a line was written inside the innermost.
    (define notification-depth (make-unsettable-parameter 0))
    (define notification-interrupted (make-unsettable-parameter (make-cell #f)))
    (define param:hide-notifications? (make-settable-parameter #f))

    (define (begin-notification port)
      (set-cell-contents! (notification-interrupted) #t)
      (fresh-line port)
      (write-string ";" port)
      (write-string (make-string (* 2 (notification-depth)) #\space) port))

    ;; ";Message..." before, and " done" behind what a thunk takes its time for.
    (define (with-notification message #!optional thunk)
      (cond ((param:hide-notifications?) (if (default-object? thunk) unspecific (thunk)))
            ((default-object? thunk) (write-notification-line message))
            (else
             (let ((port (notification-output-port))
                   (interrupted (make-cell #f))
                   (done? #f))
               (define (end-notification text)
                 (if (cell-contents interrupted)
                     (begin
                       (begin-notification port)
                       (write-string "..." port)))
                 (write-string text port)
                 (newline port))
               (begin-notification port)
               (message port)
               (write-string "..." port)
               (dynamic-wind
                (lambda () unspecific)
                (lambda ()
                  (let ((value
                         (parameterize ((notification-depth (+ (notification-depth) 1))
                                        (notification-interrupted interrupted))
                           (thunk))))
                    (set! done? #t)
                    (end-notification " done")
                    value))
                (lambda () (if (not done?) (end-notification " aborted"))))))))

    (define (write-notification-line message)
      (if (not (param:hide-notifications?))
          (let ((port (notification-output-port)))
            (begin-notification port)
            (message port))))

    (define (shallow-fluid-bind before during after)
      (dynamic-wind before during after))))
