;; An HTTP/1.1 server that says hello and keeps connections alive, a thread a connection.
;;
;;     schooner Examples/http-hello.scm [PORT]        then:  curl http://localhost:PORT/
;;
;; PORT is 8080 when it is missing; 0 picks a free one.
;; On an accepted connection lines end in CR-LF both ways, just as HTTP wants: (newline port) sends CR-LF.

;; A request line and headers. KEEP-ALIVE? says whether the connection stays open after the response.
(define-record-type request
    (make-request method path keep-alive?)
    request?
  (method request-method)
  (path request-path)
  (keep-alive? request-keep-alive?))

;; "GET /index.html HTTP/1.1" → its three words, or false when there are not three.
(define (split-request-line line)
  (let* ((first (string-search-forward " " line 0))
         (second (and first (string-search-forward " " line (+ first 1)))))
    (and second
         (list (substring line 0 first)
               (substring line (+ first 1) second)
               (substring line (+ second 1) (string-length line))))))

;; Reads header lines up to the blank one; KEEP-ALIVE? is what holds unless a header says otherwise.
(define (read-headers port keep-alive?)
  (let ((line (read-line port)))
    (cond ((or (eof-object? line) (string=? line "")) keep-alive?)
          ((string-ci=? line "connection: close") (read-headers port #f))
          ((string-ci=? line "connection: keep-alive") (read-headers port #t))
          (else (read-headers port keep-alive?)))))

;; The next request, false at the end of the connection, or a symbol for a line that is no request.
(define (read-request port)
  (let ((line (read-line port)))
    (if (eof-object? line)
        #f
        (let ((words (split-request-line line)))
          (if words
              (make-request (car words)
                            (cadr words)
                            (read-headers port (string=? (caddr words) "HTTP/1.1")))
              'malformed)))))

(define (write-line-to port . parts)
  (for-each (lambda (part) (write-string part port)) parts)
  (newline port))

(define (respond port status body send-body? keep-alive?)
  (write-line-to port "HTTP/1.1 " status)
  (write-line-to port "Content-Type: text/plain; charset=utf-8")
  (write-line-to port "Content-Length: " (number->string (string-length body)))
  (write-line-to port "Connection: " (if keep-alive? "keep-alive" "close"))
  (newline port)
  (if send-body? (write-string body port))
  (flush-output port))

(define (answer port request)
  (let ((method (request-method request))
        (keep-alive? (request-keep-alive? request)))
    (cond ((not (member method '("GET" "HEAD")))
           ;; Its body, if any, is not read, so the connection cannot be used again.
           (respond port "405 Method Not Allowed" "Only GET and HEAD." #t #f)
           #f)
          ((string=? (request-path request) "/")
           (respond port "200 OK" "Hello, world!" (string=? method "GET") keep-alive?)
           keep-alive?)
          (else
           (respond port "404 Not Found" "Nothing here." (string=? method "GET") keep-alive?)
           keep-alive?))))

(define (serve-requests port)
  (let ((request (read-request port)))
    (cond ((not request))
          ((eq? request 'malformed)
           (respond port "400 Bad Request" "That is not HTTP." #t #f))
          ((answer port request)
           (serve-requests port)))))

;; A client that vanishes ends its own connection and nothing else.
(define (serve port)
  (guard (condition ((error-object? condition) #f))
    (serve-requests port))
  (close-port port))

(define (accept-clients server)
  (let ((port (tcp-server-connection-accept server #t #f)))
    (detach-thread (create-thread #f (lambda () (serve port))))
    (accept-clients server)))

(define (listen port-number)
  (let ((server (open-tcp-server-socket port-number)))
    (write-string "listening on port ")
    (write (if (= port-number 0)
               (tcp-server-socket-port server)
               port-number))
    (newline)
    (flush-output)
    (accept-clients server)))

(let ((arguments (command-line-arguments)))
  (listen (if (pair? arguments)
              (string->number (car arguments))
              8080)))
