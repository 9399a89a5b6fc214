;;;; Groups of tests.

(define test-begin
  (case-lambda
    ((name) (test-begin name #f))
    ((name count)
     (let ((runner (ensure-runner)))
       ((test-runner-on-group-begin runner) runner name count)
       (set-runner-groups! runner
                           (cons (make-group name count (total-count runner)
                                             (runner-skips runner) (runner-failures runner))
                                 (runner-groups runner)))))))

(define test-end
  (case-lambda
    (() (end-group #f))
    ((name) (end-group name))))

(define (end-group name)
  (let* ((runner (test-runner-get))
         (groups (runner-groups runner)))
    (if (null? groups)
        (error "test-end without test-begin:" name))
    (let* ((group (car groups))
           (count (- (total-count runner) (group-before group))))
      (if (and name (not (equal? name (group-name group))))
          ((test-runner-on-bad-end-name runner) runner (group-name group) name))
      (if (and (group-expected group) (not (= (group-expected group) count)))
          ((test-runner-on-bad-count runner) runner count (group-expected group)))
      ((test-runner-on-group-end runner) runner)
      (set-runner-skips! runner (group-skips group))
      (set-runner-failures! runner (group-failures group))
      (set-runner-groups! runner (cdr groups))
      (test-result-clear runner)
      (if (null? (cdr groups))
          (begin
            ((test-runner-on-final runner) runner)
            (if (and (runner-automatic? runner)
                     (eq? runner (test-runner-current)))
                (test-runner-current #f)))))))

;; Runs the thunk as a group, unless a specifier passes over the group.
(define (call-in-group name thunk)
  (let ((runner (ensure-runner)))
    (set-runner-result! runner (list (cons 'test-name name)))
    (if (not (any-matches? (runner-skips runner) runner))
        (dynamic-wind
         (lambda () (test-begin name))
         thunk
         (lambda () (test-end name))))))

(define-syntax test-group
  (syntax-rules ()
    ((_ name form ...)
     (call-in-group name (lambda () form ... #f)))))

;; The last form is done when the group is left, in whichever way.
(define-syntax test-group-with-cleanup
  (syntax-rules ()
    ((_ name form)
     (test-group name form))
    ((_ name form ... cleanup)
     (test-group name
                 (dynamic-wind
                  (lambda () #f)
                  (lambda () form ... #f)
                  (lambda () cleanup))))))

;; (test-apply [runner] specifier ... thunk): calls the thunk with the runner as the current one; of its tests only those
;; are run that a specifier matches.
(define (test-apply first . rest)
  (if (test-runner? first)
      (apply-selected first rest)
      (let ((runner (test-runner-current)))
        (if runner
            (apply-selected runner (cons first rest))
            (let ((runner (test-runner-create)))
              (call-with-runner runner
                                (lambda ()
                                  (apply-selected runner (cons first rest))
                                  ((test-runner-on-final runner) runner))))))))

(define (apply-selected runner arguments)
  (let* ((reversed (reverse arguments))
         (thunk (car reversed))
         (specifiers (map specifier->procedure (reverse (cdr reversed))))
         (outside (runner-selection runner))
         (inside (if (null? specifiers) outside specifiers)))
    (define (select! selection)
      (lambda () (set-runner-selection! runner selection)))
    (call-with-runner runner
                      (lambda ()
                        (dynamic-wind (select! inside) thunk (select! outside))))))
