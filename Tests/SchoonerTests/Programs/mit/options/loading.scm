; LOAD-OPTION for the options that programs ask for.
(define (report thunk)
  (call-with-current-continuation
   (lambda (k) (with-exception-handler (lambda (c) (k (condition/report-string c))) thunk))))
(for-each load-option '(format synchronous-subprocess regular-expression rb-tree wt-tree mime-codec))
(write-line (format #f "~a-~s" "x" "y"))
(write-line (report (lambda () (load-option 'no-such-option))))
(write-line (load-option 'no-such-option #t))
(write-line (rb-tree? (make-rb-tree = <)))
(write-line (wt-tree? (make-wt-tree number-wt-type)))
