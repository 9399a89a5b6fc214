;;; Uniform resource identifiers (RFC 3986) and media types (RFC 2045), as MIT Scheme 12.1 has them.

(define-library (mit uri)
  (export ->uri string->uri string->absolute-uri string->relative-uri uri? absolute-uri? relative-uri? make-uri
          uri-scheme uri-authority uri-path uri-query uri-fragment uri-path-absolute?
          uri-authority? make-uri-authority uri-authority-userinfo uri-authority-host uri-authority-port
          uri->string uri->alist uri->symbol uri=? merge-uris write-uri write-uri-authority
          uri->pathname pathname->uri
          make-mime-type mime-type? mime-type/top-level mime-type/subtype mime-type->string string->mime-type
          pathname-mime-type pathname-type->mime-type associate-pathname-type-with-mime-type
          disassociate-pathname-type-from-mime-type)
  (import (mit legacy runtime))
  (begin

    (define-record-type uri
      (%make-uri scheme authority path query fragment)
      uri?
      (scheme uri-scheme)
      (authority uri-authority)
      (path uri-path)
      (query uri-query)
      (fragment uri-fragment))

    (define-record-type authority-part
      (make-uri-authority userinfo host port)
      uri-authority?
      (userinfo uri-authority-userinfo)
      (host uri-authority-host)
      (port uri-authority-port))

    (define-print-method uri? (standard-print-method 'uri (lambda (uri) (list (uri->string uri)))))
    (define-print-method uri-authority?
      (standard-print-method 'uri-authority (lambda (authority) (list (authority->string authority)))))

    (define (make-uri scheme authority path query fragment)
      (%make-uri scheme
                 authority
                 (if (string? path) (parse-path path) path)
                 query
                 fragment))

    ;;; Text to parts

    (define (index-of string char start end)
      (let loop ((index start))
        (cond ((>= index end) #f)
              ((char=? (string-ref string index) char) index)
              (else (loop (+ index 1))))))

    (define (legal? string)
      (let loop ((index 0))
        (or (= index (string-length string))
            (let ((char (string-ref string index)))
              (and (char>? char #\space)
                   (not (memv char '(#\< #\> #\" #\\ #\^ #\` #\{ #\| #\})))
                   (loop (+ index 1)))))))

    (define (split string char)
      (let loop ((start 0))
        (let ((end (index-of string char start (string-length string))))
          (if end
              (cons (substring string start end) (loop (+ end 1)))
              (list (string-tail string start))))))

    (define (decode string)
      (if (index-of string #\% 0 (string-length string))
          (let loop ((index 0) (bytes '()))
            (cond ((= index (string-length string))
                   (utf8->string (apply bytevector (reverse bytes))))
                  ((and (char=? (string-ref string index) #\%)
                        (< (+ index 2) (string-length string))
                        (string->number (substring string (+ index 1) (+ index 3)) 16))
                   => (lambda (byte) (loop (+ index 3) (cons byte bytes))))
                  (else
                   (loop (+ index 1)
                         (append (reverse (byte-list (char->string (string-ref string index)))) bytes)))))
          string))

    (define (byte-list string)
      (let ((bytes (string->utf8 string)))
        (let loop ((index (bytevector-length bytes)) (list '()))
          (if (= index 0)
              list
              (loop (- index 1) (cons (bytevector-u8-ref bytes (- index 1)) list))))))

    (define (encode string extra)
      (call-with-output-string
       (lambda (port)
         (for-each (lambda (byte)
                     (let ((char (integer->char byte)))
                       (if (and (< byte 128)
                                (or (char-alphabetic? char)
                                    (char-numeric? char)
                                    (memv char '(#\- #\. #\_ #\~ #\! #\$ #\& #\' #\( #\) #\* #\+ #\, #\; #\=))
                                    (memv char extra)))
                           (write-char char port)
                           (begin
                             (write-char #\% port)
                             (write-string (string-pad-left (string-upcase (number->string byte 16)) 2 #\0) port)))))
                   (byte-list string)))))

    (define (parse-path string)
      (if (string-null? string) '() (map decode (split string #\/))))

    (define (scheme-end string)
      (let ((colon (index-of string #\: 0 (string-length string))))
        (and colon
             (> colon 0)
             (char-alphabetic? (string-ref string 0))
             (let loop ((index 0))
               (or (= index colon)
                   (let ((char (string-ref string index)))
                     (and (or (char-alphabetic? char) (char-numeric? char) (memv char '(#\+ #\- #\.)))
                          (loop (+ index 1))))))
             colon)))

    (define (parse string)
      (and (legal? string)
           (let* ((colon (scheme-end string))
                  (scheme (and colon (string->symbol (string-downcase (string-head string colon)))))
                  (rest (if colon (string-tail string (+ colon 1)) string))
                  (hash (index-of rest #\# 0 (string-length rest)))
                  (fragment (and hash (decode (string-tail rest (+ hash 1)))))
                  (rest (if hash (string-head rest hash) rest))
                  (mark (index-of rest #\? 0 (string-length rest)))
                  (query (and mark (string-tail rest (+ mark 1))))
                  (rest (if mark (string-head rest mark) rest))
                  (authority? (string-prefix? "//" rest))
                  (path-start (if authority?
                                  (or (index-of rest #\/ 2 (string-length rest)) (string-length rest))
                                  0))
                  (authority (and authority? (parse-authority (substring rest 2 path-start)))))
             (and (or (not authority?) authority)
                  (%make-uri scheme authority (parse-path (string-tail rest path-start)) query fragment)))))

    (define (parse-authority string)
      (let* ((at (index-of string #\@ 0 (string-length string)))
             (userinfo (and at (decode (string-head string at))))
             (rest (if at (string-tail string (+ at 1)) string))
             (bracket (and (string-prefix? "[" rest) (index-of rest #\] 0 (string-length rest))))
             (colon (index-of rest #\: (or bracket 0) (string-length rest)))
             (port (and colon (string-tail rest (+ colon 1)))))
        (and (or (not port) (string-null? port) (string->number port 10))
             (make-uri-authority userinfo
                                 (decode (if colon (string-head rest colon) rest))
                                 (and port (string->number port 10))))))

    (define (string->uri string #!optional start end)
      (let ((string (substring string
                               (if (or (default-object? start) (not start)) 0 start)
                               (if (or (default-object? end) (not end)) (string-length string) end))))
        (or (parse string)
            (error:bad-range-argument string 'string->uri))))

    (define (string->absolute-uri string #!optional start end)
      (let ((uri (string->uri string start end)))
        (if (not (absolute-uri? uri)) (error:bad-range-argument string 'string->absolute-uri))
        uri))
    (define (string->relative-uri string #!optional start end)
      (let ((uri (string->uri string start end)))
        (if (absolute-uri? uri) (error:bad-range-argument string 'string->relative-uri))
        uri))

    (define (->uri object #!optional caller)
      (cond ((uri? object) object)
            ((string? object)
             (or (parse object) (error:bad-range-argument object '->uri)))
            ((symbol? object) (->uri (symbol->string object)))
            (else (error:not-a uri? object '->uri))))

    (define (absolute-uri? object) (and (uri? object) (uri-scheme object) #t))
    (define (relative-uri? object) (and (uri? object) (not (uri-scheme object))))
    (define (uri-path-absolute? path) (and (pair? path) (equal? (car path) "")))

    ;;; Parts to text

    (define (join strings)
      (if (null? strings)
          ""
          (fold-left (lambda (text string) (string-append text "/" string))
                     (car strings)
                     (cdr strings))))

    (define (authority->string authority)
      (string-append "//"
                     (if (uri-authority-userinfo authority)
                         (string-append (encode (uri-authority-userinfo authority) '(#\:)) "@")
                         "")
                     (encode (or (uri-authority-host authority) "") '(#\[ #\] #\:))
                     (if (uri-authority-port authority)
                         (string-append ":" (number->string (uri-authority-port authority)))
                         "")))

    (define (uri->string uri)
      (let ((uri (->uri uri)))
        (string-append (if (uri-scheme uri) (string-append (symbol->string (uri-scheme uri)) ":") "")
                       (if (uri-authority uri) (authority->string (uri-authority uri)) "")
                       (join (map (lambda (part) (encode part '(#\: #\@))) (uri-path uri)))
                       (if (uri-query uri) (string-append "?" (uri-query uri)) "")
                       (if (uri-fragment uri)
                           (string-append "#" (encode (uri-fragment uri) '(#\: #\@ #\/ #\?)))
                           ""))))

    (define (uri->symbol uri) (string->symbol (uri->string uri)))
    (define (uri=? left right) (string=? (uri->string left) (uri->string right)))
    (define (write-uri uri #!optional port) (write-string (uri->string uri) port))
    (define (write-uri-authority authority #!optional port)
      (if authority (write-string (authority->string authority) port)))

    (define (uri->alist uri)
      (let ((uri (->uri uri)))
        (filter cdr
                (list (cons 'scheme (uri-scheme uri))
                      (cons 'authority (uri-authority uri))
                      (cons 'path (uri-path uri))
                      (cons 'query (uri-query uri))
                      (cons 'fragment (uri-fragment uri))))))

    ;; RFC 3986, 5.2.2
    (define (merge-uris uri #!optional base)
      (let ((uri (->uri uri)))
        (if (or (default-object? base) (not base) (uri-scheme uri))
            uri
            (let ((base (->uri base)))
              (cond ((uri-authority uri)
                     (%make-uri (uri-scheme base) (uri-authority uri) (without-dots (uri-path uri))
                                (uri-query uri) (uri-fragment uri)))
                    ((null? (uri-path uri))
                     (%make-uri (uri-scheme base) (uri-authority base) (uri-path base)
                                (or (uri-query uri) (uri-query base)) (uri-fragment uri)))
                    (else
                     (%make-uri (uri-scheme base) (uri-authority base)
                                (without-dots
                                 (if (uri-path-absolute? (uri-path uri))
                                     (uri-path uri)
                                     (append (if (pair? (uri-path base)) (except-last-pair (uri-path base)) '(""))
                                             (uri-path uri))))
                                (uri-query uri) (uri-fragment uri))))))))

    (define (without-dots path)
      (let loop ((rest path) (done '()))
        (cond ((null? rest) (reverse done))
              ((string=? (car rest) ".") (loop (if (null? (cdr rest)) '("") (cdr rest)) done))
              ((string=? (car rest) "..")
               (loop (if (null? (cdr rest)) '("") (cdr rest))
                     (if (and (pair? done) (pair? (cdr done))) (cdr done) done)))
              (else (loop (cdr rest) (cons (car rest) done))))))

    (define (pathname->uri pathname)
      (let ((name (->namestring pathname)))
        (%make-uri 'file #f (split name #\/) #f #f)))

    (define (uri->pathname uri #!optional error?)
      (->pathname (join (uri-path (->uri uri)))))

    ;;; Media types

    (define-record-type mime-type
      (%make-mime-type top-level subtype)
      mime-type?
      (top-level mime-type/top-level)
      (subtype mime-type/subtype))

    (define-print-method mime-type?
      (standard-print-method 'mime-type (lambda (type) (list (mime-type->string type)))))

    (define known-types '())

    (define (make-mime-type top-level subtype)
      (let ((known (find (lambda (type)
                           (and (eq? top-level (mime-type/top-level type))
                                (eq? subtype (mime-type/subtype type))))
                         known-types)))
        (or known
            (let ((type (%make-mime-type top-level subtype)))
              (set! known-types (cons type known-types))
              type))))

    (define (mime-type->string type)
      (string-append (symbol->string (mime-type/top-level type))
                     "/"
                     (symbol->string (mime-type/subtype type))))

    (define (string->mime-type string #!optional start end)
      (let ((slash (index-of string #\/ 0 (string-length string))))
        (if (not slash) (error:bad-range-argument string 'string->mime-type))
        (make-mime-type (string->symbol (string-downcase (string-head string slash)))
                        (string->symbol (string-downcase (string-tail string (+ slash 1)))))))

    (define types-by-suffix
      (map (lambda (entry) (cons (car entry) (string->mime-type (cdr entry))))
           '(("html" . "text/html") ("htm" . "text/html") ("txt" . "text/plain") ("css" . "text/css")
             ("csv" . "text/csv") ("xml" . "text/xml") ("js" . "application/javascript") ("json" . "application/json")
             ("xhtml" . "application/xhtml+xml") ("pdf" . "application/pdf") ("ps" . "application/postscript")
             ("zip" . "application/zip") ("gz" . "application/gzip") ("tar" . "application/x-tar")
             ("gif" . "image/gif") ("jpg" . "image/jpeg") ("jpeg" . "image/jpeg") ("png" . "image/png")
             ("svg" . "image/svg+xml") ("ico" . "image/x-icon") ("mp3" . "audio/mpeg") ("wav" . "audio/x-wav")
             ("mp4" . "video/mp4") ("mpeg" . "video/mpeg") ("scm" . "text/x-scheme"))))

    (define (pathname-type->mime-type type)
      (let ((entry (and (string? type) (assoc (string-downcase type) types-by-suffix))))
        (and entry (cdr entry))))
    (define (pathname-mime-type pathname) (pathname-type->mime-type (pathname-type pathname)))
    (define (associate-pathname-type-with-mime-type type mime-type)
      (set! types-by-suffix
            (cons (cons (string-downcase type)
                        (if (string? mime-type) (string->mime-type mime-type) mime-type))
                  types-by-suffix)))
    (define (disassociate-pathname-type-from-mime-type type)
      (set! types-by-suffix (del-assoc (string-downcase type) types-by-suffix)))))
