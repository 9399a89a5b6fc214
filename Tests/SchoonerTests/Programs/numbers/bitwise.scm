;; Bitwise operations on fixnums and bignums, negative ones in two's complement.
(write-line (list (bitwise-and 12 10) (bitwise-xor 12 10) (bitwise-not 5)))
(write-line (list (bitwise-and -1 255) (bitwise-and) (bitwise-xor 1 2 4)))
(write-line (list (arithmetic-shift 1 10) (arithmetic-shift 1024 -3) (arithmetic-shift -5 -1) (shift-left 3 2) (shift-right 12 2)))
(write-line (arithmetic-shift 1 100))
(write-line (arithmetic-shift (expt 2 100) -98))
(write-line (bitwise-and (expt 2 100) (- (expt 2 101) 1)))
(write-line (list (bit-count 255) (bitwise-not -1)))
