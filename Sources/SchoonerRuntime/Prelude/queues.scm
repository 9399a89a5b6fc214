;;; Queues: first in, first out. MIT Scheme 12.1. A queue is a pair of its elements and their last pair.

(define (make-queue) (cons '() '()))

(define (queue-empty? queue) (null? (car queue)))

(define (enqueue! queue element)
  (let ((last (list element)))
    (if (null? (car queue))
        (set-car! queue last)
        (set-cdr! (cdr queue) last))
    (set-cdr! queue last)))

(define (dequeue! queue)
  (let ((elements (car queue)))
    (if (null? elements) (%bad-range queue 'dequeue!))
    (set-car! queue (cdr elements))
    (car elements)))

(define (queue->list queue) (list-copy (car queue)))
