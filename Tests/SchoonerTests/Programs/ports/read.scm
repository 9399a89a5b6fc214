;; read takes one datum after another.
(define p (open-input-string "1 (a . b) \"s\" #\\x 'q #(1 2) ; comment\n #| block |# last"))
(let loop ((x (read p)))
  (if (not (eof-object? x)) (begin (write-line x) (loop (read p)))))
(define q (open-input-string "foo bar"))
(write-line (read q))
(write-line (read-char q))
(write-line (read-line q))
