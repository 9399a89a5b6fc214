;;;; Test runners: what has been counted, what is to be done, and who is told.

(define-record-type test-runner
  (new-runner groups counts selection)
  test-runner?
  ;; The groups that are open, innermost first.
  (groups runner-groups set-runner-groups!)
  ;; An association list from kinds of results to numbers.
  (counts runner-counts set-runner-counts!)
  ;; The specifiers of test-apply, or #t: which tests are to be run at all.
  (selection runner-selection set-runner-selection!)
  (skips runner-skips set-runner-skips!)
  (failures runner-failures set-runner-failures!)
  (result test-result-alist set-runner-result!)
  ;; Whether the last test-end takes the runner away, because the first test-begin has made it.
  (automatic? runner-automatic? set-runner-automatic!)
  (aux-value test-runner-aux-value test-runner-aux-value!)
  (on-test-begin test-runner-on-test-begin test-runner-on-test-begin!)
  (on-test-end test-runner-on-test-end test-runner-on-test-end!)
  (on-group-begin test-runner-on-group-begin test-runner-on-group-begin!)
  (on-group-end test-runner-on-group-end test-runner-on-group-end!)
  (on-final test-runner-on-final test-runner-on-final!)
  (on-bad-count test-runner-on-bad-count test-runner-on-bad-count!)
  (on-bad-end-name test-runner-on-bad-end-name test-runner-on-bad-end-name!))

;; A group that is open: its name, how many tests it shall have (or #f), how many had been run when it began, and the
;; specifiers that hold again after it.
(define-record-type group
  (make-group name expected before skips failures)
  group?
  (name group-name)
  (expected group-expected)
  (before group-before)
  (skips group-skips)
  (failures group-failures))

(define (ignore . arguments) #f)

(define (test-runner-null)
  (let ((runner (new-runner '() '() #t)))
    (test-runner-aux-value! runner #f)
    (set-runner-automatic! runner #f)
    (test-runner-reset runner)
    (test-runner-on-test-begin! runner ignore)
    (test-runner-on-test-end! runner ignore)
    (test-runner-on-group-begin! runner ignore)
    (test-runner-on-group-end! runner ignore)
    (test-runner-on-final! runner ignore)
    (test-runner-on-bad-count! runner ignore)
    (test-runner-on-bad-end-name! runner ignore)
    runner))

(define (test-runner-simple)
  (let ((runner (test-runner-null)))
    (test-runner-on-test-begin! runner test-on-test-begin-simple)
    (test-runner-on-test-end! runner test-on-test-end-simple)
    (test-runner-on-group-begin! runner test-on-group-begin-simple)
    (test-runner-on-group-end! runner test-on-group-end-simple)
    (test-runner-on-final! runner test-on-final-simple)
    (test-runner-on-bad-count! runner test-on-bad-count-simple)
    (test-runner-on-bad-end-name! runner test-on-bad-end-name-simple)
    runner))

(define (test-runner-reset runner)
  (set-runner-groups! runner '())
  (set-runner-counts! runner '())
  (set-runner-selection! runner #t)
  (set-runner-skips! runner '())
  (set-runner-failures! runner '())
  (set-runner-result! runner '()))

;;; Counting

(define (count-of runner kind)
  (let ((entry (assq kind (runner-counts runner))))
    (if entry (cdr entry) 0)))

(define (count! runner kind)
  (let ((entry (assq kind (runner-counts runner))))
    (if entry
        (set-cdr! entry (+ (cdr entry) 1))
        (set-runner-counts! runner (cons (cons kind 1) (runner-counts runner))))))

(define (total-count runner)
  (apply + (map cdr (runner-counts runner))))

(define (test-runner-pass-count runner) (count-of runner 'pass))
(define (test-runner-fail-count runner) (count-of runner 'fail))
(define (test-runner-xpass-count runner) (count-of runner 'xpass))
(define (test-runner-xfail-count runner) (count-of runner 'xfail))
(define (test-runner-skip-count runner) (count-of runner 'skip))

;;; Where the runner is

(define (test-runner-group-stack runner)
  (map group-name (runner-groups runner)))

(define (test-runner-group-path runner)
  (reverse (test-runner-group-stack runner)))

(define (test-runner-test-name runner)
  (test-result-ref runner 'test-name ""))

;;; The current runner, and how one is made when there is none

(define test-runner-current
  (make-settable-parameter #f))

(define test-runner-factory
  (make-settable-parameter test-runner-simple))

(define (test-runner-create)
  ((test-runner-factory)))

(define (test-runner-get)
  (or (test-runner-current)
      (error "There is no current test runner: test-begin is missing.")))

;; The current runner; one is made and installed when there is none.
(define (ensure-runner)
  (or (test-runner-current)
      (let ((runner (test-runner-create)))
        (set-runner-automatic! runner #t)
        (test-runner-current runner)
        runner)))

(define (call-with-runner runner thunk)
  (let ((other runner))
    (define (swap!)
      (let ((current (test-runner-current)))
        (test-runner-current other)
        (set! other current)))
    (dynamic-wind swap! thunk swap!)))

(define-syntax test-with-runner
  (syntax-rules ()
    ((_ runner form ...)
     (call-with-runner runner (lambda () form ...)))))
