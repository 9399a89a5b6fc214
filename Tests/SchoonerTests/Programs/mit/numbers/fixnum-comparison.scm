(write-line (list (fix:= 1 1) (fix:< 1 2) (fix:> 1 2) (fix:<= 1 1) (fix:>= 0 1)))
(write-line (list (fix:zero? 0) (fix:positive? 1) (fix:negative? 1)))
(write-line (list (fix:fixnum? 1) (fixnum? 1.) (index-fixnum? 0) (index-fixnum? -1)))
(write-line (fix:fixnum? (expt 10 30)))
