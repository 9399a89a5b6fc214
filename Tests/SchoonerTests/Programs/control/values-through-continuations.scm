;; A continuation that accepts several values is called with several.
(write-line (call-with-values (lambda () (call/cc (lambda (k) (k 1 2 3)))) list))
(receive all (call/cc (lambda (k) (dynamic-wind (lambda () #f) (lambda () (k 'a 'b)) (lambda () #f))))
  (write-line all))
(write-line (call-with-values (lambda () (dynamic-wind (lambda () #f) (lambda () (values 1 2)) (lambda () #f))) list))
(begin (values 1 2) (write-line 'ignored))
