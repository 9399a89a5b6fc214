;;; Writing messages.

(define (write-text text port)
  (with-octets port (lambda () (write-octets (string->octets text) port))))

(define (write-http-token token port)
  (guarantee http-token? token 'write-http-token)
  (write-text (symbol->string token) port))

(define (write-http-version version port) (write-text (version->string version) port))

(define (write-http-status status port)
  (guarantee http-status? status 'write-http-status)
  (write-text (status->string status) port))

(define (write-http-headers headers port)
  (write-text (headers->string headers) port))

(define (headers->string headers)
  (string-append
   (apply string-append
          (map (lambda (header)
                 (string-append (name->string (http-header-name header)) ": " (http-header-value header) "\r\n"))
               headers))
   "\r\n"))

(define (name->string name)
  (let ((definition (definition-of name)))
    (if definition (definition-text definition) (symbol->string name))))

(define (write-http-request request port)
  (guarantee http-request? request 'write-http-request)
  (let ((start (string-append (method-text request) " " (request-uri->string (http-request-uri request))))
        (version (http-request-version request)))
    (if version
        (write-message (string-append start " " (version->string version))
                       (http-request-headers request)
                       (http-request-body request)
                       port)
        (write-text (string-append start "\r\n") port))
    (flush-output port)))

(define (write-http-response response port)
  (guarantee http-response? response 'write-http-response)
  (let ((version (http-response-version response)))
    (if version
        (write-message (string-append (version->string version)
                                      " "
                                      (status->string (http-response-status response))
                                      " "
                                      (http-response-reason response))
                       (http-response-headers response)
                       (http-response-body response)
                       port)
        (with-octets port (lambda () (write-octets (http-response-body response) port))))
    (flush-output port)))

(define (write-message line headers body port)
  (let ((head (string->octets (string-append line "\r\n" (headers->string (without-chunks headers))))))
    (with-octets port
      (lambda ()
        (write-octets head port)
        (write-octets body port)))))

;; The body is written in one piece, whether or not it was read in chunks.
(define (without-chunks headers)
  (append-map
   (lambda (header)
     (if (and (eq? (http-header-name header) 'transfer-encoding) (valid-header? header))
         (let ((codings (remove (lambda (coding) (eq? (car coding) 'chunked)) (http-header-parsed-value header))))
           (if (null? codings) '() (list (make-http-header 'transfer-encoding codings))))
         (list header)))
   headers))
