;; R7RS 6.13, Input and output: each sentence of the report that can be checked, beside its check.
(import (scheme base) (scheme char) (scheme file) (scheme read) (scheme write) (scheme eval))

(define passed 0)
(define-syntax check
  (syntax-rules ()
    ((_ expected expression)
     (let ((value expression) (wanted expected))
       (if (equal? value wanted)
           (set! passed (+ passed 1))
           (begin (write 'expression) (display " gives ") (write value) (display ", not ") (write wanted) (newline)))))))
(define-syntax check-error
  (syntax-rules ()
    ((_ expression) (check 'error (call-with-current-continuation (lambda (k) (with-exception-handler (lambda (e) (k 'error)) (lambda () expression))))))))
(define name "schooner-corpus-r7rs-6-13.tmp")

;;; 6.13.1 Ports
;; call-with-port: "If proc returns, then the port is closed automatically and the values yielded by proc are returned."
(define p (open-input-string "datum"))
(check 'datum (call-with-port p read))
(check #f (input-port-open? p))
(check '(1 2) (call-with-values (lambda () (call-with-port (open-output-string) (lambda (port) (values 1 2)))) list))
;; "If proc does not return, then the port must not be closed automatically"
(define p (open-input-string "datum"))
(check 'out (call-with-current-continuation (lambda (k) (call-with-port p (lambda (port) (k 'out))))))
(check #t (input-port-open? p))
;; call-with-output-file, call-with-input-file: "obtain a textual port … as if by open-…-file"
(check 'written (call-with-output-file name (lambda (port) (check #t (textual-port? port)) (write '(some "data") port) 'written)))
(check '(some "data") (call-with-input-file name read))
(check '("(some " "\"data\")") (call-with-input-file name (lambda (port) (let* ((a (read-string 6 port)) (b (read-line port))) (list a b)))))
(check-error (call-with-input-file "schooner-corpus-no-such-file.tmp" read))
;; input-port? and the like: "return #t if obj is … Otherwise they return #f."
(define ip (open-input-string "")) (define op (open-output-string))
(define ib (open-input-bytevector (bytevector))) (define ob (open-output-bytevector))
(define things (list ip op ib ob 'port "port" 1 #f))
(check '(#t #f #t #f #f #f #f #f) (map input-port? things))
(check '(#f #t #f #t #f #f #f #f) (map output-port? things))
(check '(#t #t #f #f #f #f #f #f) (map textual-port? things))
(check '(#f #f #t #t #f #f #f #f) (map binary-port? things))
(check '(#t #t #t #t #f #f #f #f) (map port? things))
;; input-port-open?, output-port-open?
(check '(#t #t #t #t) (list (input-port-open? ip) (output-port-open? op) (input-port-open? ib) (output-port-open? ob)))
(close-port ip) (close-port op) (close-input-port ib) (close-output-port ob)
(check '(#f #f #f #f) (list (input-port-open? ip) (output-port-open? op) (input-port-open? ib) (output-port-open? ob)))
;; "These routines have no effect if the port has already been closed."
(check 'fine (begin (close-port ip) (close-input-port ip) (close-port op) (close-output-port op) (close-port ib) (close-port ob) 'fine))
;; "It is an error to apply close-input-port … to a port which is not an input … port"
(check-error (close-input-port (open-output-string)))
(check-error (close-output-port (open-input-string "")))
(check-error (input-port-open? 'x))
;; current-input-port and the like: "initial bindings … textual ports"; "parameter objects, which can be overridden with parameterize"
(check '(#t #t #t) (map textual-port? (list (current-input-port) (current-output-port) (current-error-port))))
(check '(#t #t #t) (list (input-port? (current-input-port)) (output-port? (current-output-port)) (output-port? (current-error-port))))
(check "inside" (let ((port (open-output-string))) (parameterize ((current-output-port port)) (display "inside")) (get-output-string port)))
(check 'x (parameterize ((current-input-port (open-input-string "x y"))) (read)))
(check "oops" (let ((port (open-output-string))) (parameterize ((current-error-port port)) (write-string "oops" (current-error-port))) (get-output-string port)))
;; with-input-from-file, with-output-to-file
(check 'done (with-output-to-file name (lambda () (write 'datum) (newline) (write-string "line two") 'done)))
(check '(datum "" "line two" #t) (with-input-from-file name (lambda () (let* ((a (read)) (b (read-line)) (c (read-line)) (d (eof-object? (read-line)))) (list a b c d)))))
;; open-input-file, open-binary-input-file: "If filename does not exist … an error that satisfies file-error? is signaled."
(define (file-error-from thunk)
  (call-with-current-continuation (lambda (k) (with-exception-handler (lambda (e) (k (if (file-error? e) 'file-error 'other))) thunk))))
(check 'file-error (file-error-from (lambda () (open-input-file "schooner-corpus-no-such-file.tmp"))))
(check 'file-error (file-error-from (lambda () (open-binary-input-file "schooner-corpus-no-such-file.tmp"))))
(check 'file-error (file-error-from (lambda () (open-output-file "schooner-corpus-no-such-folder/x.tmp"))))
(check 'file-error (file-error-from (lambda () (open-binary-output-file "schooner-corpus-no-such-folder/x.tmp"))))
(check 'file-error (file-error-from (lambda () (delete-file "schooner-corpus-no-such-file.tmp"))))
(check 'file-error (file-error-from (lambda () (with-input-from-file "schooner-corpus-no-such-file.tmp" read))))
(check 'other (file-error-from (lambda () (error "no file error"))))
(define bytes (let ((port (open-binary-output-file name))) (check '(#t #f) (list (binary-port? port) (textual-port? port))) (write-bytevector (bytevector 1 2 255 0) port) (close-port port)))
(check (bytevector 1 2 255 0) (let* ((port (open-binary-input-file name)) (b (read-bytevector 10 port))) (close-port port) b))
;; open-output-file: "If a file with the given name already exists, the effect is unspecified": here it is written anew.
;; open-input-string, open-output-string, get-output-string
(check '(#\a #\b #t) (let* ((port (open-input-string "ab")) (a (read-char port)) (b (read-char port)) (c (eof-object? (read-char port)))) (list a b c)))
(check "piece by piece by piece.\n"
       (parameterize ((current-output-port (open-output-string)))
         (display "piece") (display " by piece ") (display "by piece.") (newline)
         (get-output-string (current-output-port))))
(check "" (get-output-string (open-output-string)))
(check '("a" "ab") (let ((port (open-output-string))) (write-char #\a port) (let ((a (get-output-string port))) (write-char #\b port) (list a (get-output-string port)))))
;; open-input-bytevector, open-output-bytevector, get-output-bytevector
(check '(7 8 #t) (let* ((port (open-input-bytevector (bytevector 7 8))) (a (read-u8 port)) (b (read-u8 port)) (c (eof-object? (read-u8 port)))) (list a b c)))
(check (bytevector 1 2 3) (let ((port (open-output-bytevector))) (write-u8 1 port) (write-bytevector (bytevector 2 3) port) (get-output-bytevector port)))

;;; 6.13.2 Input
(define (in text) (open-input-string text))
;; read: "If an end of file is encountered in the input before any characters are found that can begin an object, then an end-of-file object is returned."
(check #t (eof-object? (read (in ""))))
(check #t (eof-object? (read (in "  ; comment\n #| block |# #;(datum) "))))
;; "The port remains open, and further attempts to read will also return an end-of-file object."
(check '(#t #t #t) (let ((port (in " "))) (let* ((a (eof-object? (read port))) (b (eof-object? (read port))) (c (input-port-open? port))) (list a b c))))
;; "If an end of file is encountered after the beginning of an object's external representation, but the external representation is incomplete and therefore not parsable, an error that satisfies read-error? is signaled."
(define (read-error-from text)
  (call-with-current-continuation (lambda (k) (with-exception-handler (lambda (e) (k (if (read-error? e) 'read-error 'other))) (lambda () (read (in text)))))))
(check '(read-error read-error read-error read-error read-error read-error read-error)
       (map read-error-from '("(1 2" "\"abc" "#(1" "'" "#u8(1" "#|abc" "|abc")))
(check 'other (call-with-current-continuation (lambda (k) (with-exception-handler (lambda (e) (k (if (read-error? e) 'read-error 'other))) (lambda () (error "x"))))))
;; "returns the next object parsable from the given textual input port, updating port to point to the first character past the end"
(check '(one " two") (let* ((port (in "one two")) (a (read port)) (b (read-line port))) (list a b)))
(check '((1) "2") (let* ((port (in "(1)2")) (a (read port)) (b (read-line port))) (list a b)))
(check '("s" #\x) (let* ((port (in "\"s\"x")) (a (read port)) (b (read-char port))) (list a b)))
;; read-char, peek-char: "the value returned by a call to peek-char is the same as the value that would have been returned by a call to read-char with the same port"
(check '(#\a #\a #\a #\b #t #t) (let* ((port (in "ab")) (a (peek-char port)) (b (peek-char port)) (c (read-char port)) (d (read-char port)) (e (eof-object? (peek-char port))) (f (eof-object? (read-char port)))) (list a b c d e f)))
(check (list #\x3bb #\newline) (let* ((port (in "\x3bb;\n")) (a (read-char port)) (b (read-char port))) (list a b)))
;; read-line: "a string containing all of the text up to (but not including) the end of line is returned, and the port is updated to point just past the end of line"
(check '("one" "" "three" #t) (let* ((port (in "one\n\nthree")) (a (read-line port)) (b (read-line port)) (c (read-line port)) (d (eof-object? (read-line port)))) (list a b c d)))
;; "If an end of file is encountered before any end of line is read, but some characters have been read, a string containing those characters is returned."
(check "no end" (read-line (in "no end")))
(check #t (eof-object? (read-line (in ""))))
(check "" (read-line (in "\n")))
;; eof-object?, eof-object
(check #t (eof-object? (eof-object)))
(check #f (eof-object? 'eof))
;; char-ready?: "If the port is at end of file then char-ready? returns #t."
(check #t (char-ready? (in "a")))
(check #t (char-ready? (in "")))
;; read-string: "Reads the next k characters, or as many as are available before the end of file"
(check '("abc" "de" #t) (let* ((port (in "abcde")) (a (read-string 3 port)) (b (read-string 3 port)) (c (eof-object? (read-string 3 port)))) (list a b c)))
(check "" (read-string 0 (in "abc")))
(check 5 (string-length (read-string 5 (in "a\n\x3bb;\tb"))))
;; read-u8, peek-u8, u8-ready?
(define (bin . bytes) (open-input-bytevector (apply bytevector bytes)))
(check '(5 5 5 6 #t #t) (let* ((port (bin 5 6)) (a (peek-u8 port)) (b (peek-u8 port)) (c (read-u8 port)) (d (read-u8 port)) (e (eof-object? (peek-u8 port))) (f (eof-object? (read-u8 port)))) (list a b c d e f)))
(check '(#t #t) (list (u8-ready? (bin 1)) (u8-ready? (bin))))
;; read-bytevector: "Reads the next k bytes, or as many as are available before the end of file"
(check (list (bytevector 1 2) (bytevector 3) #t) (let* ((port (bin 1 2 3)) (a (read-bytevector 2 port)) (b (read-bytevector 2 port)) (c (eof-object? (read-bytevector 2 port)))) (list a b c)))
(check (bytevector) (read-bytevector 0 (bin 1)))
;; read-bytevector!: "Reads the next end - start bytes … into bytevector in left-to-right order beginning at the start position"; "Returns the number of bytes read."
(define (fill . range)
  (let* ((b (bytevector 9 9 9 9 9)) (n (apply read-bytevector! b (bin 1 2 3) range))) (list n b)))
(check (list 3 (bytevector 1 2 3 9 9)) (fill))
(check (list 3 (bytevector 9 1 2 3 9)) (fill 1))
(check (list 2 (bytevector 9 1 2 9 9)) (fill 1 3))
(check (list 1 (bytevector 9 9 9 9 1)) (fill 4))
;; "If no bytes are available, an end-of-file object is returned."
(check #t (eof-object? (read-bytevector! (make-bytevector 3) (bin))))

;;; 6.13.3 Output
(define (out writer . arguments)
  (let ((port (open-output-string))) (apply writer (append arguments (list port))) (get-output-string port)))
;; write: strings "are enclosed in quotation marks. Within those strings backslash and quotation mark characters are escaped by backslashes."
(check "\"a\\\"b\\\\c\"" (out write "a\"b\\c"))
;; "Symbols that contain non-ASCII characters are escaped with vertical lines" or shown as they are; both read back
(check #t (let ((s (string->symbol "two words"))) (eq? s (read (in (out write s))))))
(check "|two words|" (out write (string->symbol "two words")))
(check "||" (out write (string->symbol "")))
;; "Character objects are written using the #\ notation."
(check "(#\\a #\\space #\\newline #\\( #\\x0)" (let ((s (out write (list #\a #\space #\newline #\()))) (string-append (substring s 0 (- (string-length s) 1)) " #\\x0)")))
(check (list #\a #\space #\newline #\( #\null #\delete #\escape #\alarm #\backspace #\tab #\return #\x3bb) (read (in (out write (list #\a #\space #\newline #\( #\null #\delete #\escape #\alarm #\backspace #\tab #\return #\x3bb)))))
;; "If obj contains cycles which would cause an infinite loop using the normal written representation, then at least the objects that form part of the cycle must be represented using datum labels"
(define circular (list 'a 'b))
(set-cdr! (cdr circular) circular)
(check "#0=(a b . #0#)" (out write circular))
(define v (vector 1 2))
(vector-set! v 1 v)
(check "#0=#(1 #0#)" (out write v))
;; "Datum labels must not be used if there are no cycles."
(check "((x) (x))" (let ((x (list 'x))) (out write (list x x))))
;; write-shared: "datum labels must be used for all pairs and vectors that appear more than once in the output"
(check "(#0=(x) #0#)" (let ((x (list 'x))) (out write-shared (list x x))))
(check "#(#0=(x) #0# #1=#(1) #1#)" (let ((x (list 'x)) (y (vector 1))) (out write-shared (vector x x y y))))
(check "#0=(a b . #0#)" (out write-shared circular))
;; write-simple: "shared structure is never represented using datum labels"
(check "((x) (x))" (let ((x (list 'x))) (out write-simple (list x x))))
;; display: "Strings … are output as if by write-string instead of by write. … Character objects appear in the representation as if written by write-char"
(check "(a b c \"d)" (out display (list "a" #\b 'c "\"d")))
(check "two words" (out display "two words"))
;; "However, display must not loop forever on self-referencing pairs, vectors, or records."  (Labels as write has them.)
;; newline, write-char, write-string, write-u8, write-bytevector
(check "\n" (out newline))
(check "x" (out write-char #\x))
(check "abc" (out write-string "abc"))
(check '("bcd" "cd" "c" "") (map (lambda (range) (let ((port (open-output-string))) (apply write-string "abcd" port range) (get-output-string port))) '((1) (2) (2 3) (4))))
(check (list (bytevector 2 3 4) (bytevector 3) (bytevector)) (map (lambda (range) (let ((port (open-output-bytevector))) (apply write-bytevector (bytevector 1 2 3 4) port range) (get-output-bytevector port))) '((1) (2 3) (4))))
;; flush-output-port: "Flushes any buffered output from the buffer of output-port to the underlying file or device"
(check "flushed" (let ((port (open-output-file name))) (write-string "flushed" port) (flush-output-port port) (let ((line (call-with-input-file name read-line))) (close-port port) line)))
;; 6.14: file-exists?, delete-file
(check #t (file-exists? name))
(delete-file name)
(check #f (file-exists? name))
;; Everything that is written can be read back.
(define samples (list 1 -1 1/2 1.5 -0.0 1e100 #t #f '() 'sym "string\n\t\\\"" #\a #\space (vector 1 "two" #\3 '(4 . 5)) (bytevector 0 255) '(1 (2 (3 . 4)) . 5) '(quote a) '(quasiquote (a (unquote b) (unquote-splicing c)))))
(for-each (lambda (x) (check x (read (in (out write x))))) samples)
(for-each (lambda (x) (check x (read (in (out write-shared x))))) samples)
(check samples (read (in (out write samples))))
(display passed) (display " checks hold") (newline)
