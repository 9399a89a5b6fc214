;; The current ports are parameters.
(define out (open-output-string))
(parameterize ((current-output-port out)) (display "captured") (write-line 'x))
(write-line (get-output-string out))
(parameterize ((current-input-port (open-input-string "from string"))) (write-line (read)) (write-line (read-line)))
(write-line (list (port? (current-output-port)) (output-port? (current-error-port))))
(write-line (with-input-from-string "42 rest" read))
