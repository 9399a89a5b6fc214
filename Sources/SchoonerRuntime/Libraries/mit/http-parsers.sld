;;; Parsers of URIs and of what HTTP messages begin with, for the parser language, and checks of the parts of such messages:
;;; what the runtime of MIT Scheme 9.2 and later used for its own HTTP.

(define-library (mit http-parsers)
  (export parse-uri parse-absolute-uri parse-relative-uri parse-uri-authority parse-uri-path-absolute
          parse-http-version parse-http-status parse-http-chunk-leader
          guarantee-http-token-string guarantee-http-version guarantee-http-status guarantee-http-text
          guarantee-http-headers known-input-port-coding? known-output-port-coding?)
  (import (mit legacy runtime)
          (mit http)
          (mit uri)
          (mit parser-buffers))
  (begin

    (define char-set:uri (char-set char-set:alphanumeric "-._~:/?#[]@!$&'()*+,;=%"))
    (define char-set:authority (char-set-difference char-set:uri (char-set "/?#")))
    (define char-set:path (char-set-difference char-set:uri (char-set "?#[]")))

    ;; A parser of the longest text of characters of the set: what convert makes of it, or #f.
    (define ((text-parser set convert) buffer)
      (let* ((start (%parser-buffer-index buffer))
             (text
              (begin
                (let scan ()
                  (if (match-parser-buffer-char-in-set buffer set) (scan)))
                (%parser-buffer-substring buffer start (%parser-buffer-index buffer))))
             (value (and (not (string-null? text)) (convert text))))
        (if value
            (vector value)
            (begin
              (%set-parser-buffer-index! buffer start)
              #f))))

    (define ((uri-that wanted?) text)
      (let ((uri (ignore-errors (lambda () (string->uri text)))))
        (and (uri? uri) (wanted? uri) uri)))

    (define parse-uri (text-parser char-set:uri (uri-that uri?)))
    (define parse-absolute-uri (text-parser char-set:uri (uri-that absolute-uri?)))
    (define parse-relative-uri (text-parser char-set:uri (uri-that relative-uri?)))
    (define parse-uri-authority (text-parser char-set:authority (lambda (text) (%string->authority text))))

    (define parse-uri-path-absolute
      (text-parser char-set:path
                   (lambda (text)
                     (let ((uri (and (string-prefix? "/" text) ((uri-that uri?) text))))
                       (and uri (uri-path uri))))))

    (define (number-text? text radix)
      (and (not (string-null? text))
           (string-every (lambda (char) (char->digit char radix)) text)))

    (define parse-http-version
      (text-parser (char-set char-set:alphanumeric "/.")
                   (lambda (text)
                     (let ((dot (string-index text #\.)))
                       (and dot
                            (string-prefix? "HTTP/" text)
                            (number-text? (substring text 5 dot) 10)
                            (number-text? (string-tail text (+ dot 1)) 10)
                            (make-http-version (string->number (substring text 5 dot))
                                               (string->number (string-tail text (+ dot 1)))))))))

    (define parse-http-status
      (text-parser char-set:numeric
                   (lambda (text)
                     (and (= (string-length text) 3)
                          (string->number text)))))

    ;; Of a line, not of a buffer: a list that begins with the size of the chunk, or #f.
    (define (parse-http-chunk-leader line)
      (let* ((mark (string-index line #\;))
             (size (string-trim (if mark (string-head line mark) line))))
        (and (number-text? size 16)
             (list (string->number size 16)
                   (if mark (string-tail line (+ mark 1)) '())))))

    (define ((check predicate description) object #!optional caller)
      (if (predicate object)
          object
          (error:wrong-type-argument object description (if (default-object? caller) #f caller))))

    (define guarantee-http-token-string (check http-token-string? "HTTP token string"))
    (define guarantee-http-version (check http-version? "HTTP version"))
    (define guarantee-http-status (check http-status? "HTTP status code"))
    (define guarantee-http-text (check http-text? "HTTP text"))
    (define guarantee-http-headers
      (check (lambda (object) (list-of-type? object http-header?)) "list of HTTP headers"))

    (define (known-input-port-coding? coding)
      (and (memq coding
                 '(binary text us-ascii ascii iso-8859-1 latin-1 utf-8 utf-16 utf-16be utf-16le utf-32 utf-32be utf-32le))
           #t))

    (define known-output-port-coding? known-input-port-coding?)))
