;; Requests and responses as values and as octets: MIT 12.1.

(define (show . objects)
  (for-each (lambda (object) (write object) (write-string " ")) objects)
  (newline))

(define (report thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (condition) (k (condition/report-string condition)))
      thunk))))

(define (written write-it object)
  (utf8->string (call-with-output-bytevector (lambda (port) (write-it object port)))))

(define (input text) (open-input-bytevector (string->utf8 text)))

(define (fields message)
  (map (lambda (header) (cons (http-header-name header) (http-header-value header))) (http-message-headers message)))

(define request
  (make-http-request "POST" (->uri "/a?b") http-version:1.1
                     (list (make-http-header 'host "x") (make-http-header 'x-foo "z") (make-http-header 'te "trailers"))
                     (string->utf8 "abc")))
(show request (http-request? request) (http-message? request) (http-request-method request)
      (http-request-version request) (http-request-body request))
(show (fields request) (written write-http-request request))
(define response
  (make-http-response http-version:1.1 404 "Not Found" (list (make-http-header 'content-type "text/plain"))
                      (string->utf8 "gone\r\naway")))
(show response (http-response? response) (http-response-status response) (http-response-reason response))
(show (fields response) (written write-http-response response))
(show (http-header-value (http-message-header 'content-length response #t)) (http-message-header 'age response #f)
      (read-line (http-message-body-port response)))
(show (fields (make-http-response http-version:1.0 204 "No Content" '() #f)))
(show (written write-http-headers (http-message-headers request)) (written write-http-version http-version:1.0))
(show (written write-http-response (make-simple-http-response (string->utf8 "text"))))

(show (report (lambda () (make-http-request "GET" "/a" http-version:1.1 '() #f))))
(show (report (lambda () (make-http-request "GET" (->uri "a") http-version:1.1 '() #f))))
(show (report (lambda () (make-http-response http-version:1.1 200 "OK" '() "abc"))))
(show (report (lambda ()
                (make-http-response http-version:1.1 200 "OK" (list (make-http-header 'content-length "7"))
                                    (bytevector 1)))))

(define (show-request text)
  (show text
        (report
         (lambda ()
           (let ((request (read-http-request (input text))))
             (if (eof-object? request)
                 request
                 (list (http-request-method request) (uri->string (http-request-uri request))
                       (http-request-version request) (fields request) (http-request-body request))))))))

(for-each
 show-request
 '("GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcdef"
   "GET /a HTTP/1.1\r\nHost: x\r\n\r\nabcdef"
   "GET /a HTTP/1.0\r\n\r\n"
   "GET http://example.org:80/a?b HTTP/1.1\r\n\r\n"
   "GET /a HTTP/1.1\r\na:  b  c\r\n  d e  \r\nX: \r\n\r\n"
   "POST /a HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nfoo: bar\r\n\r\n"
   "GET /a\r\n" "GET /a HTP/1.1\r\n\r\n" "GET /a b HTTP/1.1\r\n\r\n" ""
   "GET /a HTTP/1.1\r\nbad\r\n\r\n" "GET /a HTTP/1.1\r\n: x\r\n\r\n"
   "POST /a HTTP/1.1\r\ncontent-length: 10\r\n\r\nabc"))

(define (show-response text method)
  (show text
        (report
         (lambda ()
           (let ((response
                  (read-http-response (make-http-request method (->uri "/") http-version:1.1 '() #f) (input text))))
             (and response
                  (list (http-response-version response) (http-response-status response)
                        (http-response-reason response) (fields response) (http-response-body response))))))))

(for-each
 (lambda (text) (show-response text "GET"))
 '("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef"
   "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabcdef"
   "HTTP/1.1 204 No Content\r\n\r\nabcdef" "HTTP/1.1 304 Not Modified\r\n\r\nabcdef"
   "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
   "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
   "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"
   "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n"
   "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab"
   "" "junk\r\n\r\n" "HTTP/1.1 xyz OK\r\n\r\n"))
(show-response "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" "HEAD")

(show (map (lambda (header) (cons (http-header-name header) (http-header-value header)))
           (read-http-headers (input "A: b\r\nC: d\r\n\r\nrest"))))
(show (http-response-body (read-simple-http-response (input "text\r\n"))))

;; MIME types.
(show (make-mime-type 'text 'html) (eq? (string->mime-type "TEXT/html") (make-mime-type 'text 'html))
      (mime-type/top-level (string->mime-type "a/b")) (mime-type/subtype (string->mime-type "a/b")))
(show (map (lambda (name) (mime-type->string (pathname-mime-type name)))
           '("index.html" "a.txt" "b/style.css" "x.js" "x.json" "x.png" "x.jpg" "x.svg" "x.pdf" "x.scm" "x.gz")))
(show (mime-token? 'a) (mime-token-string? "a b") (mime-type-string? "a/b") (string-is-mime-type? "text"))
