;;; Tokens, versions and status codes.

(define (token-text? text)
  (and (not (string-null? text))
       (string-every (lambda (char) (char-set-contains? char-set:http-token char)) text)))

(define (http-token? object)
  (and (interned-symbol? object) (token-text? (symbol->string object))))

(define (http-token-string? object)
  (and (string? object) (token-text? object)))

;; What may stand in a header's value: no control characters, which would end the line or hide what follows, and
;; nothing beyond an octet.
(define (http-text? object)
  (and (string? object)
       (string-every (lambda (char)
                       (let ((code (char->integer char)))
                         (or (<= 32 code 126) (<= 160 code 255) (<= 128 code 159) (= code 9))))
                     object)))

;;; A version is a pair of numbers.

(define (make-http-version major minor)
  (guarantee exact-nonnegative-integer? major 'make-http-version)
  (guarantee exact-nonnegative-integer? minor 'make-http-version)
  (cons major minor))

(define (http-version? object)
  (and (pair? object)
       (exact-nonnegative-integer? (car object))
       (exact-nonnegative-integer? (cdr object))))

(define (http-version-major version)
  (guarantee http-version? version 'http-version-major)
  (car version))

(define (http-version-minor version)
  (guarantee http-version? version 'http-version-minor)
  (cdr version))

(define (http-version=? first second)
  (and (= (http-version-major first) (http-version-major second))
       (= (http-version-minor first) (http-version-minor second))))

(define (http-version<? first second)
  (or (< (http-version-major first) (http-version-major second))
      (and (= (http-version-major first) (http-version-major second))
           (< (http-version-minor first) (http-version-minor second)))))

(define http-version:1.0 (make-http-version 1 0))
(define http-version:1.1 (make-http-version 1 1))

(define (version->string version)
  (string-append "HTTP/"
                 (number->string (http-version-major version))
                 "."
                 (number->string (http-version-minor version))))

;; HTTP/1.1: one digit each.
(define (string->version text)
  (and (= (string-length text) 8)
       (string-prefix? "HTTP/" text)
       (char=? (string-ref text 6) #\.)
       (let ((major (char->digit (string-ref text 5) 10)) (minor (char->digit (string-ref text 7) 10)))
         (and major minor (make-http-version major minor)))))

;;; Status

(define (http-status? object)
  (and (exact-nonnegative-integer? object) (< object 1000)))

(define (status->string status)
  (string-pad-left (number->string status) 3 #\0))

(define (string->status text)
  (and (= (string-length text) 3)
       (string-every (lambda (char) (char<=? #\0 char #\9)) text)
       (string->number text 10)))

(define (http-status-description status)
  (guarantee http-status? status 'http-status-description)
  (let ((entry (assv status status-descriptions)))
    (if entry (cdr entry) "(Unknown)")))

(define status-descriptions
  '((100 . "Continue") (101 . "Switching Protocols") (102 . "Processing")
    (200 . "OK") (201 . "Created") (202 . "Accepted") (203 . "Non-Authoritative Information") (204 . "No Content")
    (205 . "Reset Content") (206 . "Partial Content") (207 . "Multi-Status") (226 . "IM Used")
    (300 . "Multiple Choices") (301 . "Moved Permanently") (302 . "Found") (303 . "See Other")
    (304 . "Not Modified") (305 . "Use Proxy") (306 . "Switch Proxy") (307 . "Temporary Redirect")
    (308 . "Permanent Redirect")
    (400 . "Bad Request") (401 . "Unauthorized") (402 . "Payment Required") (403 . "Forbidden") (404 . "Not Found")
    (405 . "Method Not Allowed") (406 . "Not Acceptable") (407 . "Proxy Authentication Required")
    (408 . "Request Timeout") (409 . "Conflict") (410 . "Gone") (411 . "Length Required")
    (412 . "Precondition Failed") (413 . "Request Entity Too Large") (414 . "Request-URI Too Long")
    (415 . "Unsupported Media Type") (416 . "Requested Range Not Satisfiable") (417 . "Expectation Failed")
    (418 . "I'm a Teapot") (422 . "Unprocessable Entity") (423 . "Locked") (424 . "Failed Dependency")
    (425 . "Unordered Collection") (426 . "Upgrade Required") (428 . "Precondition Required")
    (429 . "Too Many Requests") (431 . "Request Header Fields Too Large") (449 . "Retry With")
    (500 . "Internal Server Error") (501 . "Not Implemented") (502 . "Bad Gateway") (503 . "Service Unavailable")
    (504 . "Gateway Timeout") (505 . "HTTP Version Not Supported") (506 . "Variant Also Negotiates")
    (507 . "Insufficient Storage") (509 . "Bandwidth Limit Exceeded") (510 . "Not Extended")
    (511 . "Network Authentication Required")))
