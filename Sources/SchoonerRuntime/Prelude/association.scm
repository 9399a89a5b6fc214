;;; Association lists, 1D tables and 2D associations: MIT reference manual 11.1 to 11.3.

(define (alist? object)
  (and (list? object) (every pair? object)))

(define (alist-copy alist)
  (if (not (list? alist)) (%wrong-type alist 'alist-copy))
  (let loop ((rest alist) (result '()))
    (if (pair? rest)
        (let ((entry (car rest)))
          (if (not (pair? entry)) (%wrong-type rest 'alist-copy))
          (loop (cdr rest) (cons (cons (car entry) (cdr entry)) result)))
        (reverse! result))))

(define (alist-cons key value alist) (cons (cons key value) alist))

(define (alist-delete key alist #!optional same?)
  (let ((same? (if (default-object? same?) equal? same?)))
    (remove (lambda (entry) (same? key (car entry))) alist)))

(define (alist-delete! key alist #!optional same?)
  (alist-delete key alist same?))

(define (alist-fold kons knil alist)
  (fold (lambda (entry state) (kons (car entry) (cdr entry) state)) knil alist))

(define (alist-for-each procedure alist)
  (for-each (lambda (entry) (procedure (car entry) (cdr entry))) alist))

(define (association-procedure same? selector #!optional caller)
  (lambda (key items)
    (find (lambda (item) (same? key (selector item))) items)))

(define (alist-adjoiner same?)
  (lambda (key value alist)
    (let loop ((rest alist) (result '()))
      (cond ((null? rest) (reverse (cons (cons key value) result)))
            ((same? key (car (car rest)))
             (append-reverse result (cons (cons key value) (cdr rest))))
            (else (loop (cdr rest) (cons (car rest) result)))))))

(define (delete-association-procedure deletor same? selector)
  (lambda (key items)
    ((deletor (lambda (item) (same? key (selector item)))) items)))

(define (assq-ref alist key)
  (let ((entry (assq key alist))) (and entry (cdr entry))))

(define (assv-ref alist key)
  (let ((entry (assv key alist))) (and entry (cdr entry))))

(define (assoc-ref alist key)
  (let ((entry (assoc key alist))) (and entry (cdr entry))))

;;; 1D tables: weak keys, compared by eqv?

(define %1d-table-type (make-record-type '1d-table '(entries)))
(define %make-1d-table (record-constructor %1d-table-type))
(define 1d-table? (record-predicate %1d-table-type))
(define %1d-table-entries (record-accessor %1d-table-type 'entries))

(define (make-1d-table) (%make-1d-table (make-key-weak-eqv-hash-table)))

(define (1d-table/put! table key value)
  (hash-table-set! (%1d-table-entries table) key value))

(define (1d-table/get table key default)
  (hash-table-ref/default (%1d-table-entries table) key default))

(define (1d-table/remove! table key)
  (hash-table-delete! (%1d-table-entries table) key))

(define (1d-table/lookup table key if-found if-not-found)
  (hash-table/lookup (%1d-table-entries table) key if-found if-not-found))

(define (1d-table/alist table)
  (hash-table->alist (%1d-table-entries table)))

(define (1d-table/for-each table procedure)
  (hash-table-walk (%1d-table-entries table) procedure))

;;; The 2D association: weak keys in both directions, compared by eqv?

(define %2d-rows (make-key-weak-eqv-hash-table))

(define (2d-put! x y value)
  (hash-table-set! (hash-table-intern! %2d-rows x make-key-weak-eqv-hash-table) y value))

(define (2d-get x y)
  (let ((row (hash-table-ref/default %2d-rows x #f)))
    (and row (hash-table-ref/default row y #f))))

(define (2d-remove! x y)
  (let ((row (hash-table-ref/default %2d-rows x #f)))
    (if row (hash-table-delete! row y))))

(define (2d-get-alist-x x)
  (let ((row (hash-table-ref/default %2d-rows x #f)))
    (if row (hash-table->alist row) '())))

(define (2d-get-alist-y y)
  (hash-table-fold %2d-rows
                   (lambda (x row result)
                     (let ((value (hash-table-ref/default row y %no-value)))
                       (if (eq? value %no-value)
                           result
                           (cons (cons x value) result))))
                   '()))

;;; Weak lists

(define (weak-list . elements) (list->weak-list elements))

(define (list->weak-list list)
  (fold-right weak-cons '() list))

(define (weak-list->list weak-list)
  (let loop ((rest weak-list) (result '()))
    (if (weak-pair? rest)
        (loop (weak-cdr rest)
              (if (weak-pair/car? rest) (cons (weak-car rest) result) result))
        (reverse! result))))

(define (weak-memq object weak-list)
  (let loop ((rest weak-list))
    (and (weak-pair? rest)
         (if (eq? object (weak-car rest))
             rest
             (loop (weak-cdr rest))))))
