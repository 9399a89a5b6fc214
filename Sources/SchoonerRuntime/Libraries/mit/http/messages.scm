;;; Requests and responses.

(define-record-type http-request
  (%make-request method uri version headers body)
  http-request?
  (method http-request-method)
  (uri http-request-uri)
  (version http-request-version)
  (headers http-request-headers)
  (body http-request-body))

(define-record-type http-response
  (%make-response version status reason headers body)
  http-response?
  (version http-response-version)
  (status http-response-status)
  (reason http-response-reason)
  (headers http-response-headers)
  (body http-response-body))

(define-print-method http-request?
  (standard-print-method 'http-request
    (lambda (request)
      (list (http-request-method request) (request-uri->string (http-request-uri request))))))

(define-print-method http-response?
  (standard-print-method 'http-response (lambda (response) (list (http-response-status response)))))

;; The version of a simple message (HTTP/0.9) is #f.
(define (make-http-request method uri version headers body)
  (guarantee http-token-string? method 'make-http-request)
  (if (not (http-request-uri? uri)) (error:wrong-type-argument uri #f 'make-http-request))
  (guarantee http-version? version 'make-http-request)
  (%make-request method uri version (check-headers headers body 'make-http-request) (or body (bytevector))))

(define (make-http-response version status reason headers body)
  (guarantee http-version? version 'make-http-response)
  (guarantee http-status? status 'make-http-response)
  (guarantee http-text? reason 'make-http-response)
  (%make-response version status reason (check-headers headers body 'make-http-response) (or body (bytevector))))

;; Headers that say how long the body is.
(define (check-headers headers body caller)
  (guarantee list? headers caller)
  (for-each (lambda (header) (guarantee http-header? header caller)) headers)
  (if body (guarantee bytevector? body caller))
  (let ((length (http-header 'content-length headers #f)))
    (cond ((not body) headers)
          ((not length)
           (cons (make-http-header 'content-length (number->string (bytevector-length body))) headers))
          ((eqv? (http-header-parsed-value length) (bytevector-length body)) headers)
          (else (error:bad-range-argument body caller)))))

(define (make-simple-http-request uri)
  (if (not (simple-http-request-uri? uri)) (error:wrong-type-argument uri #f 'make-simple-http-request))
  (%make-request '|GET| uri #f '() (bytevector)))

(define (make-simple-http-response body)
  (guarantee bytevector? body 'make-simple-http-response)
  (%make-response #f 200 "OK" '() body))

(define (simple-http-request? object)
  (and (http-request? object) (not (http-request-version object))))

(define (simple-http-response? object)
  (and (http-response? object) (not (http-response-version object))))

;;; What a request is for: RFC 7230, 5.3.

(define (simple-http-request-uri? object)
  (and (relative-uri? object)
       (not (uri-authority object))
       (uri-path-absolute? (uri-path object))))

(define (standard-http-request-uri? object)
  (or (simple-http-request-uri? object)
      (and (absolute-uri? object) (uri-authority object) #t)))

(define (http-request-uri? object)
  (or (eq? object '*)
      (uri-authority? object)
      (standard-http-request-uri? object)))

(define (request-uri->string uri)
  (cond ((uri? uri)
         (let* ((text (uri->string uri)) (hash (string-index text #\#)))
           (if hash (string-head text hash) text)))
        ((symbol? uri) (symbol->string uri))
        (else
         (string-tail (call-with-output-string (lambda (port) (write-uri-authority uri port))) 2))))

;;; Of both

(define (http-message? object)
  (or (http-request? object) (http-response? object)))

(define (http-message-headers message)
  (guarantee http-message? message 'http-message-headers)
  (if (http-request? message) (http-request-headers message) (http-response-headers message)))

(define (http-message-body message)
  (guarantee http-message? message 'http-message-body)
  (if (http-request? message) (http-request-body message) (http-response-body message)))

(define (http-message-header name message error?)
  (http-header name (http-message-headers message) error?))

;; A textual port over the body, which is UTF-8 unless its content type says ISO 8859-1 or ASCII.
(define (http-message-body-port message)
  (let* ((body (http-message-body message))
         (type (http-message-header 'content-type message #f))
         (meaning (and type (valid-header? type) (http-header-parsed-value type)))
         (charset (and meaning (assq 'charset (cdr meaning)))))
    (open-input-string
     (if (and charset
              (member (string-downcase (cdr charset)) '("iso-8859-1" "latin1" "us-ascii" "ascii")))
         (octets->string body)
         (or (attempt utf8->string body) (octets->string body))))))
