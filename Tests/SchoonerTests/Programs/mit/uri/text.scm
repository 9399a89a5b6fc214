;; URIs in parts, and back to text: RFC 3986, MIT 12.1.

(define (show . objects)
  (for-each (lambda (object) (write object) (write-string " ")) objects)
  (newline))

(for-each
 (lambda (text)
   (let ((uri (->uri text)))
     (show text (uri->alist uri) (uri->string uri) (uri-absolute? uri) (uri-relative? uri))))
 '("http://user@example.org:8080/c/d%20e;x?q=1&r#part" "http://example.org" "http://example.org/"
   "HTTP://Example.ORG//y" "/a//b/" "a/b/" "" "?" "#" "a?#" "//host/path" "mailto:someone@example.org"
   "urn:isbn:0451450523" "file:///etc/hosts" "http://[::1]:8080/x" "http://[v1.abc]/" "http://127.0.0.1:99999/"
   "http://%41b.c/%7e%41%2F" "./a:b" "a:b/c" "http:" "http://h?q" "/a/./b/../c" "http://x/.." "../a/./b"
   "http://x/%2e%2e/b"))

(define uri (->uri "http://user@example.org:8080/c/d?q#f"))
(show (uri-scheme uri) (uri-path uri) (uri-query uri) (uri-fragment uri))
(let ((authority (uri-authority uri)))
  (show (uri-authority-userinfo authority) (uri-authority-host authority) (uri-authority-port authority)))
(show (uri->symbol uri) (uri? uri) (uri? "http://x") (uri-authority? (uri-authority uri)))
(show (absolute-uri? uri) (absolute-uri? "http://x/") (relative-uri? uri) (relative-uri? (->uri "x")))
(show (call-with-output-string (lambda (port) (write-uri uri port)))
      (call-with-output-string (lambda (port) (write-uri-authority (uri-authority uri) port))))

;; Two URIs that are written alike are the same object.
(show (eq? (->uri "http://a/%7e") (->uri "HTTP://A/~")) (uri=? "http://a/b" "http://a/c") (uri=? uri uri))
(show (eq? (->uri 'http://a/b) (->uri "http://a/b")) (eq? uri (->uri uri)))

;; Built from parts.
(show (uri->string (make-uri 'http (make-uri-authority "u:p" "example.org" 80)
                             '("" "a b" "x/y" "@:;" "100%")
                             "q x" "f#")))
(show (uri->string (make-uri #f #f '("a:b" "c:d") #f #f)))
(show (uri->string (make-uri 'file #f '("" "etc") #f #f)) (uri->string (make-uri #f #f '() "x" #f)))
(show (uri-authority=? (make-uri-authority #f "a" 80) (make-uri-authority #f "a" 80))
      (uri-authority=? (make-uri-authority #f "a" 80) (make-uri-authority #f "a" #f)))
(show (encode-uri-path-segment "a b/c?:@;"))

;; Kinds of parts.
(show (uri-scheme? 'http) (uri-scheme? "http") (uri-scheme? '|1a|) (uri-host? "a b") (uri-port? 0) (uri-port? -1))
(show (uri-path? '("a" "b")) (uri-path? '("a" 5)) (uri-path-absolute? '("" "a")) (uri-path-absolute? '())
      (uri-path-relative? '()) (uri-path-relative? '("a")))

;; File names.
(show (uri->string (pathname->uri "/etc/pass wd")) (->namestring (uri->pathname "file:///etc/pass%20wd")))
(show (uri->string ((uri-prefix "http://a/b#") "c")))

;; What is no URI.
(define (report thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (condition) (k (condition/report-string condition)))
      thunk))))

(for-each (lambda (text) (show (report (lambda () (->uri text)))))
          '("a b" "%zz" "%4" "http://[::1" "http://[1::2::3]/" "http://x:8z/" "1a:b" "a#b#c" "http://x/\\"))
(show (report (lambda () (->uri "x y" 'somebody))))
(show (report (lambda () (string->uri "x y"))))
(show (report (lambda () (->absolute-uri "a/b"))))
(show (report (lambda () (string->relative-uri "http://a"))))
(show (report (lambda () (make-uri 'http 5 '() #f #f))))
(show (report (lambda () (make-uri 'http (make-uri-authority #f "a" #f) '("a") #f #f))))
