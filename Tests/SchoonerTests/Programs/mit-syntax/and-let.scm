;; and-let*, define-integrable and other MIT conveniences.
(write-line (and-let* ((x (assq 'a '((a . 1)))) (y (cdr x))) (+ y 1)))
(write-line (and-let* ((x (assq 'z '((a . 1)))) (y (cdr x))) (+ y 1)))
(write-line (let*-values (((a b) (values 1 2))) (+ a b)))
(write-line (boolean=? #t #t))
(write-line (list (default-object? #!default) (default-object? 1)))
(write-line (list #!default #!unspecific))
(write-line (eof-object? (eof-object)))
