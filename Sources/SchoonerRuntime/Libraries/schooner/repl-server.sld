;;; The read-eval-print loop of a running program, at a Unix-domain socket

(define-library (schooner repl-server)
  (export serve-repl)
  (import (mit legacy runtime) (schooner repl))
  (begin

    ;; Listens at the path, a string, for the user who runs the program; each connection is a session in a thread of its own,
    ;; which evaluates in the program's environment. Returns the server socket at once.
    (define (serve-repl path)
      (let ((server (open-server path)))
        (detach-thread (create-thread #f (lambda () (serve server))))
        server))

    ;; A path that a dead process has left behind is taken over.
    (define (open-server path)
      (call-with-current-continuation
       (lambda (k)
         (with-exception-handler
          (lambda (object)
            (if (and (file-exists? path) (not (alive? path)))
                (begin
                  (delete-file path)
                  (within-continuation k (lambda () (%open-private-unix-server-socket path))))))
          (lambda () (%open-private-unix-server-socket path))))))

    (define (alive? path)
      (call-with-current-continuation
       (lambda (k)
         (with-exception-handler
          (lambda (object) (k #f))
          (lambda ()
            (close-port (open-unix-stream-socket path))
            #t)))))

    (define (serve server)
      (let ((port (unix-server-connection-accept server #t)))
        (detach-thread
         (create-thread #f
           (lambda ()
             (dynamic-wind
              values
              (lambda () (converse port))
              (lambda () (close-port port))))))
        (serve server)))

    ;; A peer that goes away ends its session, and nothing else.
    (define (converse port)
      (call-with-current-continuation
       (lambda (k)
         (with-exception-handler
          (lambda (object) (k object))
          (lambda ()
            (run-repl port 'terminal user-initial-environment #f))))))))
