;; Characters and their code points.
(write-line (map char->integer (list #\a #\A #\0 #\space #\newline #\λ)))
(write-line (map integer->char '(97 955 128512 0)))
(write-line (list (char-upcase #\ä) (char-downcase #\Σ) (char-foldcase #\A)))
(write-line (char->integer (integer->char 65535)))
(write-line (list (char-ascii? #\a) (char-ascii? #\λ)))
