(write-line (procedure? %exit))
(write-line (procedure? exit))
(write-line (procedure? emergency-exit))
(within-continuation
 (call-with-current-continuation (lambda (k) (within-continuation k (lambda () k))))
 (lambda () (write-line 'leaving) (%exit 0)))
