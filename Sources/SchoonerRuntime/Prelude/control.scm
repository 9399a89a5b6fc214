;;;; Control: dynamic-wind, continuations, parameters, exceptions, restarts.
;;;; The machine keeps three registers that travel with every continuation: the winders, the parameter bindings and the handlers.

(define unspecific (if #f #f))

;;; dynamic-wind (R7RS 6.10). The list of winders holds #(before after parameters handlers), innermost first: BEFORE and AFTER
;;; run in the dynamic environment of the call, whoever leaves or enters it.

(define (dynamic-wind before thunk after)
  (before)
  (%set-winders! (cons (vector before after (%parameters) (%handlers)) (%winders)))
  (call-with-values thunk
    (lambda results
      (%set-winders! (cdr (%winders)))
      (after)
      (apply values results))))

(define (%run-winder winder index)
  (%set-parameters! (vector-ref winder 2))
  (%set-handlers! (vector-ref winder 3))
  ((vector-ref winder index)))

(define (%common-winders a b)
  (let ((length-a (length a))
        (length-b (length b)))
    (let loop ((a (if (> length-a length-b) (list-tail a (- length-a length-b)) a))
               (b (if (> length-b length-a) (list-tail b (- length-b length-a)) b)))
      (if (eq? a b) a (loop (cdr a) (cdr b))))))

(define (%rewind-to! target)
  (let ((common (%common-winders (%winders) target)))
    (let unwind ()
      (let ((here (%winders)))
        (if (not (eq? here common))
            (begin
              (%set-winders! (cdr here))
              (%run-winder (car here) 1)
              (unwind)))))
    (let rewind ((here target))
      (if (not (eq? here common))
          (begin
            (rewind (cdr here))
            (%run-winder (car here) 0)
            (%set-winders! here))))))

;; What the machine calls when a continuation with other winders is invoked.
(define (%rewind-and-continue continuation values)
  (%rewind-to! (%continuation-winders continuation))
  (%reinstate continuation values))

(define (within-continuation continuation thunk)
  (if (not (continuation? continuation))
      (error:wrong-type-argument continuation 0 'within-continuation))
  (%rewind-to! (%continuation-winders continuation))
  (%within-continuation continuation thunk))

;;; Parameters (R7RS 4.2.6; MIT Scheme 10.2)

(define (make-unsettable-parameter value #!optional converter)
  (if (default-object? converter)
      (%make-parameter value #f #f)
      (%make-parameter (converter value) converter #f)))

(define (make-settable-parameter value #!optional converter)
  (if (default-object? converter)
      (%make-parameter value #f #t)
      (%make-parameter (converter value) converter %set-converted!)))

(define (%set-converted! parameter value)
  (%set-parameter! parameter ((%parameter-converter parameter) value)))

(define make-parameter make-unsettable-parameter)

(define (parameterize* new-bindings thunk)
  (let ((bindings
         (let loop ((new new-bindings))
           (if (pair? new)
               (let ((converter (%parameter-converter (car (car new)))))
                 (cons (cons (car (car new))
                             (if converter
                                 (converter (cdr (car new)))
                                 (cdr (car new))))
                       (loop (cdr new))))
               (%parameters))))
        (outside (%parameters)))
    (%set-parameters! bindings)
    (call-with-values thunk
      (lambda results
        (%set-parameters! outside)
        (apply values results)))))

;;; Exceptions (R7RS 6.11). An entry of the handler list is a procedure, or (types . procedure) from bind-condition-handler.

(define (with-exception-handler handler thunk)
  (if (not (procedure? handler))
      (error:inapplicable-object handler '()))
  (%with-handlers (cons handler (%handlers)) thunk))

(define (%with-handlers handlers thunk)
  (let ((outside (%handlers)))
    (%set-handlers! handlers)
    (call-with-values thunk
      (lambda results
        (%set-handlers! outside)
        (apply values results)))))

;; A handler that returns from a non-continuable raise leaves the object to the next handler outside it, as in MIT Scheme 12.1.
(define (%raise object continuable?)
  (let ((inside (%handlers))
        (object (%tunnel-payload object)))
    (let loop ((handlers inside))
      (if (pair? handlers)
          (let ((handler (car handlers)))
            (%set-handlers! (cdr handlers))
            (if (pair? handler)
                (begin
                  (%offer handler object)
                  (loop (cdr handlers)))
                (call-with-values (lambda () (handler object))
                  (lambda results
                    (if continuable?
                        (begin
                          (%set-handlers! inside)
                          (apply values results))
                        (loop (cdr handlers)))))))
          (%default-handler object continuable?)))))

(define (%handler-applies? types object)
  (and (condition? object)
       (or (null? types)
           (let loop ((types types))
             (and (pair? types)
                  (or (%condition-is-a? object (car types))
                      (loop (cdr types))))))))

;; A handler that bind-condition-handler set sees conditions only: what else is raised reaches it inside one, as in MIT Scheme 12.1.
(define (%offer handler object)
  (let ((condition (if (condition? object) object (%make-tunnel object))))
    (if (%handler-applies? (car handler) condition)
        ((cdr handler) condition))))

(define %tunnel-type
  (make-condition-type 'r7rs-tunnel condition-type:error '(object)
    (lambda (condition port)
      (write-string "The object " port)
      (write (access-condition condition 'object) port)
      (write-string " was raised." port))))

(define (%make-tunnel object)
  (call-with-current-continuation
   (lambda (k) (%make-condition %tunnel-type k (%restarts) (list 'object object)))))

(define (%tunnel-payload object)
  (if (and (condition? object) (eq? (condition/type object) %tunnel-type))
      (access-condition object 'object)
      object))

;; Handlers outside all others (MIT reference manual 16.3), the newest first.
(define %default-handlers '())

(define (bind-default-condition-handler types handler)
  (guarantee list? types 'bind-default-condition-handler)
  (guarantee procedure? handler 'bind-default-condition-handler)
  (set! %default-handlers (cons (cons types handler) %default-handlers)))

(define (%offer-to-default-handlers object)
  (%set-handlers! '())
  (let loop ((handlers %default-handlers))
    (if (pair? handlers)
        (begin
          (%offer (car handlers) object)
          (loop (cdr handlers))))))

(define (%default-handler object continuable?)
  (%offer-to-default-handlers object)
  (if (and (condition? object)
           (not (%condition-is-a? object condition-type:serious-condition)))
      unspecific
      (standard-error-handler object)))

(define (raise object) (%raise object #f))
(define (raise-continuable object) (%raise object #t))

;; What the machine calls when it signals a condition itself: restarts first, then the handlers. application: the procedure and
;; the operands of the call that has a wrong argument, or #f.
(define (%raise-from-machine object continuable? #!optional application)
  (cond (continuable? (%raise object #t))
        ((not (condition? object)) (%raise object #f))
        ((eq? (condition/type object) condition-type:file-operation-error) (%raise-file-operation object))
        ((%condition-is-a? object condition-type:variable-error) (%raise-variable-error object))
        ((%substitution-prompt object)
         => (lambda (prompt)
              (call-with-current-continuation
               (lambda (k)
                 (%raise-with-substitute object prompt
                   (%substitution k object (if (default-object? application) #f application)))))))
        (else (%signal-with-restarts object))))

(define (%signal-with-restarts condition)
  (call-with-current-continuation
   (lambda (k)
     (%set-condition-restarts! condition (%restarts) k)
     (%raise condition #f))))

;; How the computation goes on with what a restart gives: the call is made again with it.
(define (%substitution k condition application)
  (define (apply-again procedure operands)
    (within-continuation k (lambda () (apply procedure operands))))
  (cond ((eq? (condition/type condition) condition-type:inapplicable-object)
         (lambda (procedure)
           (apply-again procedure (access-condition condition 'operands))))
        ((and application (index-fixnum? (access-condition condition 'operand)))
         (lambda (argument)
           (apply-again (car application)
                        (let loop ((operands (cdr application)) (index (access-condition condition 'operand)))
                          (cond ((null? operands) '())
                                ((= index 0) (cons argument (cdr operands)))
                                (else (cons (car operands) (loop (cdr operands) (- index 1)))))))))
        (else k)))

(define (%raise-with-substitute condition prompt k)
  (with-restart 'use-value prompt k
      (lambda () (values (prompt-for-evaluated-expression (%substitution-question condition))))
    (lambda ()
      (%signal-with-restarts condition))))

(define (%raise-variable-error condition)
  (let* ((name (access-condition condition 'name))
         (environment (access-condition condition 'environment))
         (unbound? (not (eq? (condition/type condition) condition-type:unassigned-variable)))
         (verb (string-append (if unbound? "Define " "Set ") (symbol->string name))))
    (call-with-current-continuation
     (lambda (k)
       (with-restart 'store-value (string-append verb " to a given value.")
           (lambda (value)
             (environment-define environment name value)
             (k value))
           (lambda ()
             (values (prompt-for-evaluated-expression (string-append verb (if unbound? " as" " to")))))
         (lambda ()
           (%raise-with-substitute condition (%substitution-prompt condition) k)))))))

(define (%substitution-prompt condition)
  (let ((type (condition/type condition)))
    (cond ((%condition-is-a? condition condition-type:variable-error)
           (string-append "Specify a value to use instead of "
                          (symbol->string (access-condition condition 'name)) "."))
          ((or (eq? type condition-type:wrong-type-argument) (eq? type condition-type:bad-range-argument))
           (and (access-condition condition 'operand)
                "Specify an argument to use in its place."))
          ((eq? type condition-type:inapplicable-object)
           "Specify a procedure to use in its place.")
          (else #f))))

;; How a person is asked for what the prompt above speaks of.
(define (%substitution-question condition)
  (let ((type (condition/type condition)))
    (cond ((%condition-is-a? condition condition-type:variable-error)
           (string-append "Value to use instead of " (symbol->string (access-condition condition 'name))))
          ((eq? type condition-type:inapplicable-object) "New operator")
          (else "New argument"))))

;; An unbound variable in operator position: raise, then apply what a restart gives instead.
(define (%apply-substitute condition . arguments)
  (apply (%raise-from-machine condition #f) arguments))

(define (error message . irritants)
  (if (condition? message)
      (%signal-error message)
      (%signal-error
       (%make-standard-condition condition-type:simple-error (list message irritants)))))

(define (%signal-error condition)
  (%note-backtrace! condition)
  (%signal-with-restarts condition))

(define (warn message . irritants)
  (let ((condition
         (%make-standard-condition condition-type:simple-warning (list message irritants))))
    (with-simple-restart 'muffle-warning "Ignore warning."
      (lambda ()
        (%set-condition-restarts! condition (%restarts))
        (signal-condition condition)
        (fresh-line (notification-output-port))
        (write-string ";Warning: " (notification-output-port))
        (write-string (condition/report-string condition) (notification-output-port))
        (newline (notification-output-port))))))

;; Offers the condition to the handlers, and returns when none of them leaves.
(define (signal-condition condition)
  (let ((inside (%handlers)))
    (let loop ((handlers inside))
      (if (pair? handlers)
          (let ((handler (car handlers)))
            (%set-handlers! (cdr handlers))
            (if (pair? handler)
                (%offer handler condition)
                (handler (%tunnel-payload condition)))
            (loop (cdr handlers)))))
    (%offer-to-default-handlers condition)
    (%set-handlers! inside)
    unspecific))

(define (bind-condition-handler types handler thunk)
  (%with-handlers (cons (cons types handler) (%handlers)) thunk))

;; What becomes of an object that no handler took; a read-eval-print loop puts its own procedure here.
(define %error-entry (%make-parameter %unhandled #f #f))

(define (standard-error-handler condition)
  ((%error-entry) (%tunnel-payload condition)))

;; map-error: what to return instead of the condition.
(define (ignore-errors thunk #!optional map-error)
  (call-with-current-continuation
   (lambda (k)
     (bind-condition-handler (list condition-type:error)
         (if (or (default-object? map-error) (not map-error))
             k
             (lambda (condition) (k (map-error condition))))
       thunk))))

(define (call-with-escape-continuation receiver)
  (call-with-current-continuation receiver))

(define (error:wrong-type-argument object operand #!optional operator)
  (%signal-argument-error condition-type:wrong-type-argument object operand operator))

(define (error:bad-range-argument object operand #!optional operator)
  (%signal-argument-error condition-type:bad-range-argument object operand operator))

;; Both argument orders are in use: (object operator), and (object operand operator).
(define (%signal-argument-error type object operand operator)
  (let ((condition
         (if (default-object? operator)
             (%make-standard-condition type (list object operand #f))
             (%make-standard-condition type (list object operator operand)))))
    (%note-backtrace! condition)
    (call-with-current-continuation
     (lambda (k)
       (with-restart 'use-value "Specify an argument to use in its place." k
           (lambda () (values (prompt-for-evaluated-expression "New argument")))
         (lambda ()
           (%set-condition-restarts! condition (%restarts) k)
           (%raise condition #f)))))))

(define (error:not-a predicate object #!optional caller)
  (error:wrong-type-argument object (predicate-description predicate) (if (default-object? caller) #f caller)))

(define (predicate-description predicate)
  (if (and (compound-procedure? predicate) (not (predicate? predicate)))
      (string-append "object satisfying " (write-to-string predicate))
      #f))

(define (guarantee predicate object #!optional caller)
  (if (predicate object)
      object
      (error:not-a predicate object caller)))

(define (error:inapplicable-object object operands)
  (%signal-error (%make-standard-condition condition-type:inapplicable-object (list object operands))))

(define (error:divide-by-zero operator . operands)
  (%signal-error (%make-standard-condition condition-type:divide-by-zero (list operator operands))))

;;; Restarts (MIT Scheme 16.4)


;; Outside of any read-eval-print loop there is only the end of the program to return to.
(define (%abandon-program)
  (let ((port console-i/o-port))
    (fresh-line port)
    (write-string ";Abort!" port)
    (newline port)
    (exit 14)))

(define %restarts-parameter
  (%make-parameter
   (list (%make-restart 'abort "Return to read-eval-print." (lambda () (%abandon-program)) values))
   #f #f))

(define (%restarts) (%restarts-parameter))

(define (with-restart name reporter effector interactor thunk)
  (parameterize* (list (cons %restarts-parameter
                             (cons (%make-restart name reporter effector interactor) (%restarts))))
                 thunk))

(define (with-simple-restart name reporter thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-restart name reporter (lambda () (k unspecific)) values thunk))))

(define (bound-restarts) (list-copy (%restarts)))
(define (first-bound-restart) (car (%restarts)))

(define (find-restart name #!optional restarts)
  (let loop ((restarts
              (cond ((default-object? restarts) (%restarts))
                    ((condition? restarts) (condition/restarts restarts))
                    (else restarts))))
    (and (pair? restarts)
         (if (eq? (restart/name (car restarts)) name)
             (car restarts)
             (loop (cdr restarts))))))

(define (invoke-restart restart . arguments)
  (apply (restart/effector restart) arguments))

(define (invoke-restart-interactively restart)
  (let ((interactor (restart/interactor restart)))
    (if (procedure? interactor)
        (call-with-values interactor (restart/effector restart))
        ((restart/effector restart)))))

(define (%invoke-named name restarts arguments)
  (let ((restart (find-restart name (if (default-object? restarts) (%restarts) restarts))))
    (if restart
        (apply (restart/effector restart) arguments))))

(define (abort #!optional restarts) (%invoke-named 'abort restarts '()))
(define (continue #!optional restarts) (%invoke-named 'continue restarts '()))
(define (muffle-warning #!optional restarts) (%invoke-named 'muffle-warning restarts '()))
(define (retry #!optional restarts) (%invoke-named 'retry restarts '()))
(define (store-value value #!optional restarts) (%invoke-named 'store-value restarts (list value)))
(define (use-value value #!optional restarts) (%invoke-named 'use-value restarts (list value)))

(define (write-restart-report restart port)
  (let ((reporter (restart/reporter restart)))
    (if (procedure? reporter)
        (reporter port)
        (write-string reporter port))))


;;; The name that call-with-values had before R4RS.
(define with-values call-with-values)
