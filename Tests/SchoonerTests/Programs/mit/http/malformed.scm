;; What a peer must not be able to do: end a header from inside, have two readers see two messages, fill the memory.

(import (mit legacy runtime)
        (only (mit http) http-header-limit http-body-limit))

(define (show . objects)
  (for-each (lambda (object) (write object) (write-string " ")) objects)
  (newline))

(define (report thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (condition) (k (condition/report-string condition)))
      thunk))))

(define (input text) (open-input-bytevector (string->utf8 text)))

(define (show-request text)
  (show (report
         (lambda ()
           (let ((request (read-http-request (input text))))
             (list (http-request-method request)
                   (let ((uri (http-request-uri request))) (if (uri? uri) (uri->string uri) uri))
                   (map (lambda (header) (cons (http-header-name header) (http-header-value header)))
                        (http-request-headers request))
                   (utf8->string (http-request-body request))))))))

;; Headers that would end their line.
(show (report (lambda () (make-http-header 'x-foo "a\r\nSet-Cookie: b"))))
(show (report (lambda () (make-http-header 'x-foo "a\x0;b"))))
(show (report (lambda () (make-http-header 'x-foo "λ"))))
(show (report (lambda () (make-http-response http-version:1.1 200 "OK\r\nx: y" '() #f))))
(show (report (lambda () (make-http-request "GET /x HTTP/1.1\r\n" (->uri "/") http-version:1.1 '() #f))))

;; The length of a body.
(show-request "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc")
(show-request "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd")
(show-request "POST / HTTP/1.1\r\nContent-Length: -3\r\n\r\nabc")
(show-request "POST / HTTP/1.1\r\nContent-Length: 3x\r\n\r\nabc")
(show-request "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\nabc")
(show-request "POST / HTTP/1.1\r\nContent-Length: 999999999999\r\n\r\nabc")
(show-request "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
(show-request "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\nabc")
(show-request "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n")
(show-request "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n")
(show-request "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\nabc\r\n0\r\n\r\n")
(show-request "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nContent-Length: 5\r\nx: y\r\n\r\n")
(show-request "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n")

;; Lines.
(show-request "GET / HTTP/1.1\r\nHost : x\r\n\r\n")
(show-request "GET / HTTP/1.1\r\n folded: x\r\n\r\n")
(show-request "GET / HTTP/1.1\r\nx: \x0;\r\n\r\n")
(show-request "GET / HTTP/1.1\r\nx: y")
(show-request "GET /")
(show-request "\r\nGET / HTTP/1.1\r\n\r\n")
(show-request "\r\n\r\nGET / HTTP/1.1\r\n\r\n")
(show-request "GET /a#b HTTP/1.1\r\n\r\n")
(show-request "GET //elsewhere/a HTTP/1.1\r\n\r\n")
(show-request "GET relative HTTP/1.1\r\n\r\n")
(show-request "OPTIONS * HTTP/1.1\r\n\r\n")
(show-request "GET /%zz HTTP/1.1\r\n\r\n")
(show-request "GET / HTTP/1.1\nHost: lone line feeds\n\n")
(show-request "GET / HTTP/1.1\r\nAge: ill-formed but kept\r\n\r\n")
(let ((request (read-http-request (input "CONNECT example.org:443 HTTP/1.1\r\n\r\n"))))
  (show (uri-authority-host (http-request-uri request)) (uri-authority-port (http-request-uri request)))
  (show (call-with-output-string (lambda (port) (write-http-request request port)))))

;; Limits.
(define (with-filler count)
  (string-append "GET / HTTP/1.1\r\nx: " (make-string count #\a) "\r\n\r\n"))
(show-request (with-filler 100000))
(show-request (string-append "GET /" (make-string 100000 #\a)))
(parameterize ((http-header-limit 100))
  (show-request (with-filler 10))
  (show-request (with-filler 100)))
(parameterize ((http-body-limit 5))
  (show-request "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabcde")
  (show-request "POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\nabcdef")
  (show-request "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n")
  (show (report (lambda () (read-simple-http-response (input "too much of it"))))))

;; A message that came in chunks is written with its length instead.
(show (call-with-output-string
       (lambda (port)
         (write-http-request
          (read-http-request (input "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"))
          port))))
