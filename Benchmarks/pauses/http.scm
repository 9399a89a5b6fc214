;; A keep-alive HTTP/1.1 server, a thread a connection, that holds 200 MB of live data and changes some of it with each
;; request: a hash table from strings to lists, vectors, strings and numbers. Takes its port from the command line; GET
;; /pauses answers with the collector's record and begins it anew.

(import (scheme base) (scheme write) (srfi 69)
        (only (mit legacy runtime)
              open-tcp-server-socket host-address-loopback tcp-server-socket-port tcp-server-connection-accept
              detach-thread create-thread command-line-arguments read-line string-null? string-search-forward
              flush-output exact->inexact)
        (schooner memory))

(define entries 400000)
(define changes-per-request 4)

(define table (make-hash-table equal?))

(define (entry-key i) (string-append "key-" (number->string i)))

(define (make-entry i)
  (list (number->string i) (make-vector 8 i) (make-string 100 #\a) (list i (+ i 1) (+ i 2) (* 1.5 i))))

(define (fill-table! i)
  (if (< i entries)
      (begin
        (hash-table-set! table (entry-key i) (make-entry i))
        (fill-table! (+ i 1)))))

;; A linear congruence: the same places in every run and on every system.
(define seed 12345)

(define (next-place)
  (set! seed (modulo (+ (* seed 1103515245) 12345) 2147483648))
  (modulo (quotient seed 7) entries))

;; Replaces an entry, and makes old data refer to new ones and to one another.
(define (change!)
  (let* ((place (next-place))
         (key (entry-key place))
         (old (hash-table-ref/default table key #f)))
    (vector-set! (cadr old) 0 (hash-table-ref/default table (entry-key (next-place)) #f))
    (vector-fill! (cadr (hash-table-ref/default table (entry-key (next-place)) #f)) place)
    (hash-table-set! table key (make-entry place))))

(define (work n)
  (if (> n 0)
      (begin
        (change!)
        (work (- n 1)))))

(define (response body)
  (string-append "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
                 (number->string (string-length body)) "\r\n\r\n" body))

(define hello (response "Hello, world!"))

(define (pauses-text)
  (let ((port (open-output-string)))
    (for-each (lambda (entry)
                (write (car entry) port)
                (write-string " " port)
                (write (cdr entry) port)
                (newline port))
              (gc-pauses #t))
    (get-output-string port)))

(define (skip-header port)
  (let ((line (read-line port)))
    (or (eof-object? line) (string-null? line) (skip-header port))))

(define (serve port)
  (let ((line (read-line port)))
    (if (not (eof-object? line))
        (begin
          (skip-header port)
          (if (string-search-forward "/pauses" line 0)
              (write-string (response (pauses-text)) port)
              (begin
                (work changes-per-request)
                (write-string hello port)))
          (flush-output port)
          (serve port)))))

(define (main port-number)
  (fill-table! 0)
  (let ((server (open-tcp-server-socket port-number (host-address-loopback))))
    (write-string "listening on port ")
    (write (tcp-server-socket-port server))
    (newline)
    (flush-output-port)
    (let accept-loop ()
      (let ((port (tcp-server-connection-accept server #t #f)))
        (detach-thread
         (create-thread #f
           (lambda ()
             ;; A client that resets its connection ends this thread only.
             (call-with-current-continuation
              (lambda (give-up)
                (with-exception-handler
                 give-up
                 (lambda ()
                   (serve port)
                   (close-port port)))))))))
      (accept-loop))))

(main (string->number (car (command-line-arguments))))
