;; Order, with and without case.
(write-line (list (char=? #\a #\a) (char<? #\a #\b) (char<? #\a #\b #\c) (char>? #\a #\b) (char<=? #\a #\a) (char>=? #\b #\a)))
(write-line (list (char-ci=? #\a #\A) (char<? #\A #\a)))
