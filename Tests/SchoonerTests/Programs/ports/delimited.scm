;; read-string and read-delimited-string with what ends the string.
(define (port) (open-input-string "abc def,ghi"))
(define-syntax both
  (syntax-rules ()
    ((_ expression) (let ((in (port))) (let* ((string (expression in)) (rest (read-line in))) (write-line (list string rest)))))))
(both (lambda (in) (read-string (char-set #\space) in)))
(both (lambda (in) (read-delimited-string (char-set #\, #\;) in)))
(both (lambda (in) (read-delimited-string (char-set #\!) in)))
(both (lambda (in) (read-delimited-string (char-set #\a) in)))
(both (lambda (in) (read-string char-set:whitespace in)))
(write-line (eof-object? (read-delimited-string (char-set #\a) (open-input-string ""))))
