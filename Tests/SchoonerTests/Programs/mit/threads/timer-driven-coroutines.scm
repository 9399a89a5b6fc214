; Coroutines made of continuations inside one thread; a timer event switches between them.
(define *running*)
(define *waiting*)
(define *root*)
(define sharing? #f)

(define (enqueue! k) (without-interrupts (lambda () (set! *waiting* (append *waiting* (list k))))))
(define (dequeue!)
  (without-interrupts
   (lambda ()
     (let ((k (car *waiting*)))
       (set! *waiting* (cdr *waiting*))
       (set! *running* k)
       k))))
(define (yield)
  (call-with-current-continuation
   (lambda (k)
     (enqueue! k)
     ((dequeue!) unspecific))))
(define (start thunk)
  (call-with-current-continuation
   (lambda (back)
     (within-continuation *root*
       (lambda ()
         (call-with-current-continuation
          (lambda (k)
            (enqueue! k)
            (back unspecific)))
         (thunk)
         ((dequeue!) unspecific))))))
(define (tick)
  (if sharing?
      (begin
        (register-timer-event 5 tick)
        (yield))))
(define (with-sharing thunk)
  (fluid-let ((sharing? #t) (*running*) (*waiting* '()) (*root*))
    (call-with-current-continuation
     (lambda (k)
       (set! *root* k)
       (tick)
       (thunk)))))

; Each side waits for the other without yielding: only the timer lets the other one go on.
(define turn 'left)
(define log '())
(define (player me other)
  (lambda ()
    (let loop ((n 0))
      (if (< n 4)
          (if (eq? turn me)
              (begin
                (set! log (cons (list me n) log))
                (set! turn other)
                (loop (+ n 1)))
              (loop n))))))
(write-line
 (with-sharing
  (lambda ()
    (start (player 'left 'right))
    (start (player 'right 'left))
    (let wait ()
      (if (< (length log) 8) (wait) (reverse log))))))
(write-line (environment-assigned? (the-environment) '*root*))
