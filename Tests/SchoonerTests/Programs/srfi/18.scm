;; SRFI 18: threads, mutexes, condition variables, times.
(import (scheme base) (scheme write) (srfi 18))

(define (show . objects)
  (for-each (lambda (object) (write object) (display " ")) objects)
  (newline))

(define-syntax exception-of
  (syntax-rules ()
    ((_ form ...)
     (guard (object
             ((join-timeout-exception? object) 'join-timeout)
             ((abandoned-mutex-exception? object) 'abandoned-mutex)
             ((terminated-thread-exception? object) 'terminated-thread)
             ((uncaught-exception? object) (list 'uncaught (uncaught-exception-reason object)))
             ((error-object? object) 'error)
             (else (list 'other object)))
       form ...))))

;;; Threads.

(show (thread? (current-thread)) (thread? 'a) (thread? (make-thread (lambda () 1))))
(show (eq? (current-thread) (current-thread)))
(define t (make-thread (lambda () (current-thread)) 'name))
(show (thread-name t))
(thread-specific-set! t '(a b))
(show (thread-specific t))
(show (eq? t (thread-start! t)))
(show (eq? t (thread-join! t)))
(show (thread-join! (thread-start! (make-thread (lambda () (* 6 7))))))
(show (call-with-values
          (lambda () (thread-join! (thread-start! (make-thread (lambda () (values 1 2))))))
        list))
(show (exception-of (thread-start! t)))
(show (exception-of (make-thread 'no-procedure)))
(show (exception-of (thread-name 'no-thread)))
(show (exception-of (thread-join! 'no-thread)))
;; Joining again gives the result again.
(show (eq? t (thread-join! t)))

;; A thread gets the parameters of the one that starts it.
(define p (make-parameter 1))
(show (parameterize ((p 2)) (thread-join! (thread-start! (make-thread (lambda () (p)))))))

;; Threads take turns.
(define log '())
(define (note! object) (set! log (cons object log)))
(define (wait-until holds?)
  (if (not (holds?))
      (begin
        (thread-yield!)
        (wait-until holds?))))
(define (noting name . turns)
  (make-thread (lambda ()
                 (for-each (lambda (turn)
                             (wait-until (lambda () (= (length log) turn)))
                             (note! (list name turn)))
                           turns))))
(let ((a (noting 'a 0 2)) (b (noting 'b 1 3)))
  (thread-start! a)
  (thread-start! b)
  (thread-join! a)
  (thread-join! b)
  (show (reverse log)))

;;; How threads end.

(show (exception-of (thread-join! (thread-start! (make-thread (lambda () (raise 'reason)))))))
(show (exception-of (thread-join! (thread-start! (make-thread (lambda () (raise-continuable 12)))))))
(show (exception-of
       (guard (object ((uncaught-exception? object)
                       (error-object-message (uncaught-exception-reason object))))
         (thread-join! (thread-start! (make-thread (lambda () (error "message"))))))))
(define forever (make-thread (lambda () (let loop () (thread-yield!) (loop)))))
(thread-start! forever)
(show (exception-of (thread-join! forever .001)))
(show (thread-join! forever .001 'default))
(show (thread-join! forever (seconds->time (+ (time->seconds (current-time)) 1/1000)) 'default))
(thread-terminate! forever)
(show (exception-of (thread-join! forever)))
(show (exception-of (thread-join! forever 0 'default)))
(thread-terminate! forever)
(define unstarted (make-thread (lambda () 1)))
(thread-terminate! unstarted)
(show (exception-of (thread-join! unstarted)))
(show (exception-of (thread-start! unstarted)))
(show (exception-of (thread-join! (thread-start! (make-thread (lambda () (thread-terminate! (current-thread))))))))
;; Terminating ends a sleep, and runs nothing of the thread's any more.
(set! log '())
(let ((sleeper (thread-start!
                (make-thread (lambda ()
                               (dynamic-wind
                                (lambda () (note! 'in))
                                (lambda () (thread-sleep! 1000))
                                (lambda () (note! 'out))))))))
  (wait-until (lambda () (pair? log)))
  (thread-terminate! sleeper)
  (show (exception-of (thread-join! sleeper)) log))
;; Whoever joins is told when the thread is terminated.
(let* ((stuck (thread-start! (make-thread (lambda () (thread-sleep! 1000)))))
       (joiner (thread-start! (make-thread (lambda () (exception-of (thread-join! stuck)))))))
  (thread-yield!)
  (thread-terminate! stuck)
  (show (thread-join! joiner)))

;;; Sleeping and times.

(show (time? (current-time)) (time? 12) (real? (time->seconds (current-time))))
(show (= 1/2 (time->seconds (seconds->time 1/2))))
(show (exception-of (time->seconds 12)))
(show (exception-of (seconds->time 'a)))
(define (passes? minimum thunk)
  (let ((before (time->seconds (current-time))))
    (thunk)
    (>= (- (time->seconds (current-time)) before) minimum)))
(show (passes? .002 (lambda () (thread-sleep! .002))))
(show (passes? .002 (lambda () (thread-sleep! 1/500))))
(show (passes? .002 (lambda () (thread-sleep! (seconds->time (+ .002 (time->seconds (current-time))))))))
(thread-sleep! 0)
(thread-sleep! -1)
(thread-sleep! (seconds->time 0))
(show (exception-of (thread-sleep! #f)))
(show (exception-of (thread-sleep! 'a)))
;;; Mutexes.

(define m (make-mutex 'm))
(show (mutex? m) (mutex? 'm) (mutex-name m) (mutex-state m))
(mutex-specific-set! m 'specific)
(show (mutex-specific m))
(show (mutex-lock! m))
(show (eq? (mutex-state m) (current-thread)))
(show (mutex-lock! m 0))
(show (mutex-lock! m .001))
(show (mutex-unlock! m))
(show (mutex-state m))
(show (mutex-lock! m #f #f))
(show (mutex-state m))
(show (mutex-lock! m 0 #f))
;; Any thread may unlock it.
(thread-join! (thread-start! (make-thread (lambda () (mutex-unlock! m)))))
(show (mutex-state m))
(define owner (make-thread (lambda () (thread-sleep! 1000))))
(show (mutex-lock! m #f owner))
(show (eq? (mutex-state m) owner))
(thread-start! owner)
(thread-terminate! owner)
(show (mutex-state m))
(show (exception-of (mutex-lock! m)))
(show (eq? (mutex-state m) (current-thread)))
(mutex-unlock! m)
(show (mutex-state m))
(show (exception-of (mutex-lock! 'a)))
(show (exception-of (mutex-lock! m 'a)))
(show (exception-of (mutex-lock! m #f 'a)))
(show (exception-of (mutex-unlock! 'a)))
(show (mutex-unlock! m))

;; A thread that ends abandons what it owns; one that waits for it is told, and has it.
(let ((holder (thread-start! (make-thread (lambda () (mutex-lock! m) (thread-yield!) 'done)))))
  (wait-until (lambda () (not (eq? (mutex-state m) 'not-abandoned))))
  (show (exception-of (mutex-lock! m)))
  (show (eq? (mutex-state m) (current-thread)))
  (show (thread-join! holder))
  (mutex-unlock! m))

;; Lets all others run until they wait, also where a turn is one step.
(define (let-others-run)
  (do ((i 0 (+ i 1)))
      ((= i 300))
    (thread-yield!)))

;; Those who wait get it in their order.
(set! log '())
(mutex-lock! m)
(define (start-locking name)
  (let ((thread (make-thread (lambda ()
                               (mutex-lock! m)
                               (note! name)
                               (thread-yield!)
                               (mutex-unlock! m)))))
    (thread-start! thread)
    (let-others-run)
    thread))
(let* ((first (start-locking 'first))
       (second (start-locking 'second)))
  (mutex-unlock! m)
  (thread-join! first)
  (thread-join! second)
  (show (reverse log)))

;; One that waits and is terminated does not get it.
(mutex-lock! m)
(let ((waiting (thread-start! (make-thread (lambda () (mutex-lock! m))))))
  (let-others-run)
  (thread-terminate! waiting)
  (mutex-unlock! m)
  (show (mutex-state m)))

;; Counting under a mutex.
(define count 0)
(define (count-to n)
  (make-thread
   (lambda ()
     (do ((i 0 (+ i 1)))
         ((= i n))
       (mutex-lock! m)
       (let ((old count))
         (thread-yield!)
         (set! count (+ old 1)))
       (mutex-unlock! m)))))
(for-each thread-join! (map thread-start! (list (count-to 20) (count-to 20) (count-to 20))))
(show count)

;;; Condition variables.

(define v (make-condition-variable 'v))
(show (condition-variable? v) (condition-variable? m) (condition-variable-name v))
(condition-variable-specific-set! v 'specific)
(show (condition-variable-specific v))
(condition-variable-signal! v)
(condition-variable-broadcast! v)
(mutex-lock! m)
(show (mutex-unlock! m v .001))
(show (mutex-state m))
(show (exception-of (mutex-unlock! m 'a)))
(show (exception-of (condition-variable-signal! m)))
(show (exception-of (condition-variable-broadcast! m)))

;; A buffer of one place.
(define full (make-condition-variable))
(define empty (make-condition-variable))
(define place #f)
(define (put! object)
  (mutex-lock! m)
  (if place
      (begin
        (mutex-unlock! m empty)
        (put! object))
      (begin
        (set! place object)
        (condition-variable-signal! full)
        (mutex-unlock! m))))
(define (get!)
  (mutex-lock! m)
  (if place
      (let ((object place))
        (set! place #f)
        (condition-variable-signal! empty)
        (mutex-unlock! m)
        object)
      (begin
        (mutex-unlock! m full)
        (get!))))
(let ((producer (thread-start!
                 (make-thread (lambda () (for-each put! '(1 2 3 4 5 end)))))))
  (show (let loop ((got '()))
          (let ((object (get!)))
            (if (eq? object 'end)
                (reverse got)
                (loop (cons object got))))))
  (thread-join! producer))

;; Broadcasting wakes all.
(define go? #f)
(let ((threads (map (lambda (i)
                      (thread-start!
                       (make-thread (lambda ()
                                      (mutex-lock! m)
                                      (let wait ()
                                        (if go?
                                            (begin (mutex-unlock! m) i)
                                            (begin (mutex-unlock! m v) (mutex-lock! m) (wait))))))))
                    '(1 2 3))))
  (thread-yield!)
  (mutex-lock! m)
  (set! go? #t)
  (condition-variable-broadcast! v)
  (mutex-unlock! m)
  (show (map thread-join! threads)))

;; With a timeout that does not pass.
(let ((signaller (make-thread (lambda ()
                                (mutex-lock! m)
                                (condition-variable-signal! v)
                                (mutex-unlock! m)))))
  (mutex-lock! m)
  (thread-start! signaller)
  (show (mutex-unlock! m v 1000)))

;;; Exceptions.

(show (with-exception-handler
       (lambda (object) 10)
       (lambda () (+ 1 (raise-continuable 'x)))))
(show (with-exception-handler
       (lambda (object) (list 'handled object))
       (lambda () ((current-exception-handler) 'x))))
(show (procedure? (current-exception-handler)))
(show (call-with-current-continuation
       (lambda (k)
         (with-exception-handler
          (lambda (object) (k (list 'caught object)))
          (lambda () (raise 'x))))))
(show (join-timeout-exception? 'a) (abandoned-mutex-exception? 'a) (terminated-thread-exception? 'a)
      (uncaught-exception? 'a))
(show (exception-of (uncaught-exception-reason 'a)))
