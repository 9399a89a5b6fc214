;;; Where the output stands

(define (output-port/x-size port)
  (let ((operation (textual-port-operation port 'x-size)))
    (or (and operation (operation port)) 80)))

(define (output-port/y-size port)
  (let ((operation (textual-port-operation port 'y-size)))
    (and operation (operation port))))

(define (output-port/column port)
  (let ((operation (or (textual-port-operation port 'output-column) (textual-port-operation port 'column))))
    (if operation (operation port) (%output-column port))))

(define (output-port/line-start? port)
  (let ((column (output-port/column port))
        (record (port-record port)))
    (if column
        (= column 0)
        (and record (line-start? record)))))

;;; Output without the flush that may follow it; the value is the number of characters.

(define (output-port/write-char port char)
  (if (port-record port) (put-char port char) (write-char char port))
  1)

(define (output-port/write-string port string)
  (output-port/write-substring port string 0 (string-length string)))

(define (output-port/write-substring port string start end)
  (if (port-record port) (put-string port string start end) (write-string string port start end))
  (- end start))

(define (output-port/fresh-line port)
  (if (output-port/line-start? port)
      0
      (output-port/write-char port #\newline)))

(define (output-port/discretionary-flush port)
  (if (port-record port)
      (perform port 'discretionary-flush-output)
      (flush-output port))
  unspecific)
