(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define env (extend-top-level-environment user-initial-environment '(a b) '(1 2)))
(write-line (eval '(+ a b) env))
(write-line (sort (environment-bound-names env) symbol<?))
(write-line (sort (environment-bindings env) (lambda (a b) (symbol<? (car a) (car b)))))
(environment-assign! env 'a 10)
(write-line (environment-lookup env 'a))
(environment-define env 'c 3)
(write-line (eval '(list a b c) env))
(write-line (environment-has-parent? env))
(write-line (eq? (environment-parent env) user-initial-environment))
(write-line (report (lambda () (environment-lookup env 'zz))))
(write-line (report (lambda () (environment-assign! env 'zz 1))))
