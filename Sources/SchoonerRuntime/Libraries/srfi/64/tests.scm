;;;; Single tests.

;; Runs one test.  The body is called with the runner, notes what it finds in the result, and tells whether the test has
;; passed.
(define (run-test name form body)
  (let ((runner (test-runner-get)))
    (set-runner-result! runner
                        (list (cons 'test-name (if name name ""))
                              (cons 'source-form form)))
    (cond ((to-skip? runner)
           (test-result-set! runner 'result-kind 'skip))
          ((any-matches? (runner-failures runner) runner)
           (test-result-set! runner 'result-kind 'xfail)))
    ((test-runner-on-test-begin runner) runner)
    (if (not (eq? (test-result-kind runner) 'skip))
        (let ((passed? (body runner))
              (expected-to-fail? (eq? (test-result-kind runner) 'xfail)))
          (test-result-set! runner 'result-kind
                            (cond (expected-to-fail? (if passed? 'xpass 'xfail))
                                  (passed? 'pass)
                                  (else 'fail)))))
    (count! runner (test-result-kind runner))
    ((test-runner-on-test-end runner) runner)))

;; The receiver gets the thunk's value; an error is noted, and fails the test.
(define (with-value-of thunk runner receiver)
  (let ((outcome
         (guard (object
                 (else (lambda ()
                         (test-result-set! runner 'actual-error object)
                         #f)))
           (let ((value (thunk)))
             (lambda () (receiver value))))))
    (outcome)))

(define (assertion name form actual)
  (run-test name form
            (lambda (runner)
              (with-value-of actual runner
                (lambda (value)
                  (test-result-set! runner 'actual-value value)
                  (and value #t))))))

(define (comparison same? name form expected actual)
  (run-test name form
            (lambda (runner)
              (with-value-of expected runner
                (lambda (expected-value)
                  (test-result-set! runner 'expected-value expected-value)
                  (with-value-of actual runner
                    (lambda (value)
                      (test-result-set! runner 'actual-value value)
                      (with-value-of (lambda () (same? expected-value value)) runner
                        (lambda (same?) (and same? #t))))))))))

(define-syntax test-assert
  (syntax-rules ()
    ((_ name expression)
     (assertion name 'expression (lambda () expression)))
    ((_ expression)
     (assertion #f 'expression (lambda () expression)))))

(define-syntax define-comparison
  (syntax-rules ()
    ((_ keyword same?)
     (define-syntax keyword
       (syntax-rules ()
         ((_ name expected expression)
          (comparison same? name 'expression (lambda () expected) (lambda () expression)))
         ((_ expected expression)
          (comparison same? #f 'expression (lambda () expected) (lambda () expression))))))))

(define-comparison test-eqv eqv?)
(define-comparison test-eq eq?)
(define-comparison test-equal equal?)

(define (within margin)
  (lambda (expected actual)
    (<= (- expected margin) actual (+ expected margin))))

(define-syntax test-approximate
  (syntax-rules ()
    ((_ name expected expression margin)
     (comparison (lambda (expected-value value) ((within margin) expected-value value))
                 name 'expression (lambda () expected) (lambda () expression)))
    ((_ expected expression margin)
     (test-approximate #f expected expression margin))))

;;; Errors

;; A type of errors is a predicate, a condition type, or anything else for all errors.
(define (error-matches? object type)
  (cond ((procedure? type)
         (guard (failure (else #f)) (and (type object) #t)))
        ((condition-type? type)
         (and (condition? object)
              (memq type (condition-type/generalizations (condition/type object)))
              #t))
        (else #t)))

(define (error-test name form type actual)
  (run-test name form
            (lambda (runner)
              (with-value-of type runner
                (lambda (type)
                  (test-result-set! runner 'expected-error type)
                  (guard (object
                          (else
                           (test-result-set! runner 'actual-error object)
                           (error-matches? object type)))
                    (test-result-set! runner 'actual-value (actual))
                    #f))))))

(define-syntax test-error
  (syntax-rules ()
    ((_ name type expression)
     (error-test name 'expression (lambda () type) (lambda () expression)))
    ((_ type expression)
     (error-test #f 'expression (lambda () type) (lambda () expression)))
    ((_ expression)
     (error-test #f 'expression (lambda () #t) (lambda () expression)))))

;; Reads one datum, which is all that the string holds, and evaluates it.
(define (test-read-eval-string string)
  (let* ((port (open-input-string string))
         (form (read port)))
    (if (not (eof-object? (read-char port)))
        (error "Not all of the string was read:" string))
    (eval form system-global-environment)))
