;;; Reading messages: RFC 7230, 3. What is not of the form is an error; so are headers beyond a size.

;; The most octets of a message's headers, and of its body.
(define http-header-limit (make-settable-parameter 65536))
(define http-body-limit (make-settable-parameter (* 64 1024 1024)))

;; Lines of a message's head, from a port. A procedure that gives the next line without its end, or the eof object where
;; the port ends before it.
(define (line-reader port)
  (let ((left (http-header-limit)))
    (lambda ()
      (let loop ((chars '()))
        (let ((octet (read-octet port)))
          (set! left (- left 1))
          (cond ((eof-object? octet)
                 (if (pair? chars) (error "Premature EOF in HTTP message headers."))
                 octet)
                ((< left 0) (error "HTTP message headers are too long; the limit is" (http-header-limit)))
                ((= octet 10)
                 (list->string (reverse! (if (and (pair? chars) (char=? (car chars) #\return)) (cdr chars) chars))))
                (else (loop (cons (integer->char octet) chars)))))))))

(define (read-http-headers port)
  (with-octets port (lambda () (read-headers (line-reader port)))))

;; Lines up to an empty one. A line that begins with a space continues the one before.
(define (read-headers next-line)
  (let loop ((lines '()))
    (let ((line (next-line)))
      (cond ((eof-object? line) (error "Premature EOF in HTTP message headers."))
            ((string-null? line) (map line->header (reverse! lines)))
            ((not (memv (string-ref line 0) '(#\space #\tab))) (loop (cons line lines)))
            ((pair? lines)
             (loop (cons (string-append (string-trim-right (car lines)) " " (string-trim line)) (cdr lines))))
            (else (error "Ill-formed HTTP header:" line))))))

;; Nothing may stand between the name and the colon: RFC 7230, 3.2.4.
(define (line->header line)
  (let* ((colon (string-index line #\:))
         (name (and colon (string-head line colon)))
         (text (and colon (string-trim (string-tail line (+ colon 1))))))
    (if (not (and name (token-text? name) (http-text? text)))
        (error "Ill-formed HTTP header:" line))
    (text->header (fold-token name) text)))

;;; Requests

;; The eof object where the port ends before the request. One empty line before it does not count: RFC 7230, 3.5.
(define (read-http-request port)
  (with-octets port
    (lambda ()
      (let* ((next-line (line-reader port))
             (first (next-line))
             (line (if (equal? first "") (next-line) first)))
        (if (eof-object? line)
            line
            (parse-request-line line
              (lambda (method uri version)
                (let* ((headers (read-headers next-line))
                       (message (read-body port headers 'request)))
                  (make-http-request method uri version (car message) (cdr message))))))))))

(define (parse-request-line line receiver)
  (let* ((first (string-index line #\space))
         (last (string-rindex line #\space))
         (proper? (and first (< first last)))
         (method (and proper? (string-head line first)))
         (uri (and proper? (token-text? method) (parse-request-uri method (substring line (+ first 1) last))))
         (version (and uri (string->version (string-tail line (+ last 1))))))
    (if (not version) (error "Malformed HTTP request line:" line))
    (receiver method uri version)))

(define (parse-request-uri method text)
  (cond ((string=? text "*") '*)
        ((string-prefix? "/" text) (%string->request-target text))
        ((string=? method "CONNECT") (%string->authority text))
        (else
         (let ((uri (attempt string->uri text)))
           (and uri (standard-http-request-uri? uri) uri)))))

(define (read-simple-http-request port)
  (with-octets port
    (lambda ()
      (let ((line ((line-reader port))))
        (if (eof-object? line)
            line
            (let ((uri (and (string-prefix? "GET " line) (%string->request-target (string-tail line 4)))))
              (if (not uri) (error "Malformed simple HTTP request:" line))
              (make-simple-http-request uri)))))))

;;; Responses

;; The response to a request, which says whether there is a body. #f where the port ends before it.
(define (read-http-response request port)
  (guarantee http-request? request 'read-http-response)
  (with-octets port
    (lambda ()
      (let* ((next-line (line-reader port)) (line (next-line)))
        (and (not (eof-object? line))
             (parse-status-line line
               (lambda (version status reason)
                 (let ((headers (read-headers next-line)))
                   (if (bodiless? request status)
                       (make-http-response version status reason headers #f)
                       (let ((message (read-body port headers 'response)))
                         (make-http-response version status reason (car message) (cdr message))))))))))))

(define (bodiless? request status)
  (or (< status 200)
      (= status 204)
      (= status 304)
      (string=? (method-text request) "HEAD")
      (and (< status 300) (string=? (method-text request) "CONNECT"))))

;; The method of a simple request is a symbol.
(define (method-text request)
  (let ((method (http-request-method request)))
    (if (symbol? method) (symbol->string method) method)))

;; HTTP/1.1 200 and a reason, which may be missing.
(define (parse-status-line line receiver)
  (let* ((size (string-length line))
         (version (and (>= size 12) (char=? (string-ref line 8) #\space) (string->version (string-head line 8))))
         (status (and version (string->status (substring line 9 12))))
         (reason (and status
                      (cond ((= size 12) "")
                            ((char=? (string-ref line 12) #\space) (string-tail line 13))
                            (else #f)))))
    (if (not (and reason (http-text? reason))) (error "Malformed HTTP response line:" line))
    (receiver version status reason)))

(define (read-simple-http-response port)
  (with-octets port
    (lambda () (make-simple-http-response (read-to-end port)))))
