;;; The test interface of Chibi Scheme, which portable programs import: assertions that are counted, groups that are reported.

(define-library (chibi test)
  (export test test-equal test-not test-assert test-values test-error test-syntax-error test-propagate-info
          test-group test-begin test-end test-exit test-run
          current-test-verbosity current-test-epsilon current-test-comparator current-test-group-name
          test-equal? test-failure-count)
  (import (scheme base) (scheme write) (scheme complex) (scheme inexact) (scheme process-context))
  (include "test/comparing.scm" "test/counting.scm" "test/forms.scm"))
