; Measuring computations gives numbers to a receiver.
(write-line (let ((a (runtime))) (<= a (runtime))))
(write-line (let ((a (current-jiffy))) (<= a (current-jiffy))))
(write-line (exact-integer? (jiffies-per-second)))
(write-line (real? (current-second)))
(write-line (with-timings (lambda () (* 6 7))
              (lambda (run gc real) (map exact-nonnegative-integer? (list run gc real)))))
