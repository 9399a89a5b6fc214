;;; The body of a message as it arrives: RFC 7230, 3.3.3 and 4.1. Octets are read in pieces, so that a length that a
;;; peer only names costs nothing.

(define piece-size 65536)

(define (premature-end) (error "Premature EOF in HTTP message body."))

(define (check-size size)
  (if (> size (http-body-limit))
      (error "HTTP message body is too long; the limit is" (http-body-limit))))

;; A pair of the headers, which then give the body's length and have those behind the chunks, and the body. A request
;; without a length has no body; a response goes on to the end of the connection.
(define (read-body port headers kind)
  (let ((codings (headers-named 'transfer-encoding headers))
        (lengths (headers-named 'content-length headers)))
    (cond ((and (pair? codings) (chunked? codings))
           (let* ((body (read-chunks port))
                  (trailer (read-headers (line-reader port)))
                  (trailer (remove (lambda (header)
                                     (memq (http-header-name header) '(content-length transfer-encoding host)))
                                   trailer)))
             (with-length body (append headers trailer))))
          ((pair? codings)
           (if (eq? kind 'request)
               (error "HTTP request body has no length:" (http-header-value (car codings))))
           (with-length (read-to-end port) headers))
          ((pair? lengths)
           (let ((length (agreed-length lengths)))
             (check-size length)
             (cons (if (pair? (cdr lengths)) (cons (car lengths) (remove-lengths headers)) headers)
                   (append-pieces (read-pieces length port)))))
          ((eq? kind 'request) (with-length (bytevector) headers))
          (else (with-length (read-to-end port) headers)))))

(define (remove-lengths headers)
  (remove (lambda (header) (eq? (http-header-name header) 'content-length)) headers))

(define (with-length body headers)
  (cons (cons (make-http-header 'content-length (number->string (bytevector-length body)))
              (remove-lengths headers))
        body))

;; Whether the last coding is chunked.
(define (chunked? codings)
  (let ((header (last codings)))
    (if (not (valid-header? header)) (error "Ill-formed HTTP header value:" (http-header-value header)))
    (eq? (car (last (http-header-parsed-value header))) 'chunked)))

;; Lengths that contradict each other would have two readers see two messages.
(define (agreed-length headers)
  (let ((length (http-header-parsed-value (car headers))))
    (for-each (lambda (header)
                (if (not (and (valid-header? header) (= (http-header-parsed-value header) length)))
                    (error "Ill-formed HTTP header value:" (http-header-value header))))
              headers)
    length))

;; So many octets as a list of pieces, the last first.
(define (read-pieces count port)
  (let loop ((left count) (pieces '()))
    (if (= left 0)
        pieces
        (let ((piece (read-octets (min left piece-size) port)))
          (if (eof-object? piece) (premature-end))
          (loop (- left (bytevector-length piece)) (cons piece pieces))))))

(define (append-pieces pieces) (apply bytevector-append (reverse pieces)))

(define (read-to-end port)
  (let loop ((size 0) (pieces '()))
    (check-size size)
    (let ((piece (read-octets piece-size port)))
      (if (eof-object? piece)
          (append-pieces pieces)
          (loop (+ size (bytevector-length piece)) (cons piece pieces))))))

(define (read-chunks port)
  (let loop ((total 0) (pieces '()))
    (let* ((size (read-chunk-size port)) (total (+ total size)))
      (check-size total)
      (if (= size 0)
          (append-pieces pieces)
          (let ((chunk (append-pieces (read-pieces size port))))
            (if (not (equal? (read-chunk-line port) ""))
                (error "Missing CRLF after chunk data."))
            (loop total (cons chunk pieces)))))))

;; A chunk's line is not counted among the headers, of which a long body may have more than the limit.
(define (read-chunk-line port)
  (let ((line (parameterize ((http-header-limit 4096)) ((line-reader port)))))
    (if (eof-object? line) (premature-end))
    line))

(define (read-chunk-size port)
  (let* ((line (read-chunk-line port))
         (semicolon (string-index line #\;))
         (digits (string-trim-right (if semicolon (string-head line semicolon) line))))
    (if (not (and (<= 1 (string-length digits) 15)
                  (string-every (lambda (char) (char-set-contains? char-set:uri-hex char)) digits)))
        (error "Ill-formed chunk in HTTP message body."))
    (string->number digits 16)))
