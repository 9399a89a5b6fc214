;; Flonums print with the fewest digits that read back the same.
(for-each write-line
          '(0. -0. 1. -1. .5 -.5 100. 1e21 1e22 123456789. 1e-7 1.5e-10 .1 .001 3.14159 1e100 1.7976931348623157e308
            5e-324 2.2250738585072014e-308 12345678901234567890. .30000000000000004 1e10 123456.789))
(write-line (/ 1. 3))
(write-line (+ .1 .2))
(write-line (/ 2. 3))
