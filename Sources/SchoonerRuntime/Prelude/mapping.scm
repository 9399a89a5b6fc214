;;; Mapping over lists: R7RS 6.10, SRFI 1.
;;; Elements are visited from left to right. Results are gathered in reverse and turned round by a copy, so that a
;;; continuation captured inside a procedure can be re-entered without disturbing an earlier result.

;; The end of a walk along a list: anything but () is an error of the caller.
(define (%check-list-end rest caller)
  (if (not (null? rest))
      (%wrong-type rest caller)))

;; Whether one of the lists has ended; a list that is neither pair nor () is an error.
(define (%any-ended? lists caller)
  (let loop ((rest lists) (ended? #f))
    (cond ((null? rest) ended?)
          ((pair? (car rest)) (loop (cdr rest) ended?))
          ((null? (car rest)) (loop (cdr rest) #t))
          (else (%wrong-type (car rest) caller)))))

(define (%cars lists)
  (let loop ((rest lists) (result '()))
    (if (pair? rest)
        (loop (cdr rest) (cons (car (car rest)) result))
        (reverse! result))))

(define (%cdrs lists)
  (let loop ((rest lists) (result '()))
    (if (pair? rest)
        (loop (cdr rest) (cons (cdr (car rest)) result))
        (reverse! result))))

(define (%map-1 procedure list caller)
  (let loop ((rest list) (result '()))
    (if (pair? rest)
        (let ((value (procedure (car rest))))
          (loop (cdr rest) (cons value result)))
        (begin
          (%check-list-end rest caller)
          (reverse result)))))

(define (%map-2 procedure list1 list2 caller)
  (let loop ((rest1 list1) (rest2 list2) (result '()))
    (if (and (pair? rest1) (pair? rest2))
        (let ((value (procedure (car rest1) (car rest2))))
          (loop (cdr rest1) (cdr rest2) (cons value result)))
        (begin
          (if (not (pair? rest1)) (%check-list-end rest1 caller))
          (if (not (pair? rest2)) (%check-list-end rest2 caller))
          (reverse result)))))

(define (%map-n procedure lists caller)
  (let loop ((lists lists) (result '()))
    (if (%any-ended? lists caller)
        (reverse result)
        (let ((value (apply procedure (%cars lists))))
          (loop (%cdrs lists) (cons value result))))))

(define (map procedure first . rest)
  (cond ((null? rest) (%map-1 procedure first 'map))
        ((null? (cdr rest)) (%map-2 procedure first (car rest) 'map))
        (else (%map-n procedure (cons first rest) 'map))))

(define (map-in-order procedure first . rest)
  (apply map procedure first rest))

(define (map! procedure first . rest)
  (apply map procedure first rest))

(define (for-each procedure first . rest)
  (cond ((null? rest)
         (let loop ((rest first))
           (if (pair? rest)
               (begin
                 (procedure (car rest))
                 (loop (cdr rest)))
               (%check-list-end rest 'for-each))))
        ((null? (cdr rest))
         (let loop ((rest1 first) (rest2 (car rest)))
           (if (and (pair? rest1) (pair? rest2))
               (begin
                 (procedure (car rest1) (car rest2))
                 (loop (cdr rest1) (cdr rest2)))
               (begin
                 (if (not (pair? rest1)) (%check-list-end rest1 'for-each))
                 (if (not (pair? rest2)) (%check-list-end rest2 'for-each))))))
        (else
         (let loop ((lists (cons first rest)))
           (if (not (%any-ended? lists 'for-each))
               (begin
                 (apply procedure (%cars lists))
                 (loop (%cdrs lists))))))))

(define (append-map procedure first . rest)
  (cond ((null? rest) (apply append (%map-1 procedure first 'append-map)))
        ((null? (cdr rest)) (apply append (%map-2 procedure first (car rest) 'append-map)))
        (else (apply append (%map-n procedure (cons first rest) 'append-map)))))

(define (append-map! procedure first . rest)
  (apply append-map procedure first rest))

(define (filter-map procedure first . rest)
  (if (null? rest)
      (let loop ((rest first) (result '()))
        (if (pair? rest)
            (let ((value (procedure (car rest))))
              (loop (cdr rest) (if value (cons value result) result)))
            (begin
              (%check-list-end rest 'filter-map)
              (reverse result))))
      (filter (lambda (value) value) (%map-n procedure (cons first rest) 'filter-map))))

(define (pair-for-each procedure first . rest)
  (if (null? rest)
      (let loop ((rest first))
        (if (pair? rest)
            (let ((next (cdr rest)))
              (procedure rest)
              (loop next))
            (%check-list-end rest 'pair-for-each)))
      (let loop ((lists (cons first rest)))
        (if (not (%any-ended? lists 'pair-for-each))
            (let ((next (%cdrs lists)))
              (apply procedure lists)
              (loop next))))))

;;; Folding

(define (fold kons knil first . rest)
  (cond ((null? rest)
         (let loop ((state knil) (rest first))
           (if (pair? rest)
               (loop (kons (car rest) state) (cdr rest))
               (begin
                 (%check-list-end rest 'fold)
                 state))))
        (else
         (let loop ((state knil) (lists (cons first rest)))
           (if (%any-ended? lists 'fold)
               state
               (loop (apply kons (append (%cars lists) (list state))) (%cdrs lists)))))))

(define (fold-left procedure initial first . rest)
  (if (null? rest)
      (let loop ((state initial) (rest first))
        (if (pair? rest)
            (loop (procedure state (car rest)) (cdr rest))
            (begin
              (%check-list-end rest 'fold)
              state)))
      (let loop ((state initial) (lists (cons first rest)))
        (if (%any-ended? lists 'fold)
            state
            (loop (apply procedure state (%cars lists)) (%cdrs lists))))))

;; A proper list turned round, for the folds from the right.
(define (%reversed list caller)
  (if (not (list? list)) (%wrong-type list caller))
  (reverse list))

(define (fold-right procedure initial first . rest)
  (if (null? rest)
      (let loop ((state initial) (rest (%reversed first 'fold-right)))
        (if (pair? rest)
            (loop (procedure (car rest) state) (cdr rest))
            state))
      (let loop ((rows '()) (lists (cons first rest)))
        (if (%any-ended? lists 'fold-right)
            (let fold-rows ((state initial) (rows rows))
              (if (pair? rows)
                  (fold-rows (apply procedure (append (car rows) (list state))) (cdr rows))
                  state))
            (loop (cons (%cars lists) rows) (%cdrs lists))))))

(define (reduce procedure initial list)
  (if (pair? list)
      (let loop ((state (car list)) (rest (cdr list)))
        (if (pair? rest)
            (loop (procedure (car rest) state) (cdr rest))
            (begin
              (%check-list-end rest 'reduce)
              state)))
      (begin
        (%check-list-end list 'reduce)
        initial)))

(define (reduce-left procedure initial list)
  (reduce (lambda (element state) (procedure state element)) initial list))

(define (reduce-right procedure initial list)
  (let ((reversed (%reversed list 'reduce-right)))
    (if (pair? reversed)
        (let loop ((state (car reversed)) (rest (cdr reversed)))
          (if (pair? rest)
              (loop (procedure (car rest) state) (cdr rest))
              state))
        initial)))

(define (pair-fold kons knil first . rest)
  (if (null? rest)
      (let loop ((state knil) (rest first))
        (if (pair? rest)
            (let ((next (cdr rest)))
              (loop (kons rest state) next))
            (begin
              (%check-list-end rest 'pair-fold)
              state)))
      (let loop ((state knil) (lists (cons first rest)))
        (if (%any-ended? lists 'pair-fold)
            state
            (let ((next (%cdrs lists)))
              (loop (apply kons (append lists (list state))) next))))))

(define (unfold stop? mapper successor seed #!optional tail-generator)
  (let loop ((seed seed) (result '()))
    (if (stop? seed)
        (append-reverse result
                        (if (or (default-object? tail-generator) (not tail-generator))
                            '()
                            (tail-generator seed)))
        (let ((value (mapper seed)))
          (loop (successor seed) (cons value result))))))

(define (unfold-right stop? mapper successor seed #!optional tail)
  (let loop ((seed seed) (result (if (default-object? tail) '() tail)))
    (if (stop? seed)
        result
        (let ((value (mapper seed)))
          (loop (successor seed) (cons value result))))))

(define (list-tabulate count procedure)
  (if (not (and (exact-integer? count) (>= count 0)))
      (%wrong-type count 'list-tabulate))
  (let loop ((index 0) (result '()))
    (if (< index count)
        (let ((value (procedure index)))
          (loop (+ index 1) (cons value result)))
        (reverse result))))

(define (make-initialized-list count procedure)
  (list-tabulate count procedure))

;; The general case of `iota`: numbers that are neither fixnums nor flonums.
(define (%iota count start step)
  (let loop ((index (- count 1)) (result '()))
    (if (< index 0)
        result
        (loop (- index 1) (cons (+ start (* index step)) result)))))
