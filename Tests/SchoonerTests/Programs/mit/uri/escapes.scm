;; Characters beyond ASCII are the octets of UTF-8, and a query's escapes stay what they are: RFC 3986, 2.5 and 6.2.2.

(define (show . objects)
  (for-each (lambda (object) (write object) (write-string " ")) objects)
  (newline))

(show (uri-path (->uri "http://x/caf%C3%A9")) (uri-path (->uri "/%e2%82%ac")))
(show (uri->string (make-uri #f #f '("" "café" "λ" "€") "ü" "ß")))
(show (uri-path (->uri "/%E9")))
(show (uri->string (->uri "http://x/?a=%26&b=%3d%7E")) (uri-query (->uri "http://x/?a=%26&b=%3d%7E")))
(show (eq? (->uri "/?a=%26") (->uri "/?a=&")))
(show (uri->string (merge-uris "?x=%26y" "http://h/p")))

;; File names that would be others.
(show (uri->pathname "file:///a%2Fb" #f) (uri->pathname "file://elsewhere/a" #f) (uri->pathname "http://x/" #f))

;; More URIs than are kept.
(define (numbered index) (->uri (string-append "http://host/" (number->string index))))
(do ((index 0 (+ index 1))) ((= index 3000)) (numbered index))
(show (eq? (numbered 7) (numbered 7)) (uri->string (numbered 2999)))
