;;; Choosing, searching and deleting with predicates: SRFI 1, MIT reference manual 7.6 and 7.7.

(define (filter predicate list)
  (let loop ((rest list) (result '()))
    (if (pair? rest)
        (loop (cdr rest)
              (if (predicate (car rest))
                  (cons (car rest) result)
                  result))
        (begin
          (%check-list-end rest 'filter)
          (reverse result)))))

(define (remove predicate list)
  (let loop ((rest list) (result '()))
    (if (pair? rest)
        (loop (cdr rest)
              (if (predicate (car rest))
                  result
                  (cons (car rest) result)))
        (begin
          (%check-list-end rest 'filter)
          (reverse result)))))

(define (filter! predicate list) (filter predicate list))
(define (remove! predicate list) (remove predicate list))

(define (partition predicate list)
  (let loop ((rest list) (in '()) (out '()))
    (if (pair? rest)
        (if (predicate (car rest))
            (loop (cdr rest) (cons (car rest) in) out)
            (loop (cdr rest) in (cons (car rest) out)))
        (begin
          (%check-list-end rest 'partition)
          (values (reverse in) (reverse out))))))

(define (partition! predicate list) (partition predicate list))

(define (find-tail predicate list)
  (let loop ((rest list))
    (if (pair? rest)
        (if (predicate (car rest))
            rest
            (loop (cdr rest)))
        (begin
          (%check-list-end rest 'find-tail)
          #f))))

(define (find predicate list)
  (let loop ((rest list))
    (if (pair? rest)
        (if (predicate (car rest))
            (car rest)
            (loop (cdr rest)))
        (begin
          (%check-list-end rest 'find-tail)
          #f))))

(define (list-search-positive list predicate) (find predicate list))
(define (for-all? list predicate) (every predicate list))
(define (exists? list predicate) (any predicate list))

(define (list-index predicate first . rest)
  (if (null? rest)
      (let loop ((rest first) (index 0))
        (if (pair? rest)
            (if (predicate (car rest))
                index
                (loop (cdr rest) (+ index 1)))
            (begin
              (%check-list-end rest 'list-index)
              #f)))
      (let loop ((lists (cons first rest)) (index 0))
        (cond ((%any-ended? lists 'list-index) #f)
              ((apply predicate (%cars lists)) index)
              (else (loop (%cdrs lists) (+ index 1)))))))

;; The last call of the predicate is a tail call, as SRFI 1 asks.
(define (any predicate first . rest)
  (if (null? rest)
      (if (pair? first)
          (let loop ((rest first))
            (let ((next (cdr rest)))
              (if (pair? next)
                  (or (predicate (car rest)) (loop next))
                  (begin
                    (%check-list-end next 'any)
                    (predicate (car rest))))))
          (begin
            (%check-list-end first 'any)
            #f))
      (let loop ((lists (cons first rest)))
        (if (%any-ended? lists 'any)
            #f
            (let ((next (%cdrs lists)))
              (if (%any-ended? next 'any)
                  (apply predicate (%cars lists))
                  (or (apply predicate (%cars lists)) (loop next))))))))

(define (every predicate first . rest)
  (if (null? rest)
      (if (pair? first)
          (let loop ((rest first))
            (let ((next (cdr rest)))
              (if (pair? next)
                  (and (predicate (car rest)) (loop next))
                  (begin
                    (%check-list-end next 'every)
                    (predicate (car rest))))))
          (begin
            (%check-list-end first 'every)
            #t))
      (let loop ((lists (cons first rest)))
        (if (%any-ended? lists 'every)
            #t
            (let ((next (%cdrs lists)))
              (if (%any-ended? next 'every)
                  (apply predicate (%cars lists))
                  (and (apply predicate (%cars lists)) (loop next))))))))

(define (count predicate first . rest)
  (if (null? rest)
      (let loop ((rest first) (total 0))
        (if (pair? rest)
            (loop (cdr rest) (if (predicate (car rest)) (+ total 1) total))
            (begin
              (%check-list-end rest 'count)
              total)))
      (let loop ((lists (cons first rest)) (total 0))
        (if (%any-ended? lists 'count)
            total
            (loop (%cdrs lists)
                  (if (apply predicate (%cars lists)) (+ total 1) total))))))

;;; The three-argument forms of the primitives

(define (%member object list same?)
  (let loop ((rest list))
    (if (pair? rest)
        (if (same? object (car rest))
            rest
            (loop (cdr rest)))
        (begin
          (%check-list-end rest 'member)
          #f))))

(define (%assoc key alist same?)
  (let loop ((rest alist))
    (if (pair? rest)
        (begin
          (if (not (pair? (car rest))) (%wrong-type alist 'assoc))
          (if (same? key (car (car rest)))
              (car rest)
              (loop (cdr rest))))
        (begin
          (%check-list-end rest 'assoc)
          #f))))

(define (%delete object list same?)
  (remove (lambda (element) (same? object element)) list))

(define (%delete! object list same?)
  (%delete object list same?))

(define (member-procedure same? #!optional caller)
  (lambda (object list) (%member object list same?)))

(define (add-member-procedure same? #!optional caller)
  (lambda (object list)
    (if (%member object list same?) list (cons object list))))

(define (list-deletor predicate) (lambda (list) (remove predicate list)))
(define (list-deletor! predicate) (lambda (list) (remove! predicate list)))

(define (delete-duplicates list #!optional same?)
  (if (not (list? list)) (%wrong-type list 'delete-duplicates))
  (let ((table
         (cond ((or (default-object? same?) (eq? same? equal?)) (make-equal-hash-table))
               ((eq? same? eqv?) (make-strong-eqv-hash-table))
               ((eq? same? eq?) (make-strong-eq-hash-table))
               (else #f))))
    (if table
        (remove (lambda (element)
                  (or (hash-table-contains? table element)
                      (begin
                        (hash-table-set! table element #t)
                        #f)))
                list)
        (let loop ((rest list) (result '()))
          (if (pair? rest)
              (loop (cdr rest)
                    (if (any (lambda (earlier) (same? earlier (car rest))) result)
                        result
                        (cons (car rest) result)))
              (reverse result))))))

(define (delete-member-procedure deletor same?)
  (lambda (item items)
    ((deletor (lambda (other) (same? item other))) items)))
