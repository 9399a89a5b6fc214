;; call-with-escape-continuation is call/cc restricted to going out.
(write-line (call-with-escape-continuation (lambda (k) (+ 1 (k 42)))))
(write-line (+ 1 (call-with-escape-continuation (lambda (k) 1))))
