;;;; SRFI 64: test suites.

(define-library (srfi 64)
  (export test-begin test-end test-group test-group-with-cleanup
          test-assert test-eqv test-eq test-equal test-approximate test-error
          test-read-eval-string test-apply test-with-runner
          test-skip test-expect-fail test-match-name test-match-nth test-match-any test-match-all
          test-runner? test-runner-current test-runner-get test-runner-factory test-runner-create
          test-runner-null test-runner-simple test-runner-reset
          test-runner-pass-count test-runner-fail-count test-runner-xpass-count test-runner-xfail-count
          test-runner-skip-count test-runner-test-name test-runner-group-path test-runner-group-stack
          test-runner-aux-value test-runner-aux-value!
          test-runner-on-test-begin test-runner-on-test-begin! test-runner-on-test-end test-runner-on-test-end!
          test-runner-on-group-begin test-runner-on-group-begin! test-runner-on-group-end test-runner-on-group-end!
          test-runner-on-final test-runner-on-final! test-runner-on-bad-count test-runner-on-bad-count!
          test-runner-on-bad-end-name test-runner-on-bad-end-name!
          test-on-group-begin-simple test-on-group-end-simple test-on-final-simple
          test-on-test-begin-simple test-on-test-end-simple
          test-on-bad-count-simple test-on-bad-end-name-simple
          test-passed? test-result-kind test-result-ref test-result-set! test-result-remove test-result-clear
          test-result-alist)
  (import (scheme base) (scheme case-lambda) (scheme read) (scheme eval) (scheme write)
          (only (mit legacy runtime)
                make-settable-parameter system-global-environment condition? condition/report-string
                condition-type? condition/type condition-type/generalizations
                error:wrong-type-argument))
  (include "64/runners.scm" "64/results.scm" "64/specifiers.scm" "64/groups.scm" "64/tests.scm" "64/simple.scm"))
