;;; Groups, their counts and the report.

(define-record-type group
  (make-group name outer passed failed errors)
  group?
  (name group-name)
  (outer group-outer)
  (passed group-passed set-group-passed!)
  (failed group-failed set-group-failed!)
  (errors group-errors set-group-errors!))

(define current-group #f)
(define all-failures 0)

;; Whether every group is reported, or only those with failures and the outermost.
(define current-test-verbosity (make-parameter #f))

(define (current-test-group-name)
  (and current-group (group-name current-group)))

;; How many assertions have failed, errors included.
(define (test-failure-count) all-failures)

(define (count-pass!)
  (if current-group
      (set-group-passed! current-group (+ 1 (group-passed current-group)))))

(define (count-failure! error?)
  (set! all-failures (+ 1 all-failures))
  (cond ((not current-group) #f)
        (error? (set-group-errors! current-group (+ 1 (group-errors current-group))))
        (else (set-group-failed! current-group (+ 1 (group-failed current-group))))))

(define (test-begin . name)
  (set! current-group (make-group (if (pair? name) (car name) "") current-group 0 0 0)))

(define (test-end . name)
  (if current-group
      (let ((done current-group) (outer (group-outer current-group)))
        (if (or (not outer) (current-test-verbosity) (positive? (+ (group-failed done) (group-errors done))))
            (report done))
        (set! current-group outer)
        (if outer
            (begin
              (set-group-passed! outer (+ (group-passed outer) (group-passed done)))
              (set-group-failed! outer (+ (group-failed outer) (group-failed done)))
              (set-group-errors! outer (+ (group-errors outer) (group-errors done))))))))

(define (report group)
  (let* ((passed (group-passed group)) (failed (group-failed group)) (errors (group-errors group)))
    (display (group-name group))
    (display ": ")
    (display passed)
    (display " out of ")
    (display (+ passed failed errors))
    (display " passed")
    (tell failed " failed")
    (tell errors " errors")
    (newline)))

(define (tell count what)
  (if (positive? count)
      (begin
        (display ", ")
        (display count)
        (display what))))

(define (test-exit . ignored)
  (exit (if (zero? all-failures) 0 1)))
