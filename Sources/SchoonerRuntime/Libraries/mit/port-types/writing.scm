;;; Writing

(define (output-port-argument port) (as-port (if (default-object? port) (current-output-port) port)))

;; Operations say how many characters they took; 0 and #f mean that there is no more room.
(define (took-any? count) (and count (not (eqv? count 0))))

(define (put-char port char)
  (let* ((record (port-record port))
         (type (port-record-type record))
         (write-char (type-write-char type))
         (count (if write-char
                    (write-char port char)
                    ((type-write-substring type) port (string char) 0 1))))
    (set-line-start?! record (eqv? char #\newline))
    (took-any? count)))

(define (put-string port string start end)
  (let* ((record (port-record port))
         (write-substring (type-write-substring (port-record-type record))))
    (if (< start end)
        (if write-substring
            (begin
              (write-substring port string start end)
              (set-line-start?! record (char=? (string-ref string (- end 1)) #\newline)))
            (let loop ((index start))
              (if (and (< index end) (put-char port (string-ref string index)))
                  (loop (+ index 1))))))))

(define (done port)
  (let ((flush (type-discretionary-flush (port-record-type (port-record port)))))
    (if flush (flush port))
    unspecific))

(define (put-printed port print)
  (let ((string (call-with-output-string print)))
    (put-string port string 0 (string-length string))))

(define (custom-write-char char #!optional port)
  (let ((port (output-port-argument port)))
    (put-char port char)
    (done port)))

(define (custom-write-string string #!optional port start end)
  (let* ((port (output-port-argument port))
         (end (if (default-object? end) (string-length string) end))
         (start (if (default-object? start) 0 start)))
    (if (not (and (index-fixnum? end) (<= end (string-length string))))
        (error:bad-range-argument end 'write-string))
    (if (not (and (index-fixnum? start) (<= start end)))
        (error:bad-range-argument start 'write-string))
    (put-string port string start end)
    (done port)))

(define (custom-newline #!optional port)
  (let ((port (output-port-argument port)))
    (put-char port #\newline)
    (done port)))

(define (custom-fresh-line #!optional port)
  (let ((port (output-port-argument port)))
    (if (not (line-start? (port-record port)))
        (custom-newline port))))

(define ((custom-printer print) object #!optional port environment)
  (let ((port (output-port-argument port)))
    (if (and (eq? print display) (string? object))
        (put-string port object 0 (string-length object))
        (put-printed port (lambda (output) (print object output))))
    (done port)))

(define (custom-write-line object #!optional port)
  (let ((port (output-port-argument port)))
    (put-printed port (lambda (output) (write object output)))
    (put-char port #\newline)
    (done port)))

(define (custom-flush-output #!optional port)
  (perform (output-port-argument port) 'flush-output)
  unspecific)
