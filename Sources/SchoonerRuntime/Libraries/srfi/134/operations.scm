;;;; Whole deques.

;;; Making

(define (ideque-tabulate size proc)
  (if (not (exact-integer? size)) (error:wrong-type-argument size 0 'ideque-tabulate))
  (if (< size 0) (error:bad-range-argument size 0 'ideque-tabulate))
  (let loop ((index 0) (deque empty))
    (if (= index size)
        deque
        (loop (+ index 1) (ideque-add-back deque (proc index))))))

(define (ideque-unfold stop? mapper successor seed)
  (let loop ((seed seed) (deque empty))
    (if (stop? seed)
        deque
        (let ((element (mapper seed)))
          (loop (successor seed) (ideque-add-back deque element))))))

(define (ideque-unfold-right stop? mapper successor seed)
  (let loop ((seed seed) (deque empty))
    (if (stop? seed)
        deque
        (let ((element (mapper seed)))
          (loop (successor seed) (ideque-add-front deque element))))))

(define (generator->ideque generator)
  (ideque-unfold eof-object?
                 (lambda (element) element)
                 (lambda (element) (generator))
                 (generator)))

(define (ideque->generator deque)
  (check-deque deque 0 'ideque->generator)
  (lambda ()
    (if (ideque-empty? deque)
        (eof-object)
        (let ((element (ideque-front deque)))
          (set! deque (ideque-remove-front deque))
          element))))

(define (ideque-append . deques)
  (list->ideque (apply append (map ideque->list deques))))

(define (ideque-zip deque . more)
  (list->ideque (apply map list (ideque->list deque) (map ideque->list more))))

;;; Comparing

(define (same-lists? same? a b)
  (cond ((null? a) (null? b))
        ((null? b) #f)
        (else (and (same? (car a) (car b))
                   (same-lists? same? (cdr a) (cdr b))))))

(define (ideque= same? . deques)
  (let ((lists (map ideque->list deques)))
    (or (null? lists)
        (let loop ((first (car lists)) (rest (cdr lists)))
          (or (null? rest)
              (and (same-lists? same? first (car rest))
                   (loop (car rest) (cdr rest))))))))

;;; Going through; the procedures come first, the deque behind them

(define-syntax define-over-list
  (syntax-rules ()
    ((_ (name argument ... list) form ...)
     (define (name argument ... deque)
       (check-deque deque (length '(argument ...)) 'name)
       (let ((list (ideque->list deque)))
         form ...)))))

(define-over-list (ideque-any pred list)
  (let loop ((rest list))
    (and (pair? rest)
         (if (null? (cdr rest))
             (pred (car rest))
             (or (pred (car rest))
                 (loop (cdr rest)))))))

(define-over-list (ideque-every pred list)
  (let loop ((rest list))
    (or (null? rest)
        (if (null? (cdr rest))
            (pred (car rest))
            (and (pred (car rest))
                 (loop (cdr rest)))))))

(define-over-list (ideque-count pred list)
  (let loop ((rest list) (count 0))
    (if (null? rest)
        count
        (loop (cdr rest) (if (pred (car rest)) (+ count 1) count)))))

(define-over-list (ideque-map proc list)
  (list->ideque (map proc list)))

(define-over-list (ideque-filter-map proc list)
  (list->ideque
   (let loop ((rest list) (kept '()))
     (if (null? rest)
         (reverse kept)
         (let ((value (proc (car rest))))
           (loop (cdr rest) (if value (cons value kept) kept)))))))

(define-over-list (ideque-append-map proc list)
  (list->ideque (apply append (map proc list))))

(define-over-list (ideque-for-each proc list)
  (for-each proc list))

(define-over-list (ideque-for-each-right proc list)
  (for-each proc (reverse list)))

(define (fold-list proc seed list)
  (if (null? list)
      seed
      (fold-list proc (proc (car list) seed) (cdr list))))

(define-over-list (ideque-fold proc seed list)
  (fold-list proc seed list))

(define-over-list (ideque-fold-right proc seed list)
  (fold-list proc seed (reverse list)))

;; Two lists: the elements that the predicate holds for, and the others.
(define (partition-list pred list receiver)
  (let loop ((rest list) (in '()) (out '()))
    (cond ((null? rest) (receiver (reverse in) (reverse out)))
          ((pred (car rest)) (loop (cdr rest) (cons (car rest) in) out))
          (else (loop (cdr rest) in (cons (car rest) out))))))

(define-over-list (ideque-filter pred list)
  (partition-list pred list (lambda (in out) (list->ideque in))))

(define-over-list (ideque-remove pred list)
  (partition-list pred list (lambda (in out) (list->ideque out))))

(define-over-list (ideque-partition pred list)
  (partition-list pred list
                  (lambda (in out) (values (list->ideque in) (list->ideque out)))))

;; The failure is a thunk for when there is none.
(define (find-in-list pred list optional)
  (let loop ((rest list))
    (cond ((null? rest) (if (pair? optional) ((car optional)) #f))
          ((pred (car rest)) (car rest))
          (else (loop (cdr rest))))))

(define (ideque-find pred deque . failure)
  (check-deque deque 1 'ideque-find)
  (find-in-list pred (ideque->list deque) failure))

(define (ideque-find-right pred deque . failure)
  (check-deque deque 1 'ideque-find-right)
  (find-in-list pred (reverse (ideque->list deque)) failure))

;;; Splitting by a predicate

;; How many elements at the beginning it holds for.
(define (prefix-length pred list)
  (let loop ((rest list) (count 0))
    (if (and (pair? rest) (pred (car rest)))
        (loop (cdr rest) (+ count 1))
        count)))

(define-syntax define-split
  (syntax-rules ()
    ((_ (name pred deque) direction part)
     (define (name pred deque)
       (check-deque deque 1 'name)
       (part deque (prefix-length pred (direction (ideque->list deque))))))))

(define (forward list) list)

(define-split (ideque-take-while pred deque) forward ideque-take)
(define-split (ideque-drop-while pred deque) forward ideque-drop)
(define-split (ideque-take-while-right pred deque) reverse ideque-take-right)
(define-split (ideque-drop-while-right pred deque) reverse ideque-drop-right)
(define-split (ideque-span pred deque) forward ideque-split-at)

(define (ideque-break pred deque)
  (ideque-span (lambda (element) (not (pred element))) deque))
