(define (pipe . fs) (lambda (x) (fold-left (lambda (acc f) (f acc)) x fs)))
(define clean (pipe string-trim string-downcase (lambda (s) (burst-string s #\space #t))))
(write-line (clean "  Hello   Big World "))
(write-line ((pipe 1+ square -1+) 4))
