;;; Reading

(define (input-port-argument port) (as-port (if (default-object? port) (current-input-port) port)))

(define (take-char port)
  (let* ((record (port-record port))
         (char (ahead record)))
    (if char
        (begin
          (set-ahead! record #f)
          char)
        (let ((read-char (type-read-char (port-record-type record))))
          ;; #f says that there is nothing yet.
          (let loop ()
            (or (read-char port)
                (begin
                  (yield-current-thread)
                  (loop))))))))

(define (look-ahead port)
  (let* ((record (port-record port))
         (peek-char (type-peek-char (port-record-type record))))
    (cond ((ahead record))
          (peek-char
           (let loop ()
             (or (peek-char port)
                 (begin
                   (yield-current-thread)
                   (loop)))))
          (else
           (let ((char (take-char port)))
             (put-back port char)
             char)))))

;; The port's own operation, if any, never sees the eof object.
(define (put-back port char)
  (let* ((record (port-record port))
         (unread-char (type-unread-char (port-record-type record))))
    (if (and unread-char (char? char))
        (unread-char port char)
        (set-ahead! record char))))

(define (ready? port)
  (let* ((record (port-record port))
         (operation (port-type/operation (port-record-type record) 'char-ready?)))
    (cond ((ahead record) #t)
          (operation (operation port))
          (else #t))))

(define (custom-read-char #!optional port) (take-char (input-port-argument port)))
(define (custom-peek-char #!optional port) (look-ahead (input-port-argument port)))
(define (custom-unread-char char #!optional port)
  (put-back (input-port-argument port) char)
  unspecific)
(define (custom-char-ready? #!optional port interval) (ready? (input-port-argument port)))
(define (custom-read-char-no-hang #!optional port)
  (let ((port (input-port-argument port)))
    (and (ready? port) (take-char port))))

;; The characters before one for which the predicate holds, which is taken or left; the eof object when there are none at
;; the end of the stream.
(define (read-until port delimiter? leaves-delimiter?)
  (let ((collected (open-output-string)))
    (let loop ((char (take-char port)) (none? #t))
      (cond ((eof-object? char)
             (if none? char (get-output-string collected)))
            ((delimiter? char)
             (if leaves-delimiter? (put-back port char))
             (get-output-string collected))
            (else
             (write-char char collected)
             (loop (take-char port) #f))))))

(define (custom-read-line #!optional port)
  (read-until (input-port-argument port) (lambda (char) (char=? char #\newline)) #f))

(define (delimiter-predicate delimiters)
  (cond ((char? delimiters) (lambda (char) (char=? char delimiters)))
        ((procedure? delimiters) delimiters)
        (else
         (let ((set
                (cond ((char-set? delimiters) delimiters)
                      ((list? delimiters) (apply char-set delimiters))
                      (else (char-set delimiters)))))
           (lambda (char) (char-in-set? char set))))))

(define (custom-read-string count #!optional port)
  (let ((port (input-port-argument port)))
    (if (index-fixnum? count)
        (let* ((string (make-string count))
               (read (fill-string string port 0 count)))
          (if (and (= read 0) (> count 0))
              (eof-object)
              (substring string 0 read)))
        (read-until port (delimiter-predicate count) #t))))

(define (custom-read-string! string #!optional port start end)
  (let* ((end (if (default-object? end) (string-length string) end))
         (start (if (default-object? start) 0 start)))
    (fill-string string (input-port-argument port) start end)))

;; How many characters were there.
(define (fill-string string port start end)
  (let* ((record (port-record port))
         (read-substring (type-read-substring (port-record-type record))))
    (if (and read-substring (not (ahead record)) (< start end))
        (or (read-substring port string start end) 0)
        (let loop ((index start))
          (if (< index end)
              (let ((char (take-char port)))
                (if (eof-object? char)
                    (- index start)
                    (begin
                      (string-set! string index char)
                      (loop (+ index 1)))))
              (- index start))))))

(define (perform port name)
  (let ((operation (port-type/operation (port-record-type (port-record port)) name)))
    (if operation (operation port))))

(define (custom-read #!optional port)
  (let ((port (input-port-argument port)))
    (perform port 'read-start)
    (%begin-datum port)
    (let loop ()
      (let ((verdict (%offer-datum port (look-ahead port))))
        (if (< verdict 2) (take-char port))
        (if (= verdict 0)
            (loop)
            (let ((datum (%parse-datum port)))
              (perform port 'read-finish)
              datum))))))
