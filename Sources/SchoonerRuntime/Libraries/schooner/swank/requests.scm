;;; Requests: (:emacs-rex form package thread id) is answered with (:return (:ok value) id) or (:return (:abort why) id).

(define requests (make-strong-eqv-hash-table))

;; procedure: gets the connection and the arguments, which Emacs gives as quoted data.
(define (define-request names procedure #!optional only-looks?)
  (for-each (lambda (name)
              (hash-table-set! requests name
                               (cons procedure (and (not (default-object? only-looks?)) only-looks?))))
            names))

(define (request-of form)
  (and (pair? form)
       (list? form)
       (symbol? (car form))
       (hash-table-ref/default requests (car form) #f)))

;; What only looks is answered while the worker computes, unless it is meant for the worker.
(define (at-once? form thread)
  (let ((request (request-of form)))
    (and request (cdr request) (not (exact-integer? thread)))))

(define (argument-value argument)
  (cond ((and (pair? argument) (eq? (car argument) 'quote) (pair? (cdr argument))) (cadr argument))
        ((eq? argument 'nil) #f)
        ((eq? argument 't) #t)
        (else argument)))

;; The environment of the buffer that a request came from.
(define buffer-environment (make-unsettable-parameter #f))

(define (message-environment connection message)
  (let ((name (caddr message)))
    (or (and (string? name) (named-environment name))
        (connection-environment connection))))

(define (perform connection message)
  (let* ((form (cadr message)) (request (request-of form)))
    (if request
        (list ':ok
              (parameterize ((buffer-environment (message-environment connection message)))
                (apply (car request) connection (map argument-value (cdr form)))))
        (list ':abort (string-append "Schooner does not know " (write-to-string form))))))

(define (send-return connection reply id)
  (if (not (send connection ':return reply id))
      (send connection ':return (list ':abort "The answer is too long.") id)))

;; The answer is sent even where a restart leaves the request: it was aborted then.
(define (answer connection message)
  (let ((reply (list ':abort "a restart")) (answered? #f))
    (dynamic-wind
     (lambda () unspecific)
     (lambda () (set! reply (perform connection message)))
     (lambda ()
       (if (not answered?)
           (begin
             (set! answered? #t)
             (send-return connection reply (list-ref message 4))))))))

;; In a thread of its own: an error is no more than no answer.
(define (answer-quietly connection message)
  (let ((reply (ignore-errors (lambda () (perform connection message)))))
    (send-return connection
                 (if (condition? reply)
                     (list ':abort (condition-text reply))
                     reply)
                 (list-ref message 4))))

(define (condition-text object)
  (if (condition? object)
      (let ((text (ignore-errors (lambda () (condition/report-string object)))))
        (if (string? text) text "The error's own report fails."))
      (string-append "The object " (write-to-string object) ", passed as the first argument to raise, is not the correct type.")))

;; The worker's life: requests, for ever. The innermost debugger level answers those that come while it stands.
(define (answer-requests connection)
  (call-with-current-continuation
   (lambda (k)
     (parameterize ((%restarts-parameter '()))
       (with-restart 'abort "Return to SLIME's top level." (lambda () (k unspecific)) values
         (lambda ()
           (parameterize ((level-restarts (bound-restarts)))
             (let loop ()
               (let ((message (next-message connection)))
                 (if (eq? (car message) ':emacs-rex) (answer connection message))
                 (loop)))))))))
  (answer-requests connection))
