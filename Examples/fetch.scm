;; Fetches one page with HTTP/1.0, spoken by hand, and prints its body.
;;
;;     schooner Examples/fetch.scm HOST SERVICE PATH
;;     schooner Examples/fetch.scm example.org www /
;;
;; SERVICE is a name from the services table or a port number. Exits with 1 when the answer is not a 2xx.

(define (send-request port host path)
  ;; A client connection writes newline as LF alone; HTTP wants CR-LF, so it is spelt out.
  (write-string (string-append "GET " path " HTTP/1.0\r\n"
                               "Host: " host "\r\n"
                               "\r\n")
                port)
  (flush-output port))

;; "HTTP/1.0 200 OK" → 200, or false for anything else.
(define (status-code line)
  (and (string? line)
       (let ((space (string-search-forward " " line 0)))
         (and space
              (<= (+ space 4) (string-length line))
              (string->number (substring line (+ space 1) (+ space 4)))))))

(define (skip-headers port)
  (let ((line (read-line port)))
    (if (not (or (eof-object? line)
                 (string=? line "")))
        (skip-headers port))))

(define (copy-rest port)
  (let ((char (read-char port)))
    (if (not (eof-object? char))
        (begin
          (write-char char)
          (copy-rest port)))))

(define (fetch host service path)
  (let ((port (open-tcp-stream-socket host service)))
    (send-request port host path)
    (let ((status (status-code (read-line port))))
      (skip-headers port)
      (copy-rest port)
      (close-port port)
      status)))

(define (main host service path)
  (let ((status (fetch host (or (string->number service) service) path)))
    (exit (if (and status (<= 200 status 299)) 0 1))))

(let ((arguments (command-line-arguments)))
  (if (= (length arguments) 3)
      (apply main arguments)
      (begin
        (write-string "usage: fetch.scm HOST SERVICE PATH")
        (newline)
        (exit 2))))
