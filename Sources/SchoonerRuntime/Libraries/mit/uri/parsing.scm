;;; From text to a URI: RFC 3986, 3 and 4.1.

(define (->uri object #!optional caller) (convert object caller uri? 'uri))
(define (->absolute-uri object #!optional caller) (convert object caller absolute-uri? 'absolute))
(define (->relative-uri object #!optional caller) (convert object caller relative-uri? 'relative))

(define (convert object caller wanted? kind)
  (let ((caller (if (default-object? caller) #f caller)))
    (cond ((uri? object)
           (if (not (wanted? object)) (error:bad-range-argument object caller))
           object)
          ((string? object) (text->uri object wanted? object caller))
          ((symbol? object) (text->uri (symbol->string object) wanted? object caller))
          (else (error:not-a uri? object caller)))))

(define (string->uri string #!optional start end)
  (text->uri (part-of string start end 'string->uri) uri? string 'string->uri))

(define (string->absolute-uri string #!optional start end)
  (text->uri (part-of string start end 'string->absolute-uri) absolute-uri? string 'string->absolute-uri))

(define (string->relative-uri string #!optional start end)
  (text->uri (part-of string start end 'string->relative-uri) relative-uri? string 'string->relative-uri))

(define (part-of string start end caller)
  (guarantee string? string caller)
  (if (default-object? start) string (substring string start end)))

(define (text->uri text wanted? object caller)
  (let ((uri (parse-text text)))
    (if (not (and uri (wanted? uri))) (error:bad-range-argument object caller))
    uri))

;; #f for what is not of the form of a URI or of a relative reference.
(define (parse-text text)
  (let* ((hash (string-index text #\#))
         (fragment (and hash (string-tail text (+ hash 1))))
         (rest (if hash (string-head text hash) text))
         (mark (string-index rest #\?))
         (query (and mark (string-tail rest (+ mark 1))))
         (rest (if mark (string-head rest mark) rest))
         (colon (string-index rest #\:))
         (slash (string-index rest #\/))
         (scheme (and colon (not (and slash (< slash colon))) (string-head rest colon)))
         (rest (if scheme (string-tail rest (+ colon 1)) rest))
         (authority? (string-prefix? "//" rest))
         (path-start (if authority? (or (string-index rest #\/ 2) (string-length rest)) 0))
         (authority (and authority? (%string->authority (substring rest 2 path-start))))
         (path (string-tail rest path-start)))
    (and (or (not scheme) (scheme-text? scheme))
         (or (not authority?) authority)
         (or (not fragment) (escaped-text? fragment char-set:uri-fragment))
         (or (not query) (escaped-text? query char-set:uri-query))
         (escaped-text? path char-set:path)
         (make-interned-uri (and scheme (string->symbol (string-downcase scheme)))
                            authority
                            (if (string-null? path) '() (map decode-text (split path #\/)))
                            (and query (decode-text query))
                            (and fragment (decode-text fragment))
                            (and query (normalize-escapes query))))))

(define char-set:path
  (char-set-union char-set:uri-segment (string->char-set "/")))

;; The URI of a path and a query, or #f. Unlike in a relative reference no authority follows two slashes.
(define (%string->request-target text)
  (and (string-prefix? "/" text)
       (not (string-index text #\#))
       (let ((uri (parse-text (string-append "http://host" text))))
         (and uri (%uri->request-target uri)))))
