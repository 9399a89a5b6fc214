;;; An IRC bot with commands in a table
(load-option 'format)

(define *nick* "schemer")
(define *channel* "#lambda")
(define *socket*)
(define *commands* (make-equal-hash-table))
(define *seen* (make-string-hash-table))
(define *karma* (make-string-hash-table))

(define-syntax define-command
  (syntax-rules ()
    ((_ (name from args) doc body ...)
     (hash-table/put! *commands* name
       (cons doc (lambda (from args) body ...))))))

(define (send . strings)
  (let ((line (apply string-append strings)))
    (write-string line *socket*)
    (write-char #\return *socket*)
    (newline *socket*)
    (flush-output *socket*)))

(define (say text) (send "PRIVMSG " *channel* " :" text))

(define (split string char)
  ((burst-string-splitter char) string))
(define (burst-string-splitter char)
  (lambda (string) (burst-string string char #t)))

(define-command ("!echo" from args)
  "say it again"
  (say (string-append from ": " args)))

(define-command ("!help" from args)
  "list of commands"
  (say (fold-right (lambda (a b) (if (string-null? b) a (string-append a ", " b)))
                   "" (sort (hash-table-keys *commands*) string<?))))

(define-command ("!karma" from args)
  "karma of somebody"
  (say (format #f "~A has karma ~S" args (hash-table-ref/default *karma* args 0))))

(define-command ("!seen" from args)
  "when somebody spoke"
  (let ((entry (hash-table-ref *seen* args (lambda () #f))))
    (say (if entry
             (string-append args " said " (cdr entry))
             (string-append "I never saw " args)))))

(define-command ("!eval" from args)
  "evaluate an expression"
  (say
   (call-with-current-continuation
    (lambda (k)
      (with-exception-handler
       (lambda (e)
         (k (string-append "error: "
                           (if (condition? e) (condition/report-string e) "?"))))
       (lambda ()
         (write-to-string
          (eval (read (open-input-string args)) (the-environment)))))))))

(define (nick-of prefix)
  (let ((bang (string-search-forward "!" prefix 0)))
    (if bang (substring prefix 0 bang) prefix)))

;; :prefix COMMAND params :trailing
(define (parse-message line)
  (let* ((prefix (and (char=? (string-ref line 0) #\:)
                      (string-search-forward " " line 0)))
         (rest (if prefix (string-tail line (+ prefix 1)) line))
         (colon (string-search-forward " :" rest 0))
         (words (split (if colon (string-head rest colon) rest) #\space))
         (params (if colon
                     (append words (list (string-tail rest (+ colon 2))))
                     words)))
    (values (and prefix (substring line 1 prefix))
            (string->symbol (string-downcase (car params)))
            (cdr params))))

(define (count-karma text)
  (for-each
   (lambda (word)
     (let ((n (string-length word)))
       (cond ((string-suffix? "++" word)
              (hash-table-update! *karma* (string-head word (- n 2)) 1+ (lambda () 0)))
             ((string-suffix? "--" word)
              (hash-table-update!/default *karma* (string-head word (- n 2)) -1+ 0)))))
   (split text #\space)))

(define (handle-privmsg from text)
  (hash-table-set! *seen* from (cons (real-time) text))
  (count-karma text)
  (let* ((space (string-index text #\space))
         (command (if space (string-head text space) text))
         (arguments (if space (string-tail text (+ space 1)) "")))
    (let ((entry (hash-table/get *commands* command #f)))
      (if entry ((cdr entry) from arguments)))))

(define (main-loop)
  (let loop ()
    (let ((line (read-line *socket*)))
      (if (eof-object? line)
          (begin (display "disconnected") (newline))
          (begin
            (if (> (string-length line) 0)
                (with-values (lambda () (parse-message line))
                  (lambda (prefix command params)
                    (case command
                      ((ping) (send "PONG :" (last params)))
                      ((|001|) (send "JOIN " *channel*))
                      ((privmsg) (handle-privmsg (nick-of prefix) (cadr params)))
                      ((kick) (send "JOIN " (car params)))
                      ((|433|) (set! *nick* (string-append *nick* "_")) (send "NICK " *nick*))
                      (else #f)))))
            (loop))))))

(define (run-bot host port)
  (set! *socket* (open-tcp-stream-socket host port))
  (send "NICK " *nick*)
  (send "USER " *nick* " 0 * :" *nick*)
  (main-loop)
  (close-port *socket*))

(run-bot "localhost" (string->number (car (command-line-arguments))))
(exit 0)
