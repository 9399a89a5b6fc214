;;; Octets through ports of either kind. On a textual port each character stands for one.

(define (octets->string octets)
  (let* ((size (bytevector-length octets)) (text (make-string size)))
    (do ((index 0 (+ index 1)))
        ((= index size) text)
      (string-set! text index (integer->char (bytevector-u8-ref octets index))))))

(define (string->octets text)
  (let* ((size (string-length text)) (octets (make-bytevector size)))
    (do ((index 0 (+ index 1)))
        ((= index size) octets)
      (let ((code (char->integer (string-ref text index))))
        (if (> code 255) (error "Character in an HTTP message is not an octet:" (string-ref text index)))
        (bytevector-u8-set! octets index code)))))

;; Calls a thunk while the characters of a connection stand for octets.
(define (with-octets port thunk)
  (if (or (binary-port? port) (not (%port-channel port)))
      (thunk)
      (let ((coding (port/coding port)) (ending (port/line-ending port)))
        (dynamic-wind
         (lambda ()
           (port/set-coding port 'iso-8859-1)
           (port/set-line-ending port 'binary))
         thunk
         (lambda ()
           (port/set-coding port coding)
           ;; What accepted connections begin with shows as this string, but reads a lone LF too.
           (port/set-line-ending port (if (equal? ending "\r\n") #f ending)))))))

(define (read-octet port)
  (if (binary-port? port)
      (read-u8 port)
      (let ((char (read-char port)))
        (if (eof-object? char) char (char->integer char)))))

(define (read-octets count port)
  (if (binary-port? port)
      (read-bytevector count port)
      (let ((text (read-string count port)))
        (if (eof-object? text) text (string->octets text)))))

(define (write-octets octets port)
  (if (binary-port? port)
      (write-bytevector octets port)
      (write-string (octets->string octets) port)))
