(write-line ((constant-procedure 5) 1 2))
(write-line (identity-procedure 5))
(write-line (call-with-values (lambda () (values 1 2)) list))
(receive (a . rest) (values 1 2 3) (write-line (list a rest)))
