;;; Two-phase commit: every client must have prepared before anybody commits.
(load "requests")
(load "tictactoe")
(define board (initialize-board))
(define clients '())
(define pending '())      ; an association list: id -> (body . acknowledgements)
(define lock (make-thread-mutex))

(define (broadcast type id body)
  (for-each (lambda (client)
              (call-with-current-continuation
               (lambda (k)
                 (bind-condition-handler '()
                     (lambda (e) (set! clients (delete! client clients)) (k #f))
                   (lambda () (send-request client type id body))))))
            (list-copy clients)))

(define (process request client)
  (without-interruption
   (lambda ()
     (case (request-type request)
       ((initial)
        (let ((id (request-id request)))
          (if (assv id pending)
              (send-request client 'ignore id "in progress")
              (begin
                (set! pending (cons (list id (request-body request) '()) pending))
                (broadcast 'prepare id (request-body request))))))
       ((prepare)
        (let ((entry (assv (request-id request) pending)))
          (if entry
              (begin
                (set-car! (cddr entry) (lset-adjoin eqv? (caddr entry) client))
                (if (= (length (caddr entry)) (length clients))
                    (begin
                      (set! pending (del-assv (car entry) pending))
                      ((cadr entry))
                      (broadcast 'commit (car entry) (cadr entry))))))))
       ((abort)
        (set! pending (del-assv (request-id request) pending))
        (broadcast 'abort (request-id request) "somebody refused"))
       (else (error "Unknown request type:" (request-type request)))))))

(define (without-interruption thunk) (with-thread-mutex-lock lock thunk))

(define (client-loop port)
  (let lp ((line (read-line port)))
    (if (not (eof-object? line))
        (begin
          (call-with-escape-continuation
            (lambda (k)
              (bind-condition-handler (list condition-type:error)
                  (lambda (e) (send-request port 'error 0 (condition/report-string e)) (k #t))
                (lambda ()
                  (let ((req (eval-str line)))
                    (if (request? req)
                        (process req port)
                        (error "Object was not a request" req)))))))
          (lp (read-line port))))))

(define (make-server port-num)
  (let ((server-socket (open-tcp-server-socket port-num)))
    (pp (list 'listening port-num))
    (let lp ()
      (let ((port (tcp-server-connection-accept server-socket #t #f)))
        (set! clients (cons port clients))
        (create-thread #f
          (lambda ()
            (ignore-errors (lambda () (client-loop port)))
            (set! clients (delq port clients))
            (ignore-errors (lambda () (close-port port)))))
        (lp)))))
(make-server (string->number (car (command-line-arguments))))
