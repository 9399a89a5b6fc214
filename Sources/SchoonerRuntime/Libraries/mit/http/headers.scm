;;; Header fields: a name (a symbol in lower case), a text, and what the text means where the name is known.

(define-record-type <http-header>
  (%make-header name value parsed-value)
  http-header?
  (name http-header-name)
  (value http-header-value)
  (parsed-value http-header-parsed-value))

(define-print-method http-header?
  (standard-print-method 'http-header (lambda (header) (list (http-header-name header)))))

;; Each known name: how it is written, a parser and the opposite of the parser.
(define-record-type field-definition
  (make-field-definition text parse value->text)
  field-definition?
  (text definition-text)
  (parse definition-parse)
  (value->text definition-value->text))

(define definitions (make-strong-eqv-hash-table))

(define (define-fields texts parse value->text)
  (for-each (lambda (text)
              (hash-table-set! definitions (fold-token text) (make-field-definition text parse value->text)))
            texts))

(define (definition-of name) (hash-table-ref/default definitions name #f))

(define (make-http-header name value)
  (guarantee http-token? name 'make-http-header)
  (let* ((name (fold-token (symbol->string name)))
         (definition (definition-of name))
         (text (if (or (string? value) (not definition)) value ((definition-value->text definition) value))))
    (guarantee http-text? text 'make-http-header)
    (let* ((text (string-trim text))
           (header (text->header name text)))
      (if (and definition (not (valid-header? header)))
          (error "Ill-formed HTTP header value:" text))
      header)))

;; What a peer sends is kept even where it is ill-formed, without a meaning then.
(define (text->header name text)
  (let* ((definition (definition-of name))
         (meaning (and definition ((definition-parse definition) text))))
    (%make-header name text (if meaning (car meaning) #!default))))

(define (valid-header? header)
  (not (default-object? (http-header-parsed-value header))))

(define (http-header name headers error?)
  (or (find (lambda (header) (eq? (http-header-name header) name)) headers)
      (and error? (error:bad-range-argument name 'http-header))))

(define (headers-named name headers)
  (filter (lambda (header) (eq? (http-header-name header) name)) headers))

;; Headers from headers, pairs of a name and a text, and lists of a name and a value.
(define (convert-http-headers headers #!optional caller)
  (let ((caller (if (default-object? caller) 'convert-http-headers caller)))
    (guarantee list? headers caller)
    (map (lambda (entry)
           (cond ((http-header? entry) entry)
                 ((and (pair? entry) (http-token? (car entry)) (string? (cdr entry)))
                  (make-http-header (car entry) (cdr entry)))
                 ((and (pair? entry) (http-token? (car entry)) (pair? (cdr entry)) (null? (cddr entry)))
                  (make-http-header (car entry) (cadr entry)))
                 (else (error:wrong-type-argument entry #f caller))))
         headers)))

;;; The common headers

(define (define-list texts parser minimum element->text)
  (define-fields texts (whole (comma-list parser minimum)) (each-with-commas element->text)))

(define-list '("Connection" "Content-Encoding" "Content-Language" "Trailer") parse-name 1 symbol->string)
(define-list '("Accept-Charset" "Accept-Encoding" "Accept-Language" "TE") (with-parameters parse-name) 0
  parameterized->text)
(define-list '("Transfer-Encoding") (with-parameters parse-name) 1 parameterized->text)
(define-list '("Accept") (with-parameters parse-media-range) 0 media-range->text)
(define-list '("Allow") parse-token 0 (lambda (text) text))
(define-list '("Cache-Control" "Pragma" "Expect") parse-directive 1 directive->text)
(define-list '("Upgrade") parse-product 1 product->text)
(define-list '("Via") parse-via-entry 1 via->text)
(define-list '("Warning") parse-warning-entry 1 warning->text)

(define-fields '("Accept-Ranges")
  (whole (converted (comma-list parse-name 1) (lambda (units) (if (equal? units '(none)) '() units))))
  (lambda (units) (if (null? units) "none" (comma-separated (map symbol->string units)))))
(define-fields '("Age" "Content-Length" "Max-Forwards") (whole parse-integer) number->string)
(define-fields '("Content-Type") (whole (with-parameters parse-mime-type)) content-type->text)
(define-fields '("Date" "Last-Modified" "If-Modified-Since" "If-Unmodified-Since") parse-date date->text)
;; Anything else than a date, such as 0, has expired.
(define-fields '("Expires")
  (lambda (text) (or (parse-date text) '(#f)))
  (lambda (time) (if time (date->text time) "-1")))
(define-fields '("ETag") (whole parse-entity-tag) entity-tag->text)
(define-fields '("If-Match" "If-None-Match")
  (whole (either parse-star (comma-list parse-entity-tag 1)))
  (each-with-commas entity-tag->text))
(define-fields '("If-Range")
  (lambda (text) (or (parse-whole parse-entity-tag text) (parse-date text)))
  (lambda (value) (if (pair? value) (entity-tag->text value) (date->text value))))
(define-fields '("Vary")
  (whole (either (checked parse-star (lambda (star) #t)) (comma-list parse-name 1)))
  (each-with-commas symbol->string))
(define-fields '("Host") parse-host host->text)
(define-fields '("Content-Location" "Location") (parse-uri-if uri?) uri->string)
(define-fields '("Referer") (parse-uri-if (lambda (uri) (not (uri-fragment uri)))) uri->string)
(define-fields '("Range") parse-range ranges->text)
(define-fields '("Content-Range") parse-content-range content-range->text)
(define-fields '("Retry-After")
  (lambda (text) (or (parse-whole parse-integer text) (parse-date text)))
  (lambda (value) (if (number? value) (number->string value) (date->text value))))
(define-fields '("Server" "User-Agent")
  (whole (checked (many (either parse-product parse-comment)) pair?))
  products->text)
