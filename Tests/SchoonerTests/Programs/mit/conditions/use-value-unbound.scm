(write-line
 (bind-condition-handler (list condition-type:unbound-variable)
     (lambda (c) (use-value 10))
   (lambda () (+ 1 some-unbound-variable))))
(write-line
 (bind-condition-handler (list condition-type:unbound-variable)
     (lambda (c) (store-value 7))
   (lambda () (+ 1 another-unbound-variable))))
