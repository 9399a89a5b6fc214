(define port (open-output-string))
(parameterize ((notification-output-port port)) (warn "Careful:" 1 "two"))
(write-line (get-output-string port))
