;;; MIME types: RFC 2045, 5.1, and those that files have by their names, by MIT Scheme 12.1's names.

(define-library (mit mime-types)
  (export <mime-type> make-mime-type mime-type? mime-type/top-level mime-type/subtype
          mime-type->string string->mime-type write-mime-type
          mime-type-string? string-is-mime-type? mime-token? mime-token-string? string-is-mime-token?
          pathname-type->mime-type pathname-mime-type
          associate-pathname-type-with-mime-type disassociate-pathname-type-from-mime-type)
  (import (mit legacy runtime))
  (begin

    ;;; Types are interned: two with the same names are eq, but for rare ones.

    (define-record-type <mime-type>
      (%make-mime-type top-level subtype)
      mime-type?
      (top-level mime-type/top-level)
      (subtype mime-type/subtype))

    (define-print-method mime-type?
      (standard-print-method 'mime-type (lambda (type) (list (mime-type->string type)))))

    ;; Types by their names. Only so many are kept, for a server reads them from its peers.
    (define known-types (make-equal-hash-table))

    (define (make-mime-type top-level subtype)
      (guarantee mime-token? top-level 'make-mime-type)
      (guarantee mime-token? subtype 'make-mime-type)
      (let ((names (cons top-level subtype)))
        (or (hash-table-ref/default known-types names #f)
            (let ((type (%make-mime-type top-level subtype)))
              (if (< (hash-table-count known-types) 1000) (hash-table-set! known-types names type))
              type))))

    (define (mime-token? object)
      (and (interned-symbol? object) (token-text? (symbol->string object))))

    (define (mime-token-string? object)
      (and (string? object) (token-text? object)))

    (define (token-text? text)
      (and (not (string-null? text))
           (string-every (lambda (char) (char-set-contains? char-set:mime-token char)) text)))

    (define (part-of string start end)
      (if (default-object? start) string (substring string start end)))

    (define (string-is-mime-token? string #!optional start end)
      (token-text? (part-of string start end)))

    (define (parts text)
      (let ((slash (string-index text #\/)))
        (and slash
             (let ((top-level (string-head text slash)) (subtype (string-tail text (+ slash 1))))
               (and (token-text? top-level) (token-text? subtype) (cons top-level subtype))))))

    (define (mime-type-string? object)
      (and (string? object) (parts object) #t))

    (define (string-is-mime-type? string #!optional start end)
      (mime-type-string? (part-of string start end)))

    (define (string->mime-type string #!optional start end)
      (guarantee string? string 'string->mime-type)
      (let ((found (parts (part-of string start end))))
        (if (not found) (error:bad-range-argument string 'string->mime-type))
        (make-mime-type (intern (string-downcase (car found))) (intern (string-downcase (cdr found))))))

    (define (mime-type->string type)
      (guarantee mime-type? type 'mime-type->string)
      (string-append (symbol->string (mime-type/top-level type)) "/" (symbol->string (mime-type/subtype type))))

    (define (write-mime-type type port)
      (write-string (mime-type->string type) port))

    ;;; By the names of files

    (define types-of-names (make-equal-hash-table))

    (define (associate-pathname-type-with-mime-type name type)
      (guarantee string? name 'associate-pathname-type-with-mime-type)
      (guarantee mime-type? type 'associate-pathname-type-with-mime-type)
      (hash-table-set! types-of-names name type))

    (define (disassociate-pathname-type-from-mime-type name)
      (hash-table-delete! types-of-names name))

    (define (pathname-type->mime-type name)
      (and (string? name) (hash-table-ref/default types-of-names name #f)))

    (define (pathname-mime-type pathname)
      (pathname-type->mime-type (pathname-type pathname)))

    (for-each
     (lambda (entry)
       (for-each (lambda (name)
                   (associate-pathname-type-with-mime-type name (string->mime-type (car entry))))
                 (cdr entry)))
     '(("text/html" "html" "htm") ("text/plain" "txt" "text" "log") ("text/css" "css") ("text/csv" "csv")
       ("text/markdown" "md" "markdown") ("text/javascript" "js" "mjs") ("text/x-scheme" "scm") ("text/x-csrc" "c")
       ("text/x-chdr" "h") ("text/calendar" "ics") ("text/vcard" "vcf")
       ("application/json" "json") ("application/xml" "xml" "xsl") ("application/xhtml+xml" "xhtml" "xht")
       ("application/pdf" "pdf") ("application/postscript" "ps" "eps") ("application/rtf" "rtf")
       ("application/gzip" "gz") ("application/x-tar" "tar") ("application/zip" "zip") ("application/wasm" "wasm")
       ("application/octet-stream" "bin") ("application/rss+xml" "rss") ("application/atom+xml" "atom")
       ("image/png" "png") ("image/jpeg" "jpg" "jpeg" "jpe") ("image/gif" "gif") ("image/svg+xml" "svg" "svgz")
       ("image/webp" "webp") ("image/bmp" "bmp") ("image/tiff" "tif" "tiff") ("image/vnd.microsoft.icon" "ico")
       ("audio/mpeg" "mp3" "mp2") ("audio/x-wav" "wav") ("audio/ogg" "ogg" "oga") ("audio/flac" "flac")
       ("audio/midi" "mid" "midi")
       ("video/mp4" "mp4") ("video/mpeg" "mpg" "mpeg") ("video/webm" "webm") ("video/ogg" "ogv")
       ("video/quicktime" "mov")
       ("font/woff" "woff") ("font/woff2" "woff2") ("font/ttf" "ttf") ("font/otf" "otf")))))
