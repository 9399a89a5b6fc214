;; The beginnings of URIs, as someone types them: MIT 12.1.

(define (show-partial parse)
  (lambda (text)
    (call-with-values (lambda () (parse text))
      (lambda (partial more?)
        (write (list text more?
                     (partial-uri-state-name partial) (partial-uri-scheme partial) (partial-uri-authority partial)
                     (partial-uri-path partial) (partial-uri-query partial) (partial-uri-fragment partial)
                     (partial-uri-extra partial) (partial-uri->string partial)))
        (newline)))))

(for-each (show-partial string->partial-uri)
          '("" "h" "http" "http:" "http://" "http://x" "http://x:" "http://x:80" "http://x:80/" "http://u@h"
            "http://[::1" "http://x/y?" "http://x/y?z" "http://x/y#" "http://x/y#z" "a/b" "h:x" "?q" "#f" "1a" "~"
            "a?b#c"))
(for-each (show-partial string->partial-absolute-uri) '("" "a" "http:" "http://x"))
