;; Tells which TCP ports of this machine accept connections, trying 50 at once.
;;
;;     schooner Examples/port-scan.scm FIRST LAST
;;
;; Fifty threads take the next port from a shared counter until none is left. Each one simply blocks in
;; its connect; the others go on meanwhile.

(define worker-count 50)

(define (open-port? number)
  (guard (condition ((error-object? condition) #f))
    (close-port (open-tcp-stream-socket "localhost" number))
    #t))

;; Returns a procedure that hands out FIRST to LAST, each once, and then false.
(define (make-dispenser first last)
  (let ((mutex (make-thread-mutex))
        (next first))
    (lambda ()
      (with-thread-mutex-lock mutex
        (lambda ()
          (and (<= next last)
               (let ((number next))
                 (set! next (+ next 1))
                 number)))))))

(define (scan-all take-port! open)
  (let ((number (take-port!)))
    (if number
        (begin
          (vector-set! open number (open-port? number))
          (scan-all take-port! open)))))

(define (all-dead? threads)
  (or (null? threads)
      (and (thread-dead? (car threads))
           (all-dead? (cdr threads)))))

(define (wait-for threads)
  (if (not (all-dead? threads))
      (begin
        (sleep-current-thread 5)
        (wait-for threads))))

(define (scan first last)
  (let ((take-port! (make-dispenser first last))
        (open (make-vector 65536 #f)))
    (wait-for
     (map (lambda (index)
            (create-thread #f (lambda () (scan-all take-port! open))))
          (iota worker-count)))
    (do ((number first (+ number 1)))
        ((> number last))
      (if (vector-ref open number)
          (begin
            (write number)
            (write-string " is open")
            (newline))))))

(let ((numbers (map string->number (command-line-arguments))))
  (if (and (= (length numbers) 2)
           (exact-nonnegative-integer? (car numbers))
           (exact-nonnegative-integer? (cadr numbers))
           (<= (car numbers) (cadr numbers) 65535))
      (scan (car numbers) (cadr numbers))
      (begin
        (write-string "usage: port-scan.scm FIRST LAST")
        (newline)
        (exit 2))))
