;; use-value and with-simple-restart.
(write-line (with-simple-restart 'go-on "Go on." (lambda () (+ 1 2))))
(write-line (call/cc (lambda (k)
  (with-restart 'my-restart "Say so." (lambda (x) (k (list 'restarted x))) (lambda () '())
    (lambda () (invoke-restart (find-restart 'my-restart) 5))))))
