;; Handlers: escaping, returning to raise-continuable, nesting.
(write-line (call/cc (lambda (k) (with-exception-handler (lambda (e) (k (list 'handled e))) (lambda () (+ 1 (raise 'oops)))))))
(write-line (with-exception-handler (lambda (e) 10) (lambda () (+ 1 (raise-continuable 'c)))))
(write-line (with-exception-handler (lambda (e) (list 'outer e))
  (lambda () (with-exception-handler (lambda (e) (raise-continuable (list 'inner e))) (lambda () (list 'value (raise-continuable 1)))))))
(write-line (call/cc (lambda (k)
  (with-exception-handler (lambda (e) (k (list 'outer e)))
    (lambda () (with-exception-handler (lambda (e) (raise (list 'again e))) (lambda () (raise 'first))))))))
(write-line (with-exception-handler (lambda (e) 'unused) (lambda () 'no-error)))
