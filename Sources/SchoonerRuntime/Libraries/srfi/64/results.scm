;;;; The result of the test that is being run, or was run last: an association list.

(define test-result-ref
  (case-lambda
    ((runner property) (test-result-ref runner property #f))
    ((runner property default)
     (let ((entry (assq property (test-result-alist runner))))
       (if entry (cdr entry) default)))))

(define (test-result-set! runner property value)
  (let ((entry (assq property (test-result-alist runner))))
    (if entry
        (set-cdr! entry value)
        (set-runner-result! runner
                            (cons (cons property value) (test-result-alist runner))))))

(define (test-result-remove runner property)
  (set-runner-result! runner
                      (let remove ((rest (test-result-alist runner)))
                        (cond ((null? rest) '())
                              ((eq? (car (car rest)) property) (cdr rest))
                              (else (cons (car rest) (remove (cdr rest))))))))

(define (test-result-clear runner)
  (set-runner-result! runner '()))

;; pass, fail, xpass, xfail or skip.  Before the test is run: skip, xfail or #f.
(define test-result-kind
  (case-lambda
    (() (test-result-kind (test-runner-get)))
    ((runner) (test-result-ref runner 'result-kind))))

(define test-passed?
  (case-lambda
    (() (test-passed? (test-runner-get)))
    ((runner) (and (memq (test-result-kind runner) '(pass xpass)) #t))))
