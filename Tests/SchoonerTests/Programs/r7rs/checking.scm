;;; What the report's assertions are written with. A program includes this file and ends with (report-checks).

(define checks-done 0)
(define checks-failed 0)

(define (check-passed)
  (set! checks-done (+ checks-done 1)))

(define (check-failed expression expected got)
  (set! checks-done (+ checks-done 1))
  (set! checks-failed (+ checks-failed 1))
  (display "FAILED ")
  (write expression)
  (display " expected ")
  (display expected)
  (display " got ")
  (display got)
  (newline))

(define (text-of object)
  (guard (condition (#t "an object that cannot be written"))
    (let ((port (open-output-string)))
      (write object port)
      (get-output-string port))))

;; Calls thunk and gives the list of its values, or a string when it raises something.
(define (values-or-error thunk)
  (guard (condition (#t "an error"))
    (call-with-values thunk list)))

(define (check-values-equal expression thunk expected)
  (let ((got (values-or-error thunk)))
    (cond ((string? got) (check-failed expression (text-of expected) got))
          ((equal? got expected) (check-passed))
          (else (check-failed expression (text-of expected) (text-of got))))))

(define (check-nearly-equal expression thunk expected)
  (let ((got (values-or-error thunk)))
    (cond ((string? got) (check-failed expression expected got))
          ((nearly-equal? (car got) expected) (check-passed))
          (else (check-failed expression expected (car got))))))

;; Inexact and the same in the first twelve digits.
(define (nearly-equal? got expected)
  (and (real? got)
       (not (exact? got))
       (<= (abs (- got expected)) (* 1e-12 (+ 1 (abs expected))))))

(define (check-raises expression thunk)
  (let ((got (values-or-error thunk)))
    (if (string? got)
        (check-passed)
        (check-failed expression "an error" (text-of got)))))

(define (check-satisfies expression thunk)
  (let ((got (values-or-error thunk)))
    (cond ((string? got) (check-failed expression "true" got))
          ((and (pair? got) (car got)) (check-passed))
          (else (check-failed expression "true" (text-of got))))))

;; (check expression => expected): the expression has one value, equal? to the expected one.
(define-syntax check
  (syntax-rules (=>)
    ((_ expression => expected)
     (check-values-equal 'expression (lambda () expression) (list expected)))))

;; (check-values expression => expected ...): the expression has exactly these values.
(define-syntax check-values
  (syntax-rules (=>)
    ((_ expression => expected ...)
     (check-values-equal 'expression (lambda () expression) (list expected ...)))))

;; The value is inexact and equal but for the last digits.
(define-syntax check-nearly
  (syntax-rules (=>)
    ((_ expression => expected)
     (check-nearly-equal 'expression (lambda () expression) expected))))

;; The expression raises some condition.
(define-syntax check-error
  (syntax-rules ()
    ((_ expression)
     (check-raises 'expression (lambda () expression)))))

(define-syntax check-true
  (syntax-rules ()
    ((_ expression)
     (check-satisfies 'expression (lambda () expression)))))

(define-syntax check-false
  (syntax-rules ()
    ((_ expression)
     (check-values-equal 'expression (lambda () expression) (list #f)))))

(define (report-checks)
  (display checks-done)
  (display " checks, ")
  (display checks-failed)
  (display " failed")
  (newline))
