;; Numbers to text in several radixes.
(write-line (number->string 255 16))
(write-line (number->string 255 2))
(write-line (number->string -255 8))
(write-line (number->string 1.5))
(write-line (number->string 100.))
(write-line (number->string 35 36))
(write-line (number->string 0 2))
(write-line (number->string (expt 16 20) 16))
