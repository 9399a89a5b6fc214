;;; The text of a header's value from what it means: the other way round than values.scm.

(define (comma-separated texts)
  (if (pair? texts)
      (fold-left (lambda (text next) (string-append text ", " next)) (car texts) (cdr texts))
      ""))

(define ((each-with-commas element->text) value)
  (if (eq? value '*) "*" (comma-separated (map element->text value))))

(define (quote-text text)
  (call-with-output-string
   (lambda (port)
     (write-char #\" port)
     (string-for-each (lambda (char)
                        (if (memv char '(#\" #\\)) (write-char #\\ port))
                        (write-char char port))
                      text)
     (write-char #\" port))))

(define (word->text text) (if (token-text? text) text (quote-text text)))

(define (parameters->text parameters)
  (apply string-append
         (map (lambda (parameter)
                (string-append ";" (symbol->string (car parameter)) "=" (word->text (cdr parameter))))
              parameters)))

(define (parameterized->text value)
  (string-append (symbol->string (car value)) (parameters->text (cdr value))))

(define (content-type->text value)
  (string-append
   (mime-type->string (car value))
   (apply string-append
          (map (lambda (parameter) (string-append "; " (string-tail (parameters->text (list parameter)) 1)))
               (cdr value)))))

(define (media-range->text value)
  (string-append
   (cond ((mime-type? (car value)) (mime-type->string (car value)))
         ((eq? (car value) '*) "*/*")
         (else (string-append (symbol->string (car value)) "/*")))
   (parameters->text (cdr value))))

(define (directive->text directive)
  (string-append (symbol->string (car directive))
                 (if (cdr directive) (string-append "=" (word->text (cdr directive))) "")))

(define (product->text product)
  (cond ((string? product) (comment->text product))
        ((cdr product) (string-append (car product) "/" (cdr product)))
        (else (car product))))

;; Parentheses that do not match are kept from ending the comment.
(define (comment->text text)
  (call-with-output-string
   (lambda (port)
     (write-char #\( port)
     (string-for-each (lambda (char)
                        (if (memv char '(#\( #\) #\\)) (write-char #\\ port))
                        (write-char char port))
                      text)
     (write-char #\) port))))

(define (products->text products)
  (if (pair? products)
      (fold-left (lambda (text product) (string-append text " " (product->text product)))
                 (product->text (car products))
                 (cdr products))
      ""))

(define (entity-tag->text tag)
  (string-append (if (car tag) "W/" "") "\"" (cdr tag) "\""))

(define (host->text host)
  (if (cdr host)
      (string-append (car host) ":" (number->string (cdr host)))
      (car host)))

(define (date->text time)
  (call-with-output-string (lambda (port) (write-decoded-time-as-http time port))))

(define (via->text entry)
  (let ((protocol (vector-ref entry 0)) (comment (vector-ref entry 2)))
    (string-append (if (car protocol) (string-append (symbol->string (car protocol)) "/") "")
                   (symbol->string (cdr protocol))
                   " "
                   (host->text (vector-ref entry 1))
                   (if comment (string-append " " (comment->text comment)) ""))))

(define (warning->text entry)
  (string-append (number->string (vector-ref entry 0))
                 " "
                 (host->text (vector-ref entry 1))
                 " "
                 (quote-text (vector-ref entry 2))
                 (if (vector-ref entry 3) (string-append " " (quote-text (date->text (vector-ref entry 3)))) "")))

(define (range->text range)
  (string-append (if (car range) (number->string (car range)) "")
                 "-"
                 (if (cdr range) (number->string (cdr range)) "")))

(define (ranges->text value)
  (string-append (symbol->string (car value)) "=" (comma-separated (map range->text (cdr value)))))

(define (content-range->text value)
  (let ((range (vector-ref value 1)) (size (vector-ref value 2)))
    (string-append (symbol->string (vector-ref value 0))
                   " "
                   (if (pair? range) (range->text range) "*")
                   "/"
                   (if (number? size) (number->string size) "*"))))
