; FORMAT's directives: columns, radices, iteration of arguments.
(load-option 'format)
(write-line (format #f "~a and ~s" "display" "write"))
(write-line (format #f "~10a|~10s|" 'left "x"))
(write-line (format #f "~10@a|~5@s|" 'right 'y))
(write-line (format #f "one~%two~~"))
(write-line (format #f "joined~
                        line"))
(write-line (format #f "~a" '(1 "two" #\3)))
(write-line (format #f "~s" '(1 "two" #\3)))
(format #t "to the console ~a~%" 5)
(write-line (call-with-output-string (lambda (port) (format port "to a port ~s" 'x))))
