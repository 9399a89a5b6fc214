(write-line (largest-fixnum))
(write-line (smallest-fixnum))
(write-line (fix:fixnum? (largest-fixnum)))
(write-line (host-big-endian?))
