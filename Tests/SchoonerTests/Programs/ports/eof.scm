;; The end-of-file object.
(write-line (eof-object))
(write-line (eof-object? (eof-object)))
(write-line (eof-object? 'eof))
(write-line (read (open-input-string "")))
(write-line (read-line (open-input-string "")))
(write-line (read-string 5 (open-input-string "")))
(write-line (read-string 5 (open-input-string "abc")))
