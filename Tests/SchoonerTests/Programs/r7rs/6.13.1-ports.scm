;; R7RS 6.13.1: ports
(import (scheme base) (scheme file) (scheme time) (scheme write))
(include "checking.scm")

(define path (string-append "checks-of-6.13.1-" (number->string (current-jiffy)) ".txt"))
(define (remove) (if (file-exists? path) (delete-file path)))
(remove)

;; call-with-port calls proc with the port; when proc returns, the port is closed and its values are returned.
(check (call-with-port (open-input-string "abc") read-char) => #\a)
(check-values (call-with-port (open-input-string "abc") (lambda (p) (values 1 2))) => 1 2)
(let ((port (open-input-string "abc")))
  (call-with-port port read-char)
  (check (input-port-open? port) => #f))

;; call-with-output-file and call-with-input-file open the file and call proc with the port.
(check (call-with-output-file path (lambda (port) (write-string "line one\nline two\n" port) 'done)) => 'done)
(check (call-with-input-file path read-line) => "line one")
(check (call-with-input-file path (lambda (port) (read-line port) (read-line port))) => "line two")
(check-error (call-with-input-file "/no/such/file/anywhere" read-char))
(check-error (call-with-input-file 5 read-char))

;; input-port? output-port? textual-port? binary-port? port?
(define all (list (open-input-string "") (open-output-string) (open-input-bytevector #u8()) (open-output-bytevector)))
(check (map input-port? all) => '(#t #f #t #f))
(check (map output-port? all) => '(#f #t #f #t))
(check (map textual-port? all) => '(#t #t #f #f))
(check (map binary-port? all) => '(#f #f #t #t))
(check (map port? all) => '(#t #t #t #t))
(check (map (lambda (p?) (p? 5)) (list port? input-port? output-port? textual-port? binary-port?)) => '(#f #f #f #f #f))
(check (port? "port") => #f)
(check (input-port? (current-input-port)) => #t)
(check (output-port? (current-output-port)) => #t)
(check (output-port? (current-error-port)) => #t)
(check (textual-port? (current-output-port)) => #t)

;; input-port-open? and output-port-open?
(define in (open-input-string "x"))
(check (input-port-open? in) => #t)
(close-input-port in)
(check (input-port-open? in) => #f)
(define out (open-output-string))
(check (output-port-open? out) => #t)
(close-output-port out)
(check (output-port-open? out) => #f)
(check-error (input-port-open? 5))
(check-error (output-port-open? 'a))

;; current-input-port, current-output-port, current-error-port are parameters, bound with parameterize.
(check (parameterize ((current-input-port (open-input-string "hello"))) (read-string 3)) => "hel")
(check (let ((p (open-output-string))) (parameterize ((current-output-port p)) (display 'x) (newline)) (get-output-string p)) => "x\n")
(check (let ((p (open-output-string))) (parameterize ((current-error-port p)) (display 'e (current-error-port))) (get-output-string p)) => "e")

;; with-output-to-file and with-input-from-file make the file the current port for the thunk.
(check (begin (with-output-to-file path (lambda () (display "written by thunk"))) (call-with-input-file path read-line)) => "written by thunk")
(check (with-input-from-file path (lambda () (read-line))) => "written by thunk")
(check (with-input-from-file path (lambda () (read-char) (read-char))) => #\r)
(check-error (with-input-from-file "/no/such/file/anywhere" read-char))

;; open-input-file, open-output-file; a file that cannot be opened is an error that satisfies file-error?.
(let ((port (open-output-file path)))
  (write-string "0123456789" port)
  (close-port port)
  (check (output-port-open? port) => #f))
(let ((port (open-input-file path)))
  (check (read-string 20 port) => "0123456789")
  (check (eof-object? (read-char port)) => #t)
  (close-port port)
  (check (input-port-open? port) => #f)
  (check-error (read-char port)))
(check-true (guard (e ((file-error? e) #t)) (open-input-file "/no/such/file/anywhere")))
;; An existing file is overwritten.
(call-with-output-file path (lambda (port) (display "new" port)))
(check (call-with-input-file path read-line) => "new")

;; open-binary-output-file and open-binary-input-file.
(let ((port (open-binary-output-file path)))
  (check (binary-port? port) => #t)
  (write-u8 200 port)
  (write-bytevector #u8(1 2 255) port)
  (close-output-port port))
(let ((port (open-binary-input-file path)))
  (check (binary-port? port) => #t)
  (check (read-bytevector 10 port) => #u8(200 1 2 255))
  (check (eof-object? (read-u8 port)) => #t)
  (close-input-port port))
(check-error (open-binary-input-file "/no/such/file/anywhere"))

;; Characters outside ASCII make the way through a file.
(call-with-output-file path (lambda (port) (write-string "\x3bb;\x20ac;\x1f600;" port)))
(check (call-with-input-file path read-line) => "\x3bb;\x20ac;\x1f600;")
(check (call-with-port (open-binary-input-file path) (lambda (port) (bytevector-length (read-bytevector 100 port)))) => 9)

;; Closing: a closed port delivers no data; closing it again has no effect; the procedures for one direction are
;; errors on the other.
(let ((port (open-input-string "abc")))
  (close-port port)
  (close-port port)
  (check-error (read-char port)))
(let ((port (open-output-string)))
  (close-output-port port)
  (check-error (write-char #\a port)))
(check-error (close-input-port (open-output-string)))
(check-error (close-output-port (open-input-string "")))
(check-error (close-port 5))

;; String ports and bytevector ports.
(check (parameterize ((current-output-port (open-output-string)))
         (display "piece") (display " by piece ") (display "by piece.") (newline)
         (get-output-string (current-output-port)))
       => "piece by piece by piece.\n")
(check (let ((p (open-output-string))) (write 'a p) (get-output-string p) (write 'b p) (get-output-string p)) => "ab")
(check (get-output-string (open-output-string)) => "")
(check (let ((p (open-output-bytevector))) (write-u8 1 p) (write-u8 2 p) (get-output-bytevector p)) => #u8(1 2))
(check (get-output-bytevector (open-output-bytevector)) => #u8())
(check (let ((p (open-input-bytevector #u8(7 8)))) (let* ((a (read-u8 p)) (b (read-u8 p))) (list a b (eof-object? (read-u8 p))))) => '(7 8 #t))
(check-error (open-input-string 'a))
(check-error (open-input-bytevector "a"))
(check-error (get-output-string (open-input-string "a")))
(check-error (get-output-bytevector (open-output-string)))
(check-error (get-output-string 5))

(remove)
(check (file-exists? path) => #f)

(report-checks)
