(write-line (textual-port? (current-output-port)))
(write-line (output-port? (notification-output-port)))
(write-line (output-port? (trace-output-port)))
