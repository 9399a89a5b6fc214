;; Clients and servers over the loopback interface, between green threads: what 12.1's client cannot do yet.

(define (show . objects)
  (for-each (lambda (object) (write object) (write-string " ")) objects)
  (newline))

(define (report thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (condition) (k (condition/report-string condition)))
      thunk))))

(define server (open-tcp-server-socket 0 (host-address-loopback)))
(define base
  (string-append "http://127.0.0.1:" (number->string (tcp-server-socket-port server)) "/"))
(define (at path) (merge-uris path base))

(define (field name message)
  (let ((header (http-message-header name message #f)))
    (and header (http-header-value header))))

;; Serves one connection in a thread of its own while a thunk runs.
(define (serving accept serve thunk)
  (let ((thread
         (create-thread #f
           (lambda ()
             (let ((port (accept server #t #f)))
               (serve port)
               (close-port port))))))
    (thunk)
    (let wait ()
      (if (not (thread-dead? thread)) (begin (yield-current-thread) (wait))))))

(define (answer status text)
  (lambda (port)
    (let ((request (read-http-request port)))
      (show 'served (http-request-method request) (uri->string (http-request-uri request))
            (equal? (field 'host request) (string-append "127.0.0.1:" (number->string (tcp-server-socket-port server))))
            (field 'connection request)
            (field 'x-mine request)
            (utf8->string (http-request-body request)))
      (write-http-response
       (make-http-response http-version:1.1 status (http-status-description status)
                           (convert-http-headers '((content-type . "text/plain; charset=utf-8")))
                           (string->utf8 text))
       port))))

(define (show-response response)
  (show (http-response-status response) (http-response-reason response) (field 'content-length response)
        (read-string 100 (http-message-body-port response))))

;; A server on binary ports and one on textual ports, whose line ends and coding stay as they were.
(serving tcp-server-binary-connection-accept (answer 200 "héllo\nworld")
  (lambda () (show-response (http-get (at "a/b?c=%26") '((x-mine . "yes"))))))
(define settings #f)
(serving tcp-server-connection-accept
  (lambda (port)
    (let ((before (list (port/coding port) (port/line-ending port))))
      ((answer 404 "no λ") port)
      (set! settings (equal? before (list (port/coding port) (port/line-ending port))))))
  (lambda () (show-response (http-post (at "") '() (string->utf8 "name=é\nx")))))
(show settings)

;; The body of a request may be a string; a HEAD request has a response without a body.
(serving tcp-server-binary-connection-accept (answer 201 "made")
  (lambda () (show-response (http-post (at "x") '() "text"))))
(serving tcp-server-binary-connection-accept
  (lambda (port)
    (read-http-request port)
    (write-http-response
     (make-http-response http-version:1.1 200 "OK" (list (make-http-header 'content-length "1000")) #f)
     port))
  (lambda ()
    (let ((response (http-head (at "x") '())))
      (show (http-response-status response) (field 'content-length response) (http-response-body response)))))

;; Octets as another server may send them.
(define (from-octets text)
  (serving tcp-server-binary-connection-accept
    (lambda (port)
      (read-http-request port)
      (write-bytevector (string->utf8 text) port)
      (flush-output port))
    (lambda ()
      (show (report (lambda () (utf8->string (http-response-body (http-get (at "x") '())))))))))

(from-octets "HTTP/1.0 200 OK\r\n\r\nto the end")
(from-octets "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok")
(from-octets "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA;x\r\n0123456789\r\n1\r\n!\r\n0\r\n\r\n")
(from-octets "HTTP/1.1 200 OK\nContent-Length: 4\n\nlone")
(from-octets "")
(from-octets "SSH-2.0-nothing\r\n")
(from-octets "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort")

;; Several requests on one connection.
(serving tcp-server-binary-connection-accept
  (lambda (port)
    (let loop ((count 0))
      (let ((request (read-http-request port)))
        (if (eof-object? request)
            (show 'requests count)
            (begin
              (write-http-response
               (make-http-response http-version:1.1 200 "OK" '() (http-request-body request))
               port)
              (loop (+ count 1)))))))
  (lambda ()
    (call-with-http-client-socket (at "")
      (lambda (port)
        (for-each
         (lambda (text)
           (let ((request
                  (make-http-request "PUT" (->uri "/x") http-version:1.1
                                     (list (make-http-header 'host "localhost")) (string->utf8 text))))
             (write-http-request request port)
             (show (utf8->string (http-response-body (read-http-response request port))))))
         '("one" "two" "three"))))))

;; HTTP/0.9
(serving tcp-server-binary-connection-accept
  (lambda (port)
    (let ((request (read-simple-http-request port)))
      (show (simple-http-request? request) (uri->string (http-request-uri request)))
      (write-http-response (make-simple-http-response (string->utf8 "simple")) port)))
  (lambda ()
    (call-with-http-client-socket (at "")
      (lambda (port)
        (write-http-request (make-simple-http-request (->uri "/old")) port)
        (show (utf8->string (http-response-body (read-simple-http-response port))))))))

(close-tcp-server-socket server)
(show (report (lambda () (http-get "https://127.0.0.1/" '()))))
(show (report (lambda () (http-get "relative" '()))))
