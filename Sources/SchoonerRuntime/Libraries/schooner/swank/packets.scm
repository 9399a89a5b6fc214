;;; Packets: six hexadecimal digits, the number of bytes, and so many bytes of UTF-8 with one datum.

(define largest-packet #xffffff)

;; The datum of the next packet; an eof object where the peer has gone or what it says is no packet.
(define (read-packet port)
  (let ((length (read-packet-length port)))
    (if length
        (let ((bytes (read-bytes port length)))
          (if bytes
              (parse-datum (utf8->string bytes))
              (eof-object)))
        (eof-object))))

(define (read-packet-length port)
  (let ((header (read-bytes port 6)))
    (and header
         (let loop ((index 0) (sum 0))
           (if (= index 6)
               sum
               (let ((digit (char->digit (integer->char (bytevector-u8-ref header index)) 16)))
                 (and digit
                      (loop (+ index 1) (+ (* 16 sum) digit)))))))))

;; Memory is taken as the bytes come, not for what a header promises.
(define (read-bytes port count)
  (let loop ((left count) (parts '()))
    (if (= left 0)
        (apply bytevector-append (reverse parts))
        (let ((part (read-bytevector (min left 4096) port)))
          (and (bytevector? part)
               (> (bytevector-length part) 0)
               (loop (- left (bytevector-length part)) (cons part parts)))))))

;; The only datum of a text, or an eof object.
(define (parse-datum text)
  (let ((datum (ignore-errors (lambda () (read (open-input-string text))))))
    (if (condition? datum) (eof-object) datum)))

;; The bytes of a packet, or #f for one that is too long.
(define (packet-bytes datum)
  (let* ((body (string->utf8 (call-with-output-string (lambda (port) (write-for-emacs datum port)))))
         (length (bytevector-length body)))
    (and (<= length largest-packet)
         (bytevector-append (string->utf8 (string-pad-left (number->string length 16) 6 #\0)) body))))

;; As Emacs Lisp reads it: t and nil for booleans, strings with no escapes but those of \ and ".
(define (write-for-emacs datum port)
  (cond ((string? datum)
         (write-char #\" port)
         (string-for-each (lambda (char)
                            (if (memv char '(#\" #\\)) (write-char #\\ port))
                            (write-char char port))
                          datum)
         (write-char #\" port))
        ((symbol? datum) (write-string (symbol->string datum) port))
        ((number? datum) (write datum port))
        ((pair? datum)
         (write-char #\( port)
         (let loop ((rest datum))
           (write-for-emacs (car rest) port)
           (cond ((pair? (cdr rest))
                  (write-char #\space port)
                  (loop (cdr rest)))
                 ((not (null? (cdr rest)))
                  (write-string " . " port)
                  (write-for-emacs (cdr rest) port))))
         (write-char #\) port))
        ((or (not datum) (null? datum)) (write-string "nil" port))
        ((eq? datum #t) (write-string "t" port))
        (else (write-for-emacs (write-to-string datum) port))))

;; Whether what Emacs sent is false.
(define (emacs-false? object)
  (memq object '(#f () nil)))
