; Parsers of the runtime: a request line, as a server of its own would read it.
(load-option '*parser)
(define parse-request-line
  (*parser
   (seq (match (+ (char-set char-set:http-token)))
        " "
        (alt (map intern (match "*"))
             parse-uri
             parse-uri-authority)
        " "
        parse-http-version)))

(define (try line)
  (let ((result (*parse-string parse-request-line line)))
    (write-line (if result
                    (map (lambda (part) (if (uri? part) (uri->string part) part)) (vector->list result))
                    'malformed))))

(try "GET /index.html HTTP/1.1")
(try "GET /a/b?c=d#e HTTP/1.0")
(try "OPTIONS * HTTP/1.1")
(try "GET http://localhost:8080/x HTTP/1.1")
(try "GET /index.html")
(try "GET /index.html HTTP/1.1 ")
(try "G(T / HTTP/1.1")
(write-line (*parse-string parse-http-status "404"))
(write-line (*parse-string parse-http-status "4044"))
(write-line (*parse-string parse-http-status "4x4"))
