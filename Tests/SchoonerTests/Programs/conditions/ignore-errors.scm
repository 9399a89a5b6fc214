;; Errors turned into values, the MIT ways.
(write-line (condition? (ignore-errors (lambda () (car 5)))))
