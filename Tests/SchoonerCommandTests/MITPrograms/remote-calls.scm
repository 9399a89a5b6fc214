;;;; Light-weight remote calls: symbols name procedures, arguments travel as data.
(declare (usual-integrations))

(define (make-rpc-session socket table)
  (list 'rpc-session socket table 0))
(define session-socket cadr)
(define session-table caddr)
(define (next-seqno! session)
  (let ((n (fourth session)))
    (set-car! (cdddr session) (1+ n))
    n))

(define *dispatch-lock* (make-thread-mutex))

(define (spawn thunk)
  (call-with-current-continuation
   (lambda (k) (create-thread k thunk))))

;;; marshalling: procedures become references that the peer can call
(define *objects* (make-strong-eqv-hash-table))
(define *next-object* 0)
(define (marshal object)
  (cond ((procedure? object)
         (set! *next-object* (+ *next-object* 1))
         (hash-table-set! *objects* *next-object* object)
         `#(remote-object ,*next-object*))
        ((pair? object) (cons (marshal (car object)) (marshal (cdr object))))
        ((condition? object) (vector 'remote-condition (condition/report-string object)))
        ((or (symbol? object) (number? object) (string? object) (boolean? object)
             (char? object) (null? object)) object)
        (else (error "Cannot marshal:" object))))
(define (unmarshal object session)
  (cond ((and (vector? object) (eq? (vector-ref object 0) 'remote-object))
         (lambda args (call-remote session (vector-ref object 1) args)))
        ((pair? object) (cons (unmarshal (car object) session) (unmarshal (cdr object) session)))
        (else object)))

(define (issue session command)
  (let ((socket (session-socket session)))
    (write command socket)
    (newline socket)
    (flush-output socket)))

(define (((reply-handler seqno) k) command)
  (let ((kind (car command)))
    (and (memq kind '(return error-raised))
         (= (cadr command) seqno)
         (k command))))

(define (call-remote session name args)
  (let ((seqno (next-seqno! session)))
    (issue session `(invoke ,seqno ,name ,(marshal args)))
    (let ((reply (call-with-current-continuation
                  (lambda (k)
                    (serve-loop session ((reply-handler seqno) k))
                    (error 'rpc-unexpected-eof)))))
      (if (eq? (car reply) 'return)
          (unmarshal (third reply) session)
          (error 'rpc-remote-error-raised (third reply))))))

(define (serve-loop session try-reply)
  (let loop ()
    (let ((command (read (session-socket session))))
      (cond ((eof-object? command) 'done)
            ((not (and (pair? command) (list? command)))
             (issue session '(protocol-error)) (loop))
            ((try-reply command) (loop))
            ((eq? (car command) 'ping) (issue session (list 'pong (cadr command))) (loop))
            ((eq? (car command) 'invoke) (apply invoke session (cdr command)) (loop))
            (else (issue session (list 'unknown (car command))) (loop))))))

(define (invoke session seqno name args)
  (let ((procedure
         (if (exact-nonnegative-integer? name)
             (hash-table/get *objects* name #f)
             (with-thread-mutex-locked *dispatch-lock*
               (lambda () (hash-table/get (session-table session) name #f))))))
    (issue session
           (call-with-current-continuation
            (lambda (k)
              (bind-condition-handler (list condition-type:error)
                  (lambda (condition)
                    (k (list 'error-raised seqno (marshal condition))))
                (lambda ()
                  (list 'return seqno
                        (marshal
                         (apply (or procedure (error "No such procedure:" name))
                                (unmarshal args session)))))))))))

;;; Server
(define (make-rpc-server) (cons 'rpc-server (make-equal-hash-table)))
(define (register-rpc-procedure server name procedure)
  (hash-table/put! (cdr server) name procedure))
(define (start-rpc-server server service)
  (let ((listener (open-tcp-server-socket service (host-address-loopback))))
    (write-line `(listening ,service))
    (let loop ()
      (let* ((address (allocate-host-address))
             (socket (tcp-server-connection-accept listener #t address)))
        (spawn
         (lambda ()
           (let ((session (make-rpc-session socket (cdr server))))
             (call-with-current-continuation
              (lambda (k)
                (bind-condition-handler (list condition-type:error)
                    (lambda (condition)
                      (fresh-line)
                      (write-string "session lost: ")
                      (write-condition-report condition (current-output-port))
                      (newline)
                      (k 'lost))
                  (lambda () (serve-loop session (lambda (command) #f))))))
             (ignore-errors (lambda () (close-port socket))))))
        (loop)))))

;;; Client
(define (connect-rpc-client host service)
  (make-rpc-session (open-tcp-stream-socket host service) (make-equal-hash-table)))
(define (bind-rpc-call session name)
  (named-lambda (remote . args) (call-remote session name args)))

(define (simplify expression)
  (cond ((not (pair? expression)) expression)
        (else
         (let ((args (map simplify (cdr expression))))
           (case (car expression)
             ((+) (let ((sum (reduce + 0 (filter number? args)))
                        (rest (remove number? args)))
                    (cond ((null? rest) sum) ((= sum 0) `(+ ,@rest)) (else `(+ ,sum ,@rest)))))
             ((*) (if (memv 0 args) 0 (cons '* args)))
             (else (cons (car expression) args)))))))

(define (server-main service)
  (let ((server (make-rpc-server)) (counter 0))
    (register-rpc-procedure server 'simplify simplify)
    (register-rpc-procedure server 'divide /)
    (register-rpc-procedure server 'map (lambda (f l) (map f l)))
    (register-rpc-procedure server 'counter
      (lambda (start)
        (let ((n start)) (lambda () (set! n (1+ n)) n))))
    (start-rpc-server server service)))

(define (client-main service)
  (let* ((session (connect-rpc-client "localhost" service))
         (remote (lambda (name) (bind-rpc-call session name)))
         (try (lambda (thunk)
                (write-line
                 (call-with-current-continuation
                  (lambda (k)
                    (bind-condition-handler '() (lambda (c) (k (condition/report-string c)))
                      thunk)))))))
    (try (lambda () ((remote 'simplify) '(+ 1 (* x 0) a (+ 2 3)))))
    (try (lambda () ((remote 'divide) 1 3)))
    (try (lambda () ((remote 'divide) 1 0)))
    (try (lambda () ((remote 'nothing) "x" #\y)))
    (try (lambda () ((remote 'map) (lambda (x) (* x x)) (iota 5))))
    (let ((next ((remote 'counter) 10)))
      (try (lambda () (next)))
      (try (lambda () (list (next) (next)))))
    (close-port (session-socket session))
    (exit 0)))

(let ((args (command-line-arguments)))
  ((if (null? (cdr args)) server-main client-main) (string->number (car args))))
