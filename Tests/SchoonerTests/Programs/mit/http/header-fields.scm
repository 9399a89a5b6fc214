; HTTP headers: made, found, written.
(define h (make-http-header 'content-type "text/html"))
(write-line (http-header? h))
(write-line (http-header-name h))
(write-line (http-header-value h))
(define headers (list h (make-http-header 'content-length "42")))
(write-line (map http-header-name headers))
(write-line (http-header-value (http-header 'content-length headers #t)))
(write-line (http-header 'host headers #f))
(write-line (call-with-current-continuation
             (lambda (k) (with-exception-handler (lambda (c) (k (condition/report-string c)))
                           (lambda () (http-header 'host headers #t))))))
(write-line (http-version? (car (list http-version:1.1))))
