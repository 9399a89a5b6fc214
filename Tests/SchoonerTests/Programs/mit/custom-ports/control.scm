; Operations that raise errors, leave by a continuation, or switch threads.
(define (show x) (write x) (newline))
(define (output operation) (make-textual-port (make-textual-port-type `((write-char ,operation)) #f) #f))
(define (input operation)
  (make-textual-port
   (make-textual-port-type
    `((read-char ,operation) (peek-char ,operation) (unread-char ,(lambda (port char) #t)))
    #f)
   #f))
(define (report thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (e) (k (if (condition? e) (condition/report-string e) (list 'raised e))))
      thunk))))
(define failing (output (lambda (port char) (error "Port failed:" char 'here))))
(show (report (lambda () (write-string "abc" failing))))
(show (report (lambda () (write 'sym failing))))
(show (report (lambda () (newline failing))))
(show (report (lambda () (read (input (lambda (port) (raise 'broken)))))))
(show (report (lambda () (read-line (input (lambda (port) (car '())))))))
(show (call-with-current-continuation
       (lambda (k) (display "xyz" (output (lambda (port char) (if (char=? char #\y) (k 'left) 1)))))))
(show (call-with-current-continuation
       (lambda (k) (read-string 10 (input (lambda (port) (k 'left-reading)))))))
(define count 0)
(define inner (output (lambda (port char) (set! count (+ count 1)) 1)))
(define nested (output (lambda (port char) (write (list char) inner) 1)))
(write-string "abc" nested)
(show count)
; A reader that re-enters: a generator of characters by continuations.
(define (character-port generate)
  (define return #f)
  (define resume
    (lambda ()
      (generate (lambda (char)
                  (call-with-current-continuation
                   (lambda (k)
                     (set! resume (lambda () (k #t)))
                     (return char)))))
      (return (eof-object))))
  (define (next)
    (call-with-current-continuation
     (lambda (k)
       (set! return k)
       (resume))))
  (define ahead #f)
  (make-textual-port
   (make-textual-port-type
    `((read-char ,(lambda (port)
                    (if ahead (let ((char ahead)) (set! ahead #f) char) (next))))
      (peek-char ,(lambda (port)
                    (if (not ahead) (set! ahead (next)))
                    ahead))
      (unread-char ,(lambda (port char) (set! ahead char))))
    #f)
   #f))
(define generated
  (character-port (lambda (emit) (string-for-each emit "(generated 1 2) rest of it\n"))))
(show (read generated))
(show (read-line generated))
(show (read-line generated))
; Writing from two threads, and an operation that lets the other run.
(define written '())
(define slow (output (lambda (port char) (yield-current-thread) (set! written (cons char written)) 1)))
(define one (create-thread #f (lambda () (write-string "aaa" slow))))
(define two (create-thread #f (lambda () (write-string "bbb" slow))))
(let loop ()
  (if (< (length written) 6)
      (begin (yield-current-thread) (loop))))
(show (sort written char<?))
