;;;; SRFI 78: lightweight testing.  check-ec, which needs the comprehensions of SRFI 42, is not here.

(define-library (srfi 78)
  (export check check-report check-set-mode! check-reset! check-passed?)
  (import (scheme base) (scheme case-lambda) (scheme write)
          (only (mit legacy runtime) error:bad-range-argument))
  (begin

    ;; off, summary, report-failed or report.
    (define mode 'report)
    (define correct-count 0)
    ;; What the failed checks would print, last first.
    (define failures '())

    (define (check-set-mode! new-mode)
      (if (not (memq new-mode '(off summary report-failed report)))
          (error:bad-range-argument new-mode 0 'check-set-mode!))
      (set! mode new-mode))

    (define (check-reset!)
      (set! correct-count 0)
      (set! failures '()))

    (define (check-passed? expected-count)
      (and (null? failures)
           (= correct-count expected-count)))

    (define (report-check form actual expected correct?)
      (write form)
      (display " => ")
      (write actual)
      (if correct?
          (display " ; correct")
          (begin
            (display " ; *** failed ***")
            (newline)
            (display " ; expected result: ")
            (write expected)))
      (newline))

    (define (run-check form thunk same? expected)
      (if (not (eq? mode 'off))
          (let* ((actual (thunk))
                 (correct? (same? actual expected)))
            (if correct?
                (set! correct-count (+ correct-count 1))
                (set! failures
                      (cons (lambda () (report-check form actual expected #f)) failures)))
            (if (or (eq? mode 'report)
                    (and (eq? mode 'report-failed) (not correct?)))
                (report-check form actual expected correct?)))))

    (define (check-report)
      (if (not (eq? mode 'off))
          (begin
            (display "; *** checks *** : ")
            (write correct-count)
            (display " correct, ")
            (write (length failures))
            (display " failed.")
            (if (and (pair? failures) (memq mode '(report report-failed)))
                (begin
                  (display " First failed example:")
                  (newline)
                  ((car (reverse failures))))
                (newline)))))

    (define-syntax check
      (syntax-rules (=>)
        ((_ form => expected)
         (check form (=> equal?) expected))
        ((_ form (=> same?) expected)
         (run-check 'form (lambda () form) same? expected))))))
