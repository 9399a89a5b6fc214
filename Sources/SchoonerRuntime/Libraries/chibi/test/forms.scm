;;; The forms that programs write.

(define (condition-text object)
  (if (error-object? object)
      (let ((port (open-output-string)))
        (display (error-object-message object) port)
        (for-each (lambda (irritant)
                    (write-char #\space port)
                    (write irritant port))
                  (error-object-irritants object))
        (get-output-string port))
      object))

(define (complain name . parts)
  (display "FAIL: ")
  (write name)
  (newline)
  (let loop ((parts parts))
    (if (pair? parts)
        (begin
          (display "    ")
          (display (car parts))
          (display ": ")
          (write (cadr parts))
          (newline)
          (loop (cddr parts))))))

;; Calls the receiver with the thunk's value and #f, or with what it raised and #t.
(define (call-with-outcome thunk receiver)
  (let ((outcome (guard (raised (#t (cons #t raised))) (cons #f (thunk)))))
    (receiver (cdr outcome) (car outcome))))

(define (test-run name form expect actual accept?)
  (call-with-outcome actual
    (lambda (value error?)
      (cond (error?
             (count-failure! #t)
             (complain (or name form) "error" (condition-text value)))
            (else
             (let ((expected (expect)))
               (if (accept? expected value)
                   (count-pass!)
                   (begin
                     (count-failure! #f)
                     (complain (or name form) "expected" expected "got" value)))))))))

(define-syntax test
  (syntax-rules ()
    ((_ expected expression)
     (test-run #f 'expression (lambda () expected) (lambda () expression) (current-test-comparator)))
    ((_ name expected expression)
     (test-run name 'expression (lambda () expected) (lambda () expression) (current-test-comparator)))))

(define-syntax test-equal
  (syntax-rules ()
    ((_ equal expected expression)
     (test-run #f 'expression (lambda () expected) (lambda () expression) equal))
    ((_ equal name expected expression)
     (test-run name 'expression (lambda () expected) (lambda () expression) equal))))

(define (truth expected value) (if value #t #f))
(define (falsity expected value) (not value))

(define-syntax test-assert
  (syntax-rules ()
    ((_ expression) (test-run #f 'expression (lambda () #t) (lambda () expression) truth))
    ((_ name expression) (test-run name 'expression (lambda () #t) (lambda () expression) truth))))

(define-syntax test-not
  (syntax-rules ()
    ((_ expression) (test-run #f 'expression (lambda () #f) (lambda () expression) falsity))
    ((_ name expression) (test-run name 'expression (lambda () #f) (lambda () expression) falsity))))

(define-syntax test-values
  (syntax-rules ()
    ((_ expected expression) (test-values #f expected expression))
    ((_ name expected expression)
     (test-run name 'expression
               (lambda () (call-with-values (lambda () expected) list))
               (lambda () (call-with-values (lambda () expression) list))
               (current-test-comparator)))))

(define (expect-error name form thunk)
  (call-with-outcome thunk
    (lambda (value error?)
      (if error?
          (count-pass!)
          (begin
            (count-failure! #f)
            (complain (or name form) "expected" 'error "got" value))))))

(define-syntax test-error
  (syntax-rules ()
    ((_ expression) (expect-error #f 'expression (lambda () expression)))
    ((_ name expression) (expect-error name 'expression (lambda () expression)))))

;; A syntax error ends the expansion of the whole program, so there is nothing left to test at run time.
(define-syntax test-syntax-error
  (syntax-rules ()
    ((_ expression) #t)
    ((_ name expression) #t)))

;; Assertions in the body of a macro carry no more information here than others.
(define-syntax test-propagate-info
  (syntax-rules ()
    ((_ name expected expression (info ...)) (test name expected expression))))

(define-syntax test-group
  (syntax-rules ()
    ((_ name body ...)
     (begin
       (test-begin name)
       (call-with-outcome (lambda () body ... #t)
         (lambda (value error?)
           (if error?
               (begin
                 (count-failure! #t)
                 (complain name "error" (condition-text value))))))
       (test-end name)))))
