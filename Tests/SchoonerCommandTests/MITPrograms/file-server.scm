;;; -*- Mode: Scheme -*-
;;;; A small HTTP file server, one thread a connection.

(declare (usual-integrations))

(load-option 'format)

(define-structure (request (conc-name request/)
                           (constructor make-request (method path version headers)))
  (method #f read-only #t)
  (path #f read-only #t)
  (version #f read-only #t)
  (headers '()))

(define-structure (response (keyword-constructor make-response) copier)
  (status 200)
  (reason "OK")
  (type "text/plain")
  (body ""))

(define *root* ".")
(define *request-count* 0)
(define count-lock (make-thread-mutex))

(define mime-types
  '(("html" . "text/html")
    ("txt" . "text/plain")
    ("scm" . "text/x-scheme")))

(define condition-type:http-error
  (make-condition-type 'http-error condition-type:error '(status reason)
    (lambda (condition port)
      (write-string "HTTP error " port)
      (write (access-condition condition 'status) port)
      (write-string " " port)
      (write-string (access-condition condition 'reason) port))))

(define http-error
  (let ((signal (condition-signaller condition-type:http-error
                                     '(status reason)
                                     standard-error-handler)))
    (named-lambda (http-error status reason)
      (call-with-current-continuation
        (lambda (k)
          (with-simple-restart 'use-default "Give an empty page."
            (lambda () (signal status reason))))))))

(define (burst line)
  (let loop ((start 0) (parts '()))
    (let ((index (string-search-forward " " line start)))
      (if index
          (loop (1+ index) (cons (substring line start index) parts))
          (reverse! (cons (string-tail line start) parts))))))

(define (read-headers port)
  (let loop ((headers '()))
    (let ((line (read-line port)))
      (cond ((eof-object? line) (http-error 400 "Truncated"))
            ((string-null? line) (reverse headers))
            (else
             (let ((colon (string-index line #\:)))
               (if (not colon)
                   (http-error 400 "Bad header"))
               (loop (cons (cons (string->symbol
                                  (string-downcase (string-head line colon)))
                                 (string-trim (string-tail line (+ colon 1))))
                           headers))))))))

(define (read-request port)
  (let ((line (read-line port)))
    (if (eof-object? line)
        #f
        (let ((parts (burst line)))
          (if (not (= (length parts) 3))
              (http-error 400 "Bad Request"))
          (make-request (string->symbol (string-downcase (first parts)))
                        (second parts)
                        (third parts)
                        (read-headers port))))))

(define (header request name #!optional default)
  (let ((entry (assq name (request/headers request))))
    (cond (entry (cdr entry))
          ((default-object? default) #f)
          (else default))))

(define (path->filename path)
  (if (string-search-forward ".." path 0)
      (http-error 403 "Forbidden"))
  (string-append *root* (if (string-suffix? "/" path)
                            (string-append path "index.html")
                            path)))

(define (mime-type filename)
  (let ((dot (string-search-backward "." filename (string-length filename))))
    (cond ((and dot (assoc (string-tail filename dot) mime-types)) => cdr)
          (else "application/octet-stream"))))

(define (read-whole-file filename)
  (call-with-input-file filename
    (lambda (port)
      (call-with-output-string
        (lambda (out)
          (let loop ()
            (let ((char (read-char port)))
              (if (not (eof-object? char))
                  (begin (write-char char out) (loop))))))))))

(define (directory-page path filename)
  (with-output-to-string
    (lambda ()
      (format #t "<h1>~A</h1>~%" path)
      (for-each (lambda (pathname)
                  (let ((name (file-namestring pathname)))
                    (if (not (string-prefix? "." name))
                        (format #t "<li>~A</li>~%" name))))
                (sort (directory-read (string-append filename "/"))
                      (lambda (a b) (string<? (->namestring a) (->namestring b))))))))

(define (respond request)
  (case (request/method request)
    ((get head)
     (let ((path (request/path request)))
       (cond ((string=? path "/status")
              (make-response 'body
                             (call-with-output-string
                               (lambda (port)
                                 (write `(requests ,*request-count*) port)))))
             ((string=? path "/crash") (car (vector-ref (vector 1 2) 1)))
             ((string=? path "/unbound") (no-such-procedure path))
             (else
              (let ((filename (path->filename path)))
                (cond ((file-directory? filename)
                       (make-response 'type "text/html"
                                      'body (directory-page path filename)))
                      ((file-exists? filename)
                       (make-response 'type (mime-type filename)
                                      'body (read-whole-file filename)))
                      (else (http-error 404 "Not Found"))))))))
    (else (http-error 405 "Method Not Allowed"))))

(define (write-response response port #!optional head?)
  (let ((body (response-body response)))
    (format port "HTTP/1.0 ~A ~A~%" (response-status response) (response-reason response))
    (format port "Content-Type: ~A~%" (response-type response))
    (format port "Content-Length: ~A~%" (bytevector-length (string->utf8 body)))
    (newline port)
    (if (or (default-object? head?) (not head?))
        (write-string body port))
    (flush-output port)))

(define (error-response condition)
  (if (eq? (condition/type condition) condition-type:http-error)
      (make-response 'status (access-condition condition 'status)
                     'reason (access-condition condition 'reason)
                     'body (condition/report-string condition))
      (make-response 'status 500 'reason "Internal Server Error"
                     'body (condition/report-string condition))))

(define (serve-client port)
  (let* ((request #f)
         (response
          (call-with-current-continuation
            (lambda (k)
              (bind-condition-handler (list condition-type:error)
                  (lambda (condition) (k (error-response condition)))
                (lambda ()
                  (set! request (read-request port))
                  (with-thread-mutex-lock count-lock
                    (lambda () (set! *request-count* (1+ *request-count*))))
                  (if request (respond request) (http-error 400 "Empty"))))))))
    (write-response response port (and request (eq? (request/method request) 'head)))))

(define (run-server service root)
  (fluid-let ((*root* root))
    (let ((socket (open-tcp-server-socket service (host-address-loopback))))
      (format #t "Listening on port ~A~%" service)
      (dynamic-wind
       (lambda () unspecific)
       (lambda ()
         (let loop ()
           (let ((port (tcp-server-connection-accept socket #t #f)))
             (detach-thread
              (create-thread #f
                (lambda ()
                  (dynamic-wind
                   (lambda () unspecific)
                   (lambda () (ignore-errors (lambda () (serve-client port))))
                   (lambda () (ignore-errors (lambda () (close-port port)))))))))
           (loop)))
       (lambda () (close-tcp-server-socket socket))))))

(let ((arguments (command-line-arguments)))
  (run-server (string->number (car arguments)) (cadr arguments)))
