(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (load-option 'format))
(write-line (load-option 'synchronous-subprocess))
(write-line (load-option 'regular-expression))
(write-line (load-option 'rb-tree))
(write-line (load-option 'wt-tree))
(write-line (load-option 'hash-table))
(write-line (load-option 'mime-codec))
(write-line (load-option '*parser))
(write-line (report (lambda () (load-option 'no-such-option))))
(write-line (load-option 'no-such-option #t))
(write-line (option-loaded? 'format))
