;; write shows syntax, display shows content.
(define things (list "s\"q" #\a 'sym 1.5 '(1 "x" #\y) #("v" #\w) '() #t '("nested" ("deep"))))
(for-each (lambda (x) (write x) (display " | ") (display x) (newline)) things)
