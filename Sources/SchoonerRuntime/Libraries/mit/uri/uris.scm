;;; The URI itself: its parts, its text, and the table that makes URIs with the same text the same object.

;; `string` is the text. The query's text is kept because its escapes distinguish `&` from `%26`.
(define-record-type <uri>
  (%make-uri scheme authority path query fragment query-text string)
  uri?
  (scheme uri-scheme)
  (authority uri-authority)
  (path uri-path)
  (query uri-query)
  (fragment uri-fragment)
  (query-text uri-query-text)
  (string uri-string))

(define-print-method uri?
  (standard-print-method 'uri (lambda (uri) (list (uri-string uri)))))

(define-pp-describer uri?
  (lambda (uri)
    (list (list 'scheme (uri-scheme uri))
          (list 'authority (uri-authority uri))
          (list 'path (uri-path uri))
          (list 'query (uri-query uri))
          (list 'fragment (uri-fragment uri))
          (list 'string (uri-string uri)))))

(define (make-uri scheme authority path query fragment)
  (if scheme (guarantee uri-scheme? scheme 'make-uri))
  (if authority (guarantee uri-authority? authority 'make-uri))
  (guarantee uri-path? path 'make-uri)
  (if query (guarantee string? query 'make-uri))
  (if fragment (guarantee string? fragment 'make-uri))
  (if (and authority (pair? path) (not (uri-path-absolute? path)))
      (error:bad-range-argument path 'make-uri))
  (make-interned-uri scheme authority path query fragment
                     (and query (encode-text query char-set:uri-query))))

;;; Interning

;; Texts with weak pairs of their URIs. Entries without a URI are swept out when the table has grown to its limit.
(define interned (make-equal-hash-table))
(define interned-limit 256)

(define (make-interned-uri scheme authority path query fragment query-text)
  (let* ((path (remove-dot-segments path))
         (text (parts->string scheme authority path query-text fragment))
         (entry (hash-table-ref/default interned text #f)))
    (or (and entry (weak-pair/car? entry) (weak-car entry))
        (let ((uri (%make-uri scheme authority path query fragment query-text text)))
          (if (>= (hash-table-count interned) interned-limit) (sweep-interned!))
          (hash-table-set! interned text (weak-cons uri #f))
          uri))))

(define (sweep-interned!)
  (hash-table-walk interned
    (lambda (text entry)
      (if (not (weak-pair/car? entry)) (hash-table-delete! interned text))))
  (set! interned-limit (max 256 (* 2 (hash-table-count interned)))))

;;; Parts

;; Without `.` and `..`, which only relative paths keep: RFC 3986, 5.2.4.
(define (remove-dot-segments path)
  (if (and (pair? path) (string-null? (car path)) (pair? (cdr path)))
      (let loop ((segments (cdr path)) (kept '()))
        (let* ((segment (car segments))
               (last? (null? (cdr segments)))
               (dot? (string=? segment "."))
               (up? (string=? segment ".."))
               (kept (cond (dot? kept)
                           ((not up?) (cons segment kept))
                           ((pair? kept) (cdr kept))
                           (else kept))))
          (cond ((not last?) (loop (cdr segments) kept))
                ((or dot? up?) (cons "" (reverse (cons "" kept))))
                (else (cons "" (reverse kept))))))
      path))

(define (uri-scheme? object)
  (and (interned-symbol? object)
       (scheme-text? (symbol->string object))))

(define (scheme-text? text)
  (and (not (string-null? text))
       (char-set-contains? char-set:uri-alpha (string-ref text 0))
       (every-in? char-set:uri-scheme text)))

(define (uri-path? object) (list-of-type? object string?))

(define (uri-path-absolute? path)
  (guarantee uri-path? path 'uri-path-absolute?)
  (and (pair? path) (string-null? (car path))))

(define (uri-path-relative? path)
  (guarantee uri-path? path 'uri-path-relative?)
  (not (and (pair? path) (string-null? (car path)))))

(define (uri-absolute? uri) (if (uri-scheme uri) #t #f))
(define (uri-relative? uri) (not (uri-scheme uri)))
(define (absolute-uri? object) (and (uri? object) (uri-absolute? object)))
(define (relative-uri? object) (and (uri? object) (uri-relative? object)))

(define (uri=? first second)
  (eq? (->uri first 'uri=?) (->uri second 'uri=?)))

;;; Text

(define (parts->string scheme authority path query-text fragment)
  (string-append
   (if scheme (string-append (symbol->string scheme) ":") "")
   (if authority (string-append "//" (authority->string authority)) "")
   (path->string path (or scheme authority))
   (if query-text (string-append "?" query-text) "")
   (if fragment (string-append "#" (encode-text fragment char-set:uri-fragment)) "")))

;; A colon in the first segment would make a scheme of what stands before it, unless something is there already.
(define (path->string path anchored?)
  (if (pair? path)
      (let ((parts (cons (encode-text (car path) (if anchored? char-set:uri-segment char-set:uri-segment-nc))
                         (map encode-uri-path-segment (cdr path)))))
        (if (and (null? (cdr parts)) (string-null? (car parts)))
            "/"
            (join parts "/")))
      ""))

(define (join parts delimiter)
  (fold-right (lambda (part rest)
                (if rest (string-append part delimiter rest) part))
              #f
              parts))

(define (uri->string uri)
  (guarantee uri? uri 'uri->string)
  (uri-string uri))

(define (uri->symbol uri)
  (guarantee uri? uri 'uri->symbol)
  (string->symbol (uri-string uri)))

(define (write-uri uri port)
  (guarantee uri? uri 'write-uri)
  (write-string (uri-string uri) port))

(define (uri->alist uri)
  (let ((uri (->uri uri 'uri->alist)))
    (define (part name value) (if value (list (list name value)) '()))
    (let ((authority (uri-authority uri)))
      (append (part 'scheme (uri-scheme uri))
              (if authority
                  (append (part 'userinfo (uri-authority-userinfo authority))
                          (part 'host (uri-authority-host authority))
                          (part 'port (uri-authority-port authority)))
                  '())
              (part 'path (uri-path uri))
              (part 'query (uri-query uri))
              (part 'fragment (uri-fragment uri))))))

;; What a request's line says of a URI: path and query. RFC 7230, 5.3.1.
(define (%uri->request-target uri)
  (make-interned-uri #f
                     #f
                     (if (null? (uri-path uri)) '("" "") (uri-path uri))
                     (uri-query uri)
                     #f
                     (uri-query-text uri)))
