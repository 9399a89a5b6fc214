;;; Percent-encoding: RFC 3986, 2.1. The octets of a character are those of UTF-8 (2.5).

(define char-set:unreserved
  (char-set-union char-set:uri-alpha char-set:uri-digit (string->char-set "-._~")))

(define hexadecimal "0123456789ABCDEF")

(define (write-escape octet port)
  (write-char #\% port)
  (write-char (string-ref hexadecimal (quotient octet 16)) port)
  (write-char (string-ref hexadecimal (remainder octet 16)) port))

;; The text with an escape for each octet of each character outside a set.
(define (encode-text text allowed)
  (if (string-every (lambda (char) (char-set-contains? allowed char)) text)
      text
      (call-with-output-string
       (lambda (port)
         (string-for-each
          (lambda (char)
            (if (char-set-contains? allowed char)
                (write-char char port)
                (let ((octets (string->utf8 (string char))))
                  (do ((index 0 (+ index 1)))
                      ((= index (bytevector-length octets)))
                    (write-escape (bytevector-u8-ref octets index) port)))))
          text)))))

;; The octet of the escape at a place, or #f where none is.
(define (escape-at text index)
  (and (<= (+ index 3) (string-length text))
       (let ((high (char->digit (string-ref text (+ index 1)) 16))
             (low (char->digit (string-ref text (+ index 2)) 16)))
         (and high low (+ (* 16 high) low)))))

;; Whether a text consists of escapes and characters of a set.
(define (escaped-text? text allowed)
  (let ((end (string-length text)))
    (let loop ((index 0))
      (cond ((= index end) #t)
            ((char=? (string-ref text index) #\%) (and (escape-at text index) (loop (+ index 3))))
            (else (and (char-set-contains? allowed (string-ref text index)) (loop (+ index 1))))))))

;; A text that is known to be escaped, without escapes. Octets that are not UTF-8 are characters of ISO 8859-1.
(define (decode-text text)
  (if (string-index text #\%)
      (let ((end (string-length text)))
        (let loop ((index 0) (octets '()))
          (cond ((= index end) (octets->text (list->bytevector (reverse! octets))))
                ((char=? (string-ref text index) #\%) (loop (+ index 3) (cons (escape-at text index) octets)))
                (else (loop (+ index 1) (cons (char->integer (string-ref text index)) octets))))))
      text))

(define (octets->text octets)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (condition)
        (k (list->string (map integer->char (bytevector->list octets)))))
      (lambda () (utf8->string octets))))))

;; An escaped text with the escapes of unreserved characters undone and capital digits in the others: RFC 3986, 6.2.2.
(define (normalize-escapes text)
  (if (string-index text #\%)
      (call-with-output-string
       (lambda (port)
         (let ((end (string-length text)))
           (let loop ((index 0))
             (if (< index end)
                 (let ((char (string-ref text index)))
                   (if (char=? char #\%)
                       (let ((octet (escape-at text index)))
                         (if (char-set-contains? char-set:unreserved (integer->char octet))
                             (write-char (integer->char octet) port)
                             (write-escape octet port))
                         (loop (+ index 3)))
                       (begin
                         (write-char char port)
                         (loop (+ index 1))))))))))
      text))

(define (encode-uri-path-segment text)
  (guarantee string? text 'encode-uri-path-segment)
  (encode-text text char-set:uri-segment))
