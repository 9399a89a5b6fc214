;;; File names as URIs of the scheme `file`: RFC 8089.

(define (pathname->uri pathname)
  (let* ((name (->namestring pathname))
         (path (if (string-null? name) '() (split name #\/))))
    (make-uri (and (uri-path-absolute? path) 'file) #f path #f #f)))

(define (uri->pathname uri #!optional error?)
  (let ((uri (->uri uri 'uri->pathname)))
    (cond ((names-local-file? uri) (->pathname (or (join (uri-path uri) "/") "")))
          ((or (default-object? error?) error?) (error:bad-range-argument uri 'uri->pathname))
          (else #f))))

(define (names-local-file? uri)
  (let ((scheme (uri-scheme uri)) (authority (uri-authority uri)))
    (and (if scheme
             (and (eq? scheme 'file) (uri-path-absolute? (uri-path uri)))
             (not authority))
         (or (not authority)
             (and (member (uri-authority-host authority) '("" "localhost"))
                  (not (uri-authority-port authority))))
         (not (uri-query uri))
         (not (uri-fragment uri))
         ;; An escaped slash or NUL would make another name of it.
         (not (any (lambda (segment)
                     (or (string-index segment #\/) (string-index segment #\null)))
                   (uri-path uri))))))
