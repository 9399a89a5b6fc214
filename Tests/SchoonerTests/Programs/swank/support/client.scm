;;; A Swank client: sends requests to a server in the same program and shows what comes back.

(define (connect number)
  (let ((port (open-tcp-stream-socket "127.0.0.1" number)))
    (port/set-coding port 'iso-8859-1)
    (port/set-line-ending port 'binary)
    port))

(define (latin text)
  (let ((bytes (string->utf8 text)))
    (string-tabulate (lambda (index) (integer->char (bytevector-u8-ref bytes index)))
                     (bytevector-length bytes))))

(define (string-tabulate procedure count)
  (apply string (map procedure (iota count))))

(define (send-text port text)
  (let ((text (latin text)))
    (write-string (string-pad-left (number->string (string-length text) 16) 6 #\0) port)
    (write-string text port)
    (flush-output port)))

(define (send-datum port datum) (send-text port (write-to-string datum)))

;; The next message as a datum, or an eof object.
(define (receive port)
  (let ((header (read-string 6 port)))
    (if (and (string? header) (= (string-length header) 6))
        (let ((body (read-string (string->number header 16) port)))
          (read (open-input-string
                 (utf8->string (apply bytevector (map char->integer (string->list body)))))))
        (eof-object))))

(define (show . objects)
  (for-each display objects)
  (newline))

(define (show-message message)
  (write message)
  (newline)
  message)

;; Receives and shows messages up to one that begins with the tag.
(define (receive-until port tag)
  (let ((message (receive port)))
    (if (not (eof-object? message)) (show-message message))
    (if (or (eof-object? message) (eq? (car message) tag))
        message
        (receive-until port tag))))

(define number 0)

;; Sends a request, and shows all that comes up to a message with the tag.
(define (request port form #!optional tag package)
  (set! number (+ number 1))
  (send-datum port (list ':emacs-rex form (if (default-object? package) "(user)" package) ':repl-thread number))
  (receive-until port (if (default-object? tag) ':return tag)))
