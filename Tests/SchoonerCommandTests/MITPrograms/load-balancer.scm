;;;; Load balancer: workers and clients come to one socket.
(declare (usual-integrations))

(define-structure (load-balancer (constructor make-load-balancer ()))
  (lock (make-thread-mutex))
  (condvar (make-condition-variable "load-balancer"))
  (dying? #f)
  (queue (make-queue))
  (served 0))

(define-structure (work (constructor make-work (expression)))
  (lock (make-thread-mutex))
  (condvar (make-condition-variable "work"))
  (state work:pending)
  expression
  (result #f))

(define work:pending 0)
(define work:done 1)
(define work:failed -1)

(define (network-read socket)
  (let ((object (read socket)))
    (if (eof-object? object) (error "Network error!" socket) object)))

(define (network-write socket object)
  (write object socket)
  (newline socket)
  (flush-output socket))

(define (spawn lbr serve socket)
  (detach-thread
   (create-thread #f
     (lambda ()
       (ignore-errors (lambda () (serve lbr socket)))
       (ignore-errors (lambda () (close-port socket)))))))

(define (serve-client lbr socket)
  (let loop ()
    (let ((expression (read socket)))
      (if (not (eof-object? expression))
          (let ((work (make-work expression)))
            (with-thread-mutex-lock (load-balancer-lock lbr)
              (lambda ()
                (enqueue! (load-balancer-queue lbr) work)
                (condition-variable-signal! (load-balancer-condvar lbr))))
            (with-thread-mutex-lock (work-lock work)
              (lambda ()
                (do ()
                    ((not (= (work-state work) work:pending)))
                  (condition-variable-wait! (work-condvar work) (work-lock work)))))
            (network-write socket
                           (list (if (= (work-state work) work:done) 'value 'failed)
                                 (work-result work)))
            (loop))))))

(define (next-work lbr)
  (with-thread-mutex-lock (load-balancer-lock lbr)
    (lambda ()
      (let loop ()
        (if (queue-empty? (load-balancer-queue lbr))
            (begin
              (condition-variable-wait! (load-balancer-condvar lbr)
                                        (load-balancer-lock lbr))
              (loop))
            (dequeue! (load-balancer-queue lbr)))))))

(define (finish-work! work state result)
  (with-thread-mutex-lock (work-lock work)
    (lambda ()
      (set-work-state! work state)
      (set-work-result! work result)
      (condition-variable-broadcast! (work-condvar work)))))

(define (serve-worker lbr socket)
  (let loop ()
    (let* ((work (next-work lbr))
           (answer
            (call-with-current-continuation
             (lambda (k)
               (with-exception-handler
                (lambda (e) (k e))
                (lambda ()
                  (network-write socket (work-expression work))
                  (network-read socket)))))))
      (if (condition? answer)
          ;; the worker is gone: somebody else shall do it
          (with-thread-mutex-lock (load-balancer-lock lbr)
            (lambda ()
              (enqueue! (load-balancer-queue lbr) work)
              (condition-variable-signal! (load-balancer-condvar lbr))))
          (begin
            (set-load-balancer-served! lbr (+ 1 (load-balancer-served lbr)))
            (if (eq? (car answer) 'ok)
                (finish-work! work work:done (cadr answer))
                (finish-work! work work:failed (cadr answer)))
            (loop))))))

(define (run-load-balancer service)
  (let ((lbr (make-load-balancer))
        (server-socket (open-tcp-server-socket service)))
    (write-string "Listening on port ") (write service) (newline)
    (let loop ()
      (let* ((socket (tcp-server-connection-accept server-socket #t #f))
             (id (call-with-current-continuation
                  (lambda (k)
                    (with-exception-handler
                     (lambda (e) (k #f))
                     (lambda () (network-read socket)))))))
        (case id
          ((CLIENT) (spawn lbr serve-client socket) (loop))
          ((WORKER) (spawn lbr serve-worker socket) (loop))
          ((STATUS)
           (network-write socket (load-balancer-served lbr))
           (close-port socket)
           (loop))
          ((TERMINATE) (close-port socket) (close-tcp-server-socket server-socket))
          (else (close-port socket) (loop)))))))

(define (run-worker service)
  (let ((socket (open-tcp-stream-socket "127.0.0.1" service))
        (env (extend-top-level-environment system-global-environment
                                           '(calls) (list 0))))
    (network-write socket 'worker)
    (let loop ()
      (let ((expression (read socket)))
        (if (not (eof-object? expression))
            (begin
              (network-write
               socket
               (call-with-escape-continuation
                (lambda (k)
                  (bind-condition-handler (list condition-type:error)
                      (lambda (condition)
                        (k (list 'error (condition/report-string condition))))
                    (lambda () (list 'ok (eval expression env)))))))
              (loop)))))))

(define args (command-line-arguments))
(if (string=? (car args) "worker")
    (run-worker (string->number (cadr args)))
    (run-load-balancer (string->number (car args))))
