;;; What MIT Scheme 12.1 binds for ports and programs seldom use: properties, modes, older names.

(define-library (mit ports)
  (export port-property set-port-property! intern-port-property! remove-port-property! port-properties
          port/property port/set-property! port/intern-property! port/remove-property!
          port/open? make-eof-object string->input-port
          input-port/discard-char input-port/discard-chars input-port/eof? input-port/read-string!
          input-port/read-substring! read-substring!
          output-port/bytes-written
          output-port/synchronize-output synchronize-output-port
          input-port-blocking-mode set-input-port-blocking-mode! with-input-port-blocking-mode
          output-port-blocking-mode set-output-port-blocking-mode! with-output-port-blocking-mode
          input-port-terminal-mode set-input-port-terminal-mode! with-input-port-terminal-mode
          output-port-terminal-mode set-output-port-terminal-mode! with-output-port-terminal-mode
          port/input-blocking-mode port/set-input-blocking-mode port/with-input-blocking-mode
          port/output-blocking-mode port/set-output-blocking-mode port/with-output-blocking-mode
          port/input-terminal-mode port/set-input-terminal-mode port/with-input-terminal-mode
          port/output-terminal-mode port/set-output-terminal-mode port/with-output-terminal-mode
          pp-to-string write-strings-in-paragraph write-strings-in-columns)
  (import (mit legacy runtime))
  (begin

    ;;; Properties

    (define properties (make-key-weak-eqv-hash-table))

    (define (port-alist port caller)
      (if (not (port? port)) (error:wrong-type-argument port #f caller))
      (hash-table-ref/default properties port '()))

    (define (port-property port name #!optional default)
      (let ((entry (assq name (port-alist port 'port-property))))
        (cond (entry (cdr entry))
              ((default-object? default) (error:bad-range-argument name #f 'port-property))
              (else default))))

    (define (set-port-property! port name value)
      (let* ((alist (port-alist port 'set-port-property!))
             (entry (assq name alist)))
        (if entry
            (set-cdr! entry value)
            (hash-table-set! properties port (cons (cons name value) alist)))))

    ;; The property's value; when there is none, what the thunk gives becomes it.
    (define (intern-port-property! port name make-value)
      (let ((entry (assq name (port-alist port 'intern-port-property!))))
        (if entry
            (cdr entry)
            (let ((value (make-value)))
              (set-port-property! port name value)
              value))))

    (define (remove-port-property! port name)
      (hash-table-set! properties port (del-assq name (port-alist port 'remove-port-property!))))

    (define (port-properties port)
      (map (lambda (entry) (cons (car entry) (cdr entry))) (port-alist port 'port-properties)))

    (define port/property port-property)
    (define port/set-property! set-port-property!)
    (define port/intern-property! intern-port-property!)
    (define port/remove-property! remove-port-property!)

    ;;; Older names

    (define (port/open? port) (textual-port-open? port))

    (define (make-eof-object port) (eof-object))
    (define (string->input-port string #!optional start end) (open-input-string string start end))

    (define (input-port/discard-char port) (read-char port))

    ;; Leaves the delimiter to be read next.
    (define (input-port/discard-chars port delimiters)
      (read-string delimiters port)
      unspecific)

    (define (input-port/eof? port) (eof-object? (peek-char port)))
    (define (input-port/read-string! port string) (read-string! string port))
    (define (input-port/read-substring! port string start end) (read-string! string port start end))
    (define (read-substring! string start end #!optional port) (read-string! string port start end))

    (define (output-port/bytes-written port) #f)
    (define (synchronize-output-port port) (flush-output port))
    (define (output-port/synchronize-output port) (synchronize-output-port port))

    ;;; Modes: no operation here blocks the process, and the terminal keeps its own.

    (define (device-mode port) (and (or (console-i/o-port? port) (%port-channel port)) 'blocking))
    (define (input-port-blocking-mode port) (device-mode port))
    (define (output-port-blocking-mode port) (device-mode port))
    (define (set-input-port-blocking-mode! port mode) unspecific)
    (define (set-output-port-blocking-mode! port mode) unspecific)
    (define (with-input-port-blocking-mode port mode thunk) (thunk))
    (define (with-output-port-blocking-mode port mode thunk) (thunk))
    (define (input-port-terminal-mode port) #f)
    (define (output-port-terminal-mode port) #f)
    (define (set-input-port-terminal-mode! port mode) unspecific)
    (define (set-output-port-terminal-mode! port mode) unspecific)
    (define (with-input-port-terminal-mode port mode thunk) (thunk))
    (define (with-output-port-terminal-mode port mode thunk) (thunk))

    (define port/input-blocking-mode input-port-blocking-mode)
    (define port/output-blocking-mode output-port-blocking-mode)
    (define port/set-input-blocking-mode set-input-port-blocking-mode!)
    (define port/set-output-blocking-mode set-output-port-blocking-mode!)
    (define port/with-input-blocking-mode with-input-port-blocking-mode)
    (define port/with-output-blocking-mode with-output-port-blocking-mode)
    (define port/input-terminal-mode input-port-terminal-mode)
    (define port/output-terminal-mode output-port-terminal-mode)
    (define port/set-input-terminal-mode set-input-port-terminal-mode!)
    (define port/set-output-terminal-mode set-output-port-terminal-mode!)
    (define port/with-input-terminal-mode with-input-port-terminal-mode)
    (define port/with-output-terminal-mode with-output-port-terminal-mode)

    ;;; Text

    (define (pp-to-string object) (call-with-output-string (lambda (port) (pp object port))))

    ;; The strings with blanks between them, on lines no longer than the width, indented.
    (define (write-strings-in-paragraph strings port width indentation first-column)
      (let loop ((strings strings) (column width))
        (if (pair? strings)
            (let ((next (+ column 1 (string-length (car strings)))))
              (if (< next width)
                  (begin
                    (write-char #\space port)
                    (write-string (car strings) port)
                    (loop (cdr strings) next))
                  (begin
                    (fresh-line port)
                    (write-string (make-string indentation #\space) port)
                    (write-string (car strings) port)
                    (loop (cdr strings) (+ indentation (string-length (car strings)))))))
            (newline port))))

    ;; A table: the strings go along its rows, or down its columns. As many columns as fit the port's width.
    (define (write-strings-in-columns strings port row-major? min-minor left-margin column-separator right-margin)
      (if (not (exact-positive-integer? min-minor))
          (error:wrong-type-argument min-minor #f 'write-strings-in-columns))
      (let* ((cells (list->vector strings))
             (count (vector-length cells))
             (room (- (output-port/x-size port) 1 (string-length left-margin) (string-length right-margin))))
        (define (rows-for columns) (quotient (+ count columns -1) columns))
        (define (index row column columns)
          (if row-major?
              (+ (* row columns) column)
              (+ row (* column (rows-for columns)))))
        (define (width column columns)
          (let loop ((row 0) (widest 0))
            (if (< row (rows-for columns))
                (let ((index (index row column columns)))
                  (loop (+ row 1)
                        (if (< index count)
                            (max widest (string-length (vector-ref cells index)))
                            widest)))
                widest)))
        (define (widths columns) (map (lambda (column) (width column columns)) (iota columns)))
        (define (fits? columns)
          (<= (+ (reduce + 0 (widths columns)) (* (- columns 1) (string-length column-separator)))
              room))
        (define (write-row row widths)
          (write-string left-margin port)
          (let loop ((column 0) (rest widths))
            (if (pair? rest)
                (let ((index (index row column (length widths))))
                  (if (< index count)
                      (begin
                        (if (> column 0) (write-string column-separator port))
                        (let ((cell (vector-ref cells index)))
                          (write-string (if (pair? (cdr rest)) (string-pad-right cell (car rest)) cell) port))
                        (loop (+ column 1) (cdr rest)))))))
          (write-string right-margin port)
          (newline port))
        (if (> count 0)
            (let* ((most (if row-major? count (max 1 (quotient (+ count min-minor -1) min-minor))))
                   (columns
                    (let loop ((columns most))
                      (if (or (= columns 1) (fits? columns)) columns (loop (- columns 1)))))
                   (widths (widths columns)))
              (for-each (lambda (row) (write-row row widths)) (iota (rows-for columns)))))))))
