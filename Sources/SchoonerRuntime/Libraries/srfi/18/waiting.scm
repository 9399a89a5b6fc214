;;;; Waiting for another thread.
;;;;
;;;; What changes the state of threads, mutexes and condition variables does so in one piece, without a switch of
;;;; threads.  Who has to wait leaves a waiter behind and waits for what is put into its queue.

(define-syntax atomically
  (syntax-rules ()
    ((_ form ...)
     (without-interrupts (lambda () form ...)))))

;; The same for forms that signal no errors, and quicker.
(define-syntax briefly
  (syntax-rules ()
    ((_ form ...)
     (begin
       (%adjust-preemption! 1)
       (let ((value (begin form ...)))
         (%adjust-preemption! -1)
         value)))))

;; The state is `waiting', `gone' or what it was woken with, a true value.
(define-record-type waiter
  (new-waiter thread owner state queue)
  waiter?
  (thread waiter-thread)
  ;; Who shall own the mutex that is waited for.
  (owner waiter-owner)
  (state waiter-state set-waiter-state!)
  (queue waiter-queue))

(define (make-waiter thread owner)
  (new-waiter thread owner 'waiting (make-thread-queue)))

;; In one piece with what the thread has waited for.
(define (wake! waiter news)
  (set-waiter-state! waiter news)
  (thread-queue/queue! (waiter-queue waiter) news))

;; Waits until it is woken, or a point in time; what it was woken with, or #f.
(define (wait! waiter seconds)
  (if seconds
      (let loop ()
        (let ((left (milliseconds-until seconds)))
          (cond ((thread-queue/dequeue-no-hang! (waiter-queue waiter) left))
                ;; The clock of the scheduler is not the calendar's.
                ((> (milliseconds-until seconds) 1.) (loop))
                (else
                 (atomically
                  (if (eq? (waiter-state waiter) 'waiting)
                      (begin
                        (set-waiter-state! waiter 'gone)
                        #f)
                      (waiter-state waiter)))))))
      (thread-queue/dequeue! (waiter-queue waiter))))

;; The first of a queue of waiters that still waits; #f when nobody does.  In one piece with what follows.
(define (next-waiter! queue)
  (if (queue-empty? queue)
      #f
      (let ((waiter (dequeue! queue)))
        (if (and (eq? (waiter-state waiter) 'waiting)
                 (not (thread-ended? (waiter-thread waiter))))
            waiter
            (next-waiter! queue)))))
