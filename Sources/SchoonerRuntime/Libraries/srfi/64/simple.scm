;;;; The simple runner tells of what fails as it happens, and of the numbers in the end.

(define (line . parts)
  (for-each display parts)
  (newline))

(define (test-on-group-begin-simple runner name count)
  (if (null? (runner-groups runner))
      (line "%%%% Starting test " name)))

(define (test-on-group-end-simple runner)
  #f)

(define (test-on-test-begin-simple runner)
  #f)

(define (describe object)
  (if (condition? object)
      (display (condition/report-string object))
      (write object)))

;; A line with a property of the result, when the result has it.
(define (property-line runner label property write)
  (let ((entry (assq property (test-result-alist runner))))
    (if entry
        (begin
          (display label)
          (write (cdr entry))
          (newline)))))

(define (full-name runner)
  (let ((port (open-output-string)))
    (for-each (lambda (group)
                (display group port)
                (display ": " port))
              (test-runner-group-path runner))
    (let ((name (test-runner-test-name runner)))
      (if (equal? name "")
          (write (test-result-ref runner 'source-form) port)
          (display name port)))
    (get-output-string port)))

(define (test-on-test-end-simple runner)
  (let ((kind (test-result-kind runner)))
    (if (memq kind '(fail xpass))
        (begin
          (line (if (eq? kind 'fail) "FAIL " "XPASS ") (full-name runner))
          (property-line runner "  expected value: " 'expected-value write)
          (property-line runner "  expected error: " 'expected-error write)
          (property-line runner "  actual value: " 'actual-value write)
          (property-line runner "  actual error: " 'actual-error describe)))))

(define (test-on-bad-count-simple runner actual expected)
  (line "*** Total number of tests was " actual " but should be " expected ". ***")
  (line "*** Discrepancy indicates testsuite error or exceptions. ***"))

(define (test-on-bad-end-name-simple runner begin-name end-name)
  (error (string-append "test-end " (text-of end-name) " does not match test-begin " (text-of begin-name))))

(define (text-of object)
  (let ((port (open-output-string)))
    (write object port)
    (get-output-string port)))

(define (test-on-final-simple runner)
  (let ((count-line
         (lambda (label count)
           (if (> count 0) (line label count)))))
    (count-line "# of expected passes      " (test-runner-pass-count runner))
    (count-line "# of expected failures    " (test-runner-xfail-count runner))
    (count-line "# of unexpected successes " (test-runner-xpass-count runner))
    (count-line "# of unexpected failures  " (test-runner-fail-count runner))
    (count-line "# of skipped tests        " (test-runner-skip-count runner))))
