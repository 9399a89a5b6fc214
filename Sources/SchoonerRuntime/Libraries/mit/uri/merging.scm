;;; References relative to a base: RFC 3986, 5.2.

;; The base where `merge-uris` is given none.
(define uri-merge-defaults
  (make-settable-parameter #f (lambda (uri) (and uri (->uri uri 'uri-merge-defaults)))))

(define (merge-uris uri #!optional base)
  (let ((uri (->uri uri 'merge-uris))
        (base (if (or (default-object? base) (not base))
                  (uri-merge-defaults)
                  (->uri base 'merge-uris))))
    (cond ((or (not base) (uri-relative? base)) uri)
          ((uri-absolute? uri) uri)
          ((uri-authority uri) (with-path base uri (uri-path uri) (uri-authority uri) uri))
          ((null? (uri-path uri))
           (with-path base uri (uri-path base) (uri-authority base) (if (uri-query uri) uri base)))
          (else
           (with-path base uri
                      (if (uri-path-absolute? (uri-path uri))
                          (uri-path uri)
                          (join-paths base (uri-path uri)))
                      (uri-authority base)
                      uri)))))

;; Scheme, fragment and query each come from a URI.
(define (with-path scheme-from fragment-from path authority query-from)
  (make-interned-uri (uri-scheme scheme-from)
                     authority
                     path
                     (uri-query query-from)
                     (uri-fragment fragment-from)
                     (uri-query-text query-from)))

;; The relative path in place of what follows the last slash of the base.
(define (join-paths base path)
  (let ((base-path (uri-path base)))
    (cond ((pair? base-path) (append (except-last-pair base-path) path))
          ((uri-authority base) (cons "" path))
          (else path))))

;; A procedure that puts a fixed text before names.
(define (uri-prefix prefix)
  (guarantee string? prefix 'uri-prefix)
  (lambda (suffix)
    (guarantee string? suffix 'uri-prefix)
    (string->absolute-uri (string-append prefix suffix))))

(define system-base (string->uri "http://www.gnu.org/software/mit-scheme/"))

(define (system-uri #!optional relative)
  (if (default-object? relative) system-base (merge-uris relative system-base)))

(define (system-library-uri #!optional relative)
  (let ((base (system-uri "lib/")))
    (if (default-object? relative) base (merge-uris relative base))))

(define (with-loader-base-uri uri thunk)
  (parameterize ((uri-merge-defaults uri)) (thunk)))
