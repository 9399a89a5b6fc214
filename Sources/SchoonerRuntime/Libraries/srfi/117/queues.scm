;;;; A queue is its list and the last pair of it, or the empty list.

(define-record-type list-queue-type
  (new-queue first last)
  list-queue?
  (first queue-first set-queue-first!)
  (last queue-last set-queue-last!))

(define (check-queue object name)
  (if (not (list-queue? object)) (error:wrong-type-argument object 0 name)))

;; A queue that is not empty.
(define (check-filled queue name)
  (check-queue queue name)
  (if (null? (queue-first queue)) (error:bad-range-argument queue 0 name)))

(define (last-pair-of list)
  (if (null? list)
      '()
      (let loop ((pair list))
        (if (pair? (cdr pair))
            (loop (cdr pair))
            pair))))

(define make-list-queue
  (case-lambda
    ((list) (new-queue list (last-pair-of list)))
    ((list last) (new-queue list (if (null? list) '() last)))))

(define (list-queue . elements)
  (make-list-queue elements))

(define (list-queue-copy queue)
  (check-queue queue 'list-queue-copy)
  (make-list-queue (list-copy (queue-first queue))))

;; The elements in the order in which they are made, before those of the queue.
(define list-queue-unfold
  (case-lambda
    ((stop? mapper successor seed)
     (list-queue-unfold stop? mapper successor seed (list-queue)))
    ((stop? mapper successor seed queue)
     (let loop ((seed seed) (made '()))
       (if (stop? seed)
           (begin
             (for-each (lambda (element) (list-queue-add-front! queue element)) made)
             queue)
           (let ((element (mapper seed)))
             (loop (successor seed) (cons element made))))))))

;; The elements in the reverse order, after those of the queue.
(define list-queue-unfold-right
  (case-lambda
    ((stop? mapper successor seed)
     (list-queue-unfold-right stop? mapper successor seed (list-queue)))
    ((stop? mapper successor seed queue)
     (let loop ((seed seed) (made '()))
       (if (stop? seed)
           (begin
             (for-each (lambda (element) (list-queue-add-back! queue element)) made)
             queue)
           (let ((element (mapper seed)))
             (loop (successor seed) (cons element made))))))))

(define (list-queue-empty? queue)
  (check-queue queue 'list-queue-empty?)
  (null? (queue-first queue)))

(define (list-queue-front queue)
  (check-filled queue 'list-queue-front)
  (car (queue-first queue)))

(define (list-queue-back queue)
  (check-filled queue 'list-queue-back)
  (car (queue-last queue)))

(define (list-queue-list queue)
  (check-queue queue 'list-queue-list)
  (queue-first queue))

(define (list-queue-first-last queue)
  (check-queue queue 'list-queue-first-last)
  (values (queue-first queue) (queue-last queue)))

(define (list-queue-add-front! queue element)
  (check-queue queue 'list-queue-add-front!)
  (let ((pair (cons element (queue-first queue))))
    (if (null? (queue-first queue)) (set-queue-last! queue pair))
    (set-queue-first! queue pair)))

(define (list-queue-add-back! queue element)
  (check-queue queue 'list-queue-add-back!)
  (let ((pair (list element)))
    (if (null? (queue-first queue))
        (set-queue-first! queue pair)
        (set-cdr! (queue-last queue) pair))
    (set-queue-last! queue pair)))

(define (list-queue-remove-front! queue)
  (check-filled queue 'list-queue-remove-front!)
  (let ((pair (queue-first queue)))
    (set-queue-first! queue (cdr pair))
    (if (null? (cdr pair)) (set-queue-last! queue '()))
    (car pair)))

(define (list-queue-remove-back! queue)
  (check-filled queue 'list-queue-remove-back!)
  (let* ((first (queue-first queue))
         (last (queue-last queue)))
    (if (eq? first last)
        (begin
          (set-queue-first! queue '())
          (set-queue-last! queue '()))
        (let loop ((pair first))
          (if (eq? (cdr pair) last)
              (begin
                (set-cdr! pair '())
                (set-queue-last! queue pair))
              (loop (cdr pair)))))
    (car last)))

(define (list-queue-remove-all! queue)
  (check-queue queue 'list-queue-remove-all!)
  (let ((list (queue-first queue)))
    (set-queue-first! queue '())
    (set-queue-last! queue '())
    list))

(define list-queue-set-list!
  (case-lambda
    ((queue list) (list-queue-set-list! queue list (last-pair-of list)))
    ((queue list last)
     (check-queue queue 'list-queue-set-list!)
     (set-queue-first! queue list)
     (set-queue-last! queue (if (null? list) '() last)))))

(define (list-queue-append . queues)
  (list-queue-concatenate queues))

(define (list-queue-concatenate queues)
  (for-each (lambda (queue) (check-queue queue 'list-queue-concatenate)) queues)
  (make-list-queue (list-copy (apply append (map queue-first queues)))))

;; The queues give up their pairs, and are empty afterwards.
(define (list-queue-append! . queues)
  (let ((result (list-queue)))
    (for-each
     (lambda (queue)
       (check-queue queue 'list-queue-append!)
       (if (pair? (queue-first queue))
           (begin
             (if (null? (queue-first result))
                 (set-queue-first! result (queue-first queue))
                 (set-cdr! (queue-last result) (queue-first queue)))
             (set-queue-last! result (queue-last queue))
             (list-queue-remove-all! queue))))
     queues)
    result))

(define (list-queue-map proc queue)
  (if (not (list-queue? queue)) (error:wrong-type-argument queue 1 'list-queue-map))
  (make-list-queue (map proc (queue-first queue))))

(define (list-queue-map! proc queue)
  (if (not (list-queue? queue)) (error:wrong-type-argument queue 1 'list-queue-map!))
  (let loop ((pair (queue-first queue)))
    (if (pair? pair)
        (begin
          (set-car! pair (proc (car pair)))
          (loop (cdr pair))))))

(define (list-queue-for-each proc queue)
  (if (not (list-queue? queue)) (error:wrong-type-argument queue 1 'list-queue-for-each))
  (for-each proc (queue-first queue)))
