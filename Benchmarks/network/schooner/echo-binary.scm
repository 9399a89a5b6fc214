;; A line echo server over binary ports, a thread a connection: lines go back as the bytes they are.
(load "binary-server.scm")

(define (serve port)
  (let ((buffer (make-bytevector 512)))
    (let loop ()
      (let ((length (read-line-into buffer port)))
        (if length
            (begin
              (write-bytevector buffer port 0 length)
              (flush-output port)
              (loop)))))))

(serve-connections serve)
