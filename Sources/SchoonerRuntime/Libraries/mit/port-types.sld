;;; Textual ports whose operations are procedures of the program: MIT reference manual 14.8.

(define-library (mit port-types)
  (export make-textual-port-type make-port-type port-type?
          input-port-type? output-port-type? i/o-port-type?
          port-type/operation port-type/operations port-type/operation-names
          make-textual-port make-port
          textual-port-type port/type textual-port-state port/state set-textual-port-state! set-port/state!
          textual-port-operation port/operation textual-port-operation-names port/operation-names
          output-port/write-char output-port/write-string output-port/write-substring output-port/fresh-line
          output-port/discretionary-flush
          output-port/column output-port/line-start? output-port/x-size output-port/y-size
          transcript-on transcript-off)
  (import (mit legacy runtime))
  (begin

    ;;; Types

    ;; The operations are an alist; those that every character needs stand beside it.
    (define-record-type textual-port-type
      (%make-type operations read-char peek-char unread-char read-substring
                  write-char write-substring discretionary-flush reads? writes?)
      port-type?
      (operations type-operations)
      (read-char type-read-char)
      (peek-char type-peek-char)
      (unread-char type-unread-char)
      (read-substring type-read-substring)
      (write-char type-write-char)
      (write-substring type-write-substring)
      (discretionary-flush type-discretionary-flush)
      (reads? input-port-type?)
      (writes? output-port-type?))

    (define (i/o-port-type? object)
      (and (port-type? object) (input-port-type? object) (output-port-type? object)))

    (define-print-method port-type?
      (standard-print-method
       (lambda (type)
         (string-append "textual"
                        (if (input-port-type? type)
                            (if (output-port-type? type) "-i/o" "-input")
                            (if (output-port-type? type) "-output" ""))
                        "-port-type"))))

    (define standard-operations
      '(char-ready? peek-char read-char read-substring unread-char
        write-char write-substring flush-output discretionary-flush-output))

    (define (check-operations operations)
      (if (not (list? operations))
          (error:wrong-type-argument operations #f 'make-textual-port-type))
      (for-each
       (lambda (operation)
         (if (not (and (pair? operation)
                       (symbol? (car operation))
                       (pair? (cdr operation))
                       (or (procedure? (cadr operation)) (not (cadr operation)))
                       (null? (cddr operation))))
             (error:wrong-type-argument operation #f 'make-textual-port-type)))
       operations))

    ;; What a parent does with several characters, or with those that come next, would go past a child's own way with one.
    (define (superseded? name own)
      (case name
        ((write-substring) (assq 'write-char own))
        ((read-substring peek-char unread-char) (assq 'read-char own))
        (else #f)))

    ;; Operations written here go before those of the parent; one that is #f hides the parent's.
    (define (make-textual-port-type operations parent)
      (check-operations operations)
      (if (and parent (not (port-type? parent)))
          (error:wrong-type-argument parent #f 'make-textual-port-type))
      (let* ((own (map (lambda (operation) (cons (car operation) (cadr operation))) operations))
             (inherited (if parent (remove (lambda (entry) (or (assq (car entry) own) (superseded? (car entry) own)))
                                        (type-operations parent)) '()))
             (all (filter cdr (append own inherited))))
        (define (standard? entry) (memq (car entry) standard-operations))
        (define (operation name)
          (let ((entry (assq name all)))
            (and entry (cdr entry))))
        (%make-type (append (remove standard? all) (filter standard? all))
                    (operation 'read-char) (operation 'peek-char) (operation 'unread-char)
                    (operation 'read-substring)
                    (operation 'write-char) (operation 'write-substring)
                    (operation 'discretionary-flush-output)
                    (and (operation 'read-char) #t)
                    (and (or (operation 'write-char) (operation 'write-substring)) #t))))

    (define make-port-type make-textual-port-type)

    (define (port-type/operation type name)
      (let ((entry (assq name (type-operations type))))
        (and entry (cdr entry))))

    (define (port-type/operation-names type) (map car (type-operations type)))

    (define (port-type/operations type)
      (map (lambda (entry) (list (car entry) (cdr entry))) (type-operations type)))

    ;;; Ports

    ;; `ahead` is a character or the eof object that was peeked at or put back, or #f.
    (define-record-type custom-port
      (%make-record type state ahead line-start?)
      custom-port?
      (type port-record-type)
      (state port-record-state set-port-record-state!)
      (ahead ahead set-ahead!)
      (line-start? line-start? set-line-start?!))

    (define (make-textual-port type state #!optional caller)
      (if (not (port-type? type))
          (error:wrong-type-argument type #f (if (default-object? caller) 'make-textual-port caller)))
      (if (port-type/operation type 'write-self) (show-write-self))
      (%make-custom-port serve (%make-record type state #f #t) (input-port-type? type) (output-port-type? type)))

    (define make-port make-textual-port)

    (define (port-record port) (%custom-port-record port))

    (define (textual-port-type port)
      (let ((record (port-record port)))
        (cond (record (port-record-type record))
              ((port? port) (system-port-type port))
              (else (error:wrong-type-argument port #f 'textual-port-type)))))

    (define (textual-port-state port)
      (let ((record (port-record port)))
        (cond (record (port-record-state record))
              ((port? port) port)
              (else (error:wrong-type-argument port #f 'textual-port-state)))))

    (define (set-textual-port-state! port state)
      (let ((record (port-record port)))
        (if (not record) (error:wrong-type-argument port #f 'set-textual-port-state!))
        (set-port-record-state! record state)))

    (define port/type textual-port-type)
    (define port/state textual-port-state)
    (define set-port/state! set-textual-port-state!)

    (define (as-port port) (if (or (port? port) (not (procedure? port))) port (port)))

    (define (textual-port-operation port name) (port-type/operation (textual-port-type (as-port port)) name))
    (define (textual-port-operation-names port) (port-type/operation-names (textual-port-type (as-port port))))
    (define port/operation textual-port-operation)
    (define port/operation-names textual-port-operation-names)

    ;;; The types of the system's own ports. Their operations work on a custom port too whose state is such a port.

    (define (behind port)
      (let ((record (port-record port)))
        (if record (behind (port-record-state record)) port)))

    (define (last-argument-port procedure)
      (lambda (port object) (procedure object (behind port))))

    (define (first-argument-port procedure)
      (lambda (port . rest) (apply procedure (behind port) rest)))

    (define input-operations
      `((eof? ,(lambda (port) (eof-object? (peek-char (behind port)))))
        (input-line ,(first-argument-port input-port/line))
        (close-input ,(first-argument-port close-input-port))
        (input-channel ,(first-argument-port %port-channel))
        (input-open? ,(first-argument-port input-port-open?))
        (read-line ,(first-argument-port read-line))
        (char-ready? ,(first-argument-port char-ready?))
        (peek-char ,(first-argument-port peek-char))
        (read-char ,(first-argument-port read-char))
        (read-substring ,(lambda (port string start end) (read-string! string (behind port) start end)))
        (unread-char ,(last-argument-port unread-char))))

    (define output-operations
      `((close-output ,(first-argument-port close-output-port))
        (output-channel ,(first-argument-port %port-channel))
        (output-open? ,(first-argument-port output-port-open?))
        (write-string ,(last-argument-port write-string))
        (fresh-line ,(first-argument-port fresh-line))
        (x-size ,(lambda (port) 80))
        (y-size ,(lambda (port) (and (console-i/o-port? (behind port)) 24)))
        (discretionary-flush-output ,(first-argument-port flush-output))
        (flush-output ,(first-argument-port flush-output))
        (write-char ,(lambda (port char) (write-char char (behind port)) 1))
        (write-substring
         ,(lambda (port string start end) (write-string string (behind port) start end) (- end start)))))

    (define common-operations
      `((close ,(first-argument-port close-port))
        (coding ,(first-argument-port port/coding))
        (known-coding? ,(first-argument-port port/known-coding?))
        (known-codings ,(first-argument-port port/known-codings))
        (known-line-ending? ,(first-argument-port port/known-line-ending?))
        (known-line-endings ,(first-argument-port port/known-line-endings))
        (line-ending ,(first-argument-port port/line-ending))
        (open? ,(first-argument-port textual-port-open?))
        (set-coding ,(first-argument-port port/set-coding))
        (set-line-ending ,(first-argument-port port/set-line-ending))
        (supports-coding? ,(first-argument-port port/supports-coding?))))

    (define system-input-type (make-textual-port-type (append common-operations input-operations) #f))
    (define system-output-type (make-textual-port-type (append common-operations output-operations) #f))
    (define system-i/o-type
      (make-textual-port-type (append common-operations input-operations output-operations) #f))

    (define (system-port-type port)
      (cond ((not (textual-port? port)) (error:wrong-type-argument port #f 'textual-port-type))
            ((not (input-port? port)) system-output-type)
            ((not (output-port? port)) system-input-type)
            (else system-i/o-type)))

    ;;; Printed form

    (define shows-write-self? #f)

    (define (show-write-self)
      (if (not shows-write-self?)
          (begin
            (set! shows-write-self? #t)
            (define-print-method (lambda (object) (and (port-record object) (write-self object) #t))
              (bracketed-print-method
               (lambda (port)
                 (string-append "textual"
                                (if (input-port? port) (if (output-port? port) "-i/o" "-input") "-output")
                                "-port"))
               (lambda (port output) ((write-self port) port output)))))))

    (define (write-self port) (port-type/operation (port-record-type (port-record port)) 'write-self))

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

    ;;; Closing and settings

    (define (custom-close-port port)
      (let ((port (as-port port)))
        (if (port-type/operation (port-record-type (port-record port)) 'close)
            (perform port 'close)
            (begin
              (perform port 'close-output)
              (perform port 'close-input)))
        unspecific))

    (define ((closer name) port)
      (perform (as-port port) name)
      unspecific)

    (define ((open-question . names) port)
      (let ((operation
             (any (lambda (name) (port-type/operation (port-record-type (port-record port)) name)) names)))
        (if operation (operation port) #t)))

    (define ((setting name caller) port . arguments)
      (let* ((port (as-port port))
             (operation (port-type/operation (port-record-type (port-record port)) name)))
        (if operation
            (apply operation port arguments)
            (error:bad-range-argument port caller))))

    ;;; What the system's procedures leave to these when they meet a custom port.

    (define servers
      (list (cons write-string custom-write-string)
            (cons write-char custom-write-char)
            (cons display (custom-printer display))
            (cons write (custom-printer write))
            (cons newline custom-newline)
            (cons read-char custom-read-char)
            (cons peek-char custom-peek-char)
            (cons read-line custom-read-line)
            (cons read custom-read)
            (cons flush-output custom-flush-output)
            (cons flush-output-port custom-flush-output)
            (cons fresh-line custom-fresh-line)
            (cons write-line custom-write-line)
            (cons read-string custom-read-string)
            (cons read-delimited-string custom-read-string)
            (cons read-string! custom-read-string!)
            (cons char-ready? custom-char-ready?)
            (cons unread-char custom-unread-char)
            (cons read-char-no-hang custom-read-char-no-hang)
            (cons write-simple (custom-printer write-simple))
            (cons write-shared (custom-printer write-shared))
            (cons close-port custom-close-port)
            (cons close-input-port (closer 'close-input))
            (cons close-output-port (closer 'close-output))
            (cons input-port-open? (open-question 'input-open? 'open?))
            (cons output-port-open? (open-question 'output-open? 'open?))
            (cons textual-port-open? (open-question 'open?))
            (cons input-port/line
                  (lambda (port)
                    (let ((operation (port-type/operation (textual-port-type port) 'input-line)))
                      (and operation (operation port)))))
            (cons port/coding (setting 'coding 'port/coding))
            (cons port/set-coding (setting 'set-coding 'port/set-coding))
            (cons port/known-coding? (setting 'known-coding? 'port/known-coding?))
            (cons port/known-codings (setting 'known-codings 'port/known-codings))
            (cons port/line-ending (setting 'line-ending 'port/line-ending))
            (cons port/set-line-ending (setting 'set-line-ending 'port/set-line-ending))
            (cons port/known-line-ending? (setting 'known-line-ending? 'port/known-line-ending?))
            (cons port/known-line-endings (setting 'known-line-endings 'port/known-line-endings))))

    (define (serve primitive arguments)
      (apply (cdr (assq primitive servers)) arguments))

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

    ;;; The console's transcript: R4RS 6.10.4. What goes to the console port afterwards is written to the file too.

    (define transcript #f)

    (define (transcript-on filename #!optional port)
      (if transcript (error "Transcript already turned on:" (car transcript)))
      (let* ((console (if (default-object? port) (current-output-port) port))
             (file (open-output-file filename))
             (copy
              (make-textual-port
               (make-textual-port-type
                `((write-char
                   ,(lambda (port char)
                      (write-char char console)
                      (write-char char file)
                      1))
                  (write-substring
                   ,(lambda (port string start end)
                      (write-string string console start end)
                      (write-string string file start end)
                      (- end start)))
                  (flush-output ,(lambda (port) (flush-output console) (flush-output file)))
                  (read-char
                   ,(lambda (port)
                      (let ((char (read-char console)))
                        (if (char? char) (write-char char file))
                        char)))
                  (peek-char ,(lambda (port) (peek-char console)))
                  (char-ready? ,(lambda (port) (char-ready? console))))
                #f)
               console)))
        (set! transcript (list console file))
        (set-current-output-port! copy)
        unspecific))

    (define (transcript-off #!optional port)
      (if transcript
          (let ((console (car transcript))
                (file (cadr transcript)))
            (set! transcript #f)
            (set-current-output-port! console)
            (close-port file)))
      unspecific)))
