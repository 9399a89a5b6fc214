;;; What the values of the common headers mean: RFC 7230 to 7235. Parsers of lexemes, and of texts: these give a list of
;;; the meaning, or #f where the text is ill-formed.

(define (fold-token text) (intern (string-downcase text)))
(define parse-name (converted parse-token fold-token))

(define (digits? text)
  (and (<= 1 (string-length text) 18)
       (string-every (lambda (char) (char<=? #\0 char #\9)) text)))

(define parse-integer
  (converted (checked parse-token digits?) (lambda (text) (string->number text 10))))

;; ;name=value, any number of them.
(define parse-parameters
  (many
   (converted (in-order (parse-char #\;) parse-name (parse-char #\=) (either parse-token parse-quoted))
              (lambda (parts) (cons (cadr parts) (cadddr parts))))))

(define ((with-parameters parser) items)
  ((converted (in-order parser parse-parameters)
              (lambda (parts) (cons (car parts) (cadr parts))))
   items))

(define parse-mime-type
  (converted (in-order parse-name (parse-char #\/) parse-name)
             (lambda (parts) (make-mime-type (car parts) (caddr parts)))))

;; */* is *, text/* is text.
(define parse-media-range
  (converted parse-mime-type
             (lambda (type)
               (if (eq? (mime-type/subtype type) '*) (mime-type/top-level type) type))))

;; name or name=value
(define parse-directive
  (converted (in-order parse-name
                       (maybe (converted (in-order (parse-char #\=) (either parse-token parse-quoted)) cadr)))
             (lambda (parts) (cons (car parts) (cadr parts)))))

;; name or name/version
(define parse-product
  (converted (in-order parse-token (maybe (converted (in-order (parse-char #\/) parse-token) cadr)))
             (lambda (parts) (cons (car parts) (cadr parts)))))

(define parse-entity-tag
  (converted
   (in-order (maybe (in-order (checked parse-token (lambda (text) (string=? text "W"))) (parse-char #\/)))
             parse-quoted)
   (lambda (parts) (cons (and (car parts) #t) (cadr parts)))))

(define parse-star
  (converted (checked parse-token (lambda (text) (string=? text "*"))) (lambda (text) '*)))

(define ((whole parser) text) (parse-whole parser text))

(define (parse-host text)
  (and (not (string-null? text))
       (not (string-index text #\@))
       (let ((authority (%string->authority text)))
         (and authority
              (list (cons (uri-authority-host authority) (uri-authority-port authority)))))))

(define parse-via-entry
  (converted
   (in-order (maybe (checked (in-order parse-name (parse-char #\/)) (lambda (parts) #t)))
             parse-name
             parse-token
             (maybe (converted (in-order (parse-char #\:) parse-integer) cadr))
             (maybe parse-comment))
   (lambda (parts)
     (vector (cons (and (car parts) (car (car parts))) (cadr parts))
             (cons (caddr parts) (cadddr parts))
             (list-ref parts 4)))))

(define parse-warning-entry
  (converted
   (in-order parse-integer
             parse-token
             (maybe (converted (in-order (parse-char #\:) parse-integer) cadr))
             parse-quoted
             (maybe (converted (checked parse-quoted parse-date) (lambda (text) (car (parse-date text))))))
   (lambda (parts)
     (vector (car parts) (cons (cadr parts) (caddr parts)) (cadddr parts) (list-ref parts 4)))))

;;; Ranges. `-` is a character of tokens, so that 0-5 is one.

;; (0 . 5), (6 . #f), (#f . 7), or #f.
(define (string->range text)
  (let ((dash (string-index text #\-)))
    (and dash
         (let ((first (string-head text dash)) (last (string-tail text (+ dash 1))))
           (and (or (digits? first) (digits? last))
                (or (string-null? first) (digits? first))
                (or (string-null? last) (digits? last))
                (let ((range (cons (string->number first 10) (string->number last 10))))
                  (and (not (and (car range) (cdr range) (> (car range) (cdr range))))
                       range)))))))

(define parse-range
  (whole
   (converted (in-order parse-name
                        (parse-char #\=)
                        (comma-list (converted (checked parse-token string->range) string->range) 1))
              (lambda (parts) (cons (car parts) (caddr parts))))))

(define parse-content-range
  (whole
   (converted (in-order parse-name
                        (either parse-star
                                (converted (checked parse-token
                                                    (lambda (text)
                                                      (let ((range (string->range text)))
                                                        (and range (car range) (cdr range)))))
                                           string->range))
                        (parse-char #\/)
                        (either parse-integer parse-star))
              (lambda (parts) (vector (car parts) (cadr parts) (cadddr parts))))))

;;; URIs

(define ((parse-uri-if suitable?) text)
  (let ((uri (attempt string->uri text)))
    (and uri (suitable? uri) (list uri))))
