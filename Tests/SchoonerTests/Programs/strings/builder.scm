;; Building long strings piece by piece.
(define (repeat s n) (if (= n 0) "" (string-append s (repeat s (- n 1)))))
(write-line (repeat "ab" 5))
(write-line (string-length (repeat "xyz" 1000)))
(define builder (string-builder))
(builder #\a)
(builder "bcd")
(write-line (builder))
(write-line (with-output-to-string (lambda () (do ((i 0 (+ i 1))) ((= i 5)) (display i)))))
