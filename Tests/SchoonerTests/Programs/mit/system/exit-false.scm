(display "false is no success")
(newline)
(exit #f)
