;;; The client's side: one request and its response, on a connection of their own.

(define default-http-user-agent '(("Schooner" . #f)))

(define (http-get uri headers) (http-client-exchange "GET" uri headers #f))
(define (http-head uri headers) (http-client-exchange "HEAD" uri headers #f))
(define (http-post uri headers body)
  (http-client-exchange "POST" uri headers (if (string? body) (string->utf8 body) body)))

(define (http-client-exchange method uri headers body)
  (let* ((uri (check-uri uri 'http-client-exchange))
         (request (http-client-request method uri headers body)))
    (call-with-http-client-socket uri
      (lambda (port)
        (write-http-request request port)
        (read-final-response request port)))))

;; Interim responses, such as 100, come before the one that counts. So many of them are a fault.
(define (read-final-response request port)
  (let loop ((count 0))
    (let ((response (read-http-response request port)))
      (cond ((not response) (error "Connection closed without an HTTP response:" request))
            ((or (>= (http-response-status response) 200) (= (http-response-status response) 101)) response)
            ((< count 20) (loop (+ count 1)))
            (else (error "Too many interim HTTP responses:" response))))))

;; The request for a URI with the headers that every request has, except where the caller gives others.
(define (http-client-request method uri headers body)
  (let* ((uri (check-uri uri 'http-client-request))
         (headers (convert-http-headers headers 'http-client-request))
         (authority (uri-authority uri))
         (defaults
          (list (make-http-header 'host (cons (uri-authority-host authority) (uri-authority-port authority)))
                (make-http-header 'user-agent default-http-user-agent)
                (make-http-header 'accept "*/*")
                (make-http-header 'accept-encoding "identity")
                (make-http-header 'connection "close"))))
    (make-http-request method
                       (%uri->request-target uri)
                       http-version:1.1
                       (append (remove (lambda (header) (http-header (http-header-name header) headers #f)) defaults)
                               headers)
                       body)))

;; Calls a procedure with a binary port to the server that a URI names, and closes the port afterwards.
(define (call-with-http-client-socket uri procedure)
  (let* ((authority (uri-authority (check-uri uri 'call-with-http-client-socket)))
         (port (open-binary-tcp-stream-socket (address (uri-authority-host authority))
                                              (or (uri-authority-port authority) 80))))
    (dynamic-wind
     (lambda () #f)
     (lambda () (procedure port))
     (lambda () (close-port port)))))

;; An IPv6 address stands in brackets in a URI only.
(define (address host)
  (if (string-prefix? "[" host) (substring host 1 (- (string-length host) 1)) host))

(define (check-uri object caller)
  (let ((uri (->uri object caller)))
    (if (not (and (eq? (uri-scheme uri) 'http)
                  (uri-authority uri)
                  (not (string-null? (uri-authority-host (uri-authority uri))))))
        (error:bad-range-argument object caller))
    uri))
