;;; Hash tables with procedures: MIT reference manual 11.4, SRFI 69.

(define %no-value (list 'no-value))

(define (%given? procedure)
  (and (not (default-object? procedure)) procedure))

(define (hash-table-ref table key #!optional fail succeed)
  (let ((value (hash-table-ref/default table key %no-value)))
    (cond ((eq? value %no-value)
           (if (%given? fail)
               (fail)
               (%bad-range key 'hash-table-ref)))
          ((%given? succeed) (succeed value))
          (else value))))

;; (hash-table-set! table key value …) and (hash-table-delete! table key …) with any number of keys. SRFI 125.

(define (%hash-table-set-all! table . rest)
  (if (not (hash-table? table)) (%wrong-type table 'hash-table-set!))
  (let loop ((rest rest))
    (if (pair? rest)
        (begin
          (if (null? (cdr rest)) (%bad-range rest 'hash-table-set!))
          (hash-table-set! table (car rest) (car (cdr rest)))
          (loop (cdr (cdr rest)))))))

(define (%hash-table-delete-all! table . keys)
  (if (not (hash-table? table)) (%wrong-type table 'hash-table-delete!))
  (fold (lambda (key total) (+ total (hash-table-delete! table key))) 0 keys))

;; A table by a comparator (SRFI 125), which the library of SRFI 128 knows.
(define (%make-comparator-hash-table comparator . arguments)
  (if (not (comparator? comparator)) (%wrong-type comparator 'make-hash-table))
  (make-hash-table (comparator-equality-predicate comparator)
                   (comparator-hash-function comparator)))

(define (hash-table-update! table key procedure #!optional fail succeed)
  (hash-table-set! table key (procedure (hash-table-ref table key fail succeed))))

(define (hash-table-update!/default table key procedure default)
  (hash-table-set! table key (procedure (hash-table-ref/default table key default))))

(define (hash-table-intern! table key make-value)
  (let ((value (hash-table-ref/default table key %no-value)))
    (if (eq? value %no-value)
        (let ((value (make-value)))
          (hash-table-set! table key value)
          value)
        value)))

(define (hash-table/intern! table key make-value) (hash-table-intern! table key make-value))
(define (hash-table-ref! table key make-value) (hash-table-intern! table key make-value))

(define (hash-table/lookup table key if-found if-not-found)
  (let ((value (hash-table-ref/default table key %no-value)))
    (if (eq? value %no-value)
        (if-not-found)
        (if-found value))))

;;; Walking. The entries are listed before the first call, so the procedure may change the table.

(define (%walk-hash-table table procedure)
  (let ((entries (%hash-table-entries table)))
    (let ((end (vector-length entries)))
      (let loop ((index 0))
        (if (< index end)
            (begin
              (procedure (vector-ref entries index) (vector-ref entries (+ index 1)))
              (loop (+ index 2))))))))

(define (hash-table-walk table procedure)
  (if (hash-table? procedure)
      (%walk-hash-table procedure table)
      (%walk-hash-table table procedure)))

(define (hash-table-for-each table procedure) (hash-table-walk table procedure))
(define (hash-table/for-each table procedure) (hash-table-walk table procedure))

;; Both orders of arguments: MIT's (table kons knil) and SRFI 235's (kons knil table).
(define (hash-table-fold table kons knil)
  (if (hash-table? table)
      (let ((entries (%hash-table-entries table)))
        (let ((end (vector-length entries)))
          (let loop ((index 0) (state knil))
            (if (< index end)
                (loop (+ index 2)
                      (kons (vector-ref entries index) (vector-ref entries (+ index 1)) state))
                state))))
      (if (hash-table? knil)
          (hash-table-fold knil table kons)
          (%wrong-type table 'hash-table-fold))))

;; With one argument the number of entries; with two, of those that satisfy the predicate.
(define (hash-table-count table #!optional predicate)
  (cond ((default-object? predicate) (hash-table-size table))
        ((hash-table? predicate) (hash-table-count predicate table))
        (else
         (hash-table-fold table
                          (lambda (key value total)
                            (if (predicate key value) (+ total 1) total))
                          0))))

(define (hash-table-update-all! table procedure)
  (hash-table-walk table
                   (lambda (key value)
                     (hash-table-set! table key (procedure key value)))))

(define (hash-table-map! procedure table) (hash-table-update-all! table procedure))

(define (hash-table-map->list procedure table)
  (reverse
   (hash-table-fold table
                    (lambda (key value result) (cons (procedure key value) result))
                    '())))

(define (hash-table-prune! procedure table)
  (hash-table-walk table
                   (lambda (key value)
                     (if (procedure key value) (hash-table-delete! table key)))))

(define (hash-table-remove! table procedure) (hash-table-prune! procedure table))

(define (hash-table-find procedure table #!optional fail)
  (let ((entries (%hash-table-entries table)))
    (let ((end (vector-length entries)))
      (let loop ((index 0))
        (if (< index end)
            (or (procedure (vector-ref entries index) (vector-ref entries (+ index 1)))
                (loop (+ index 2)))
            (if (%given? fail) (fail) #f))))))

(define (hash-table-every predicate table)
  (not (hash-table-find (lambda (key value) (not (predicate key value))) table)))

(define (hash-table-entries table)
  (values (hash-table-keys table) (hash-table-values table)))

(define (hash-table-pop! table)
  (let ((keys (hash-table-keys table)))
    (if (null? keys) (%bad-range table 'hash-table-pop!))
    (let ((value (hash-table-ref table (car keys))))
      (hash-table-delete! table (car keys))
      (values (car keys) value))))

;;; Tables from and with others

(define (alist->hash-table alist #!optional same? . rest)
  (let ((table (if (default-object? same?)
                   (make-equal-hash-table)
                   (apply make-hash-table same? rest))))
    (for-each (lambda (entry)
                (if (not (pair? entry)) (%wrong-type alist 'alist->hash-table))
                (hash-table-set! table (car entry) (cdr entry)))
              alist)
    table))

(define (hash-table-union! table other)
  (hash-table-walk other
                   (lambda (key value)
                     (if (not (hash-table-contains? table key))
                         (hash-table-set! table key value))))
  table)

(define (hash-table-merge! table other) (hash-table-union! table other))

(define (hash-table-intersection! table other)
  (hash-table-prune! (lambda (key value) (not (hash-table-contains? other key))) table)
  table)

(define (hash-table-difference! table other)
  (hash-table-prune! (lambda (key value) (hash-table-contains? other key)) table)
  table)

;; The values are compared by a procedure or a comparator.
(define (hash-table=? same? left right)
  (if (not (procedure? same?))
      (hash-table=? (comparator-equality-predicate same?) left right)
      (%equal-tables? same? left right)))

(define (%equal-tables? same? left right)
  (and (= (hash-table-size left) (hash-table-size right))
       (hash-table-every
        (lambda (key value)
          (let ((other (hash-table-ref/default right key %no-value)))
            (and (not (eq? other %no-value)) (same? value other))))
        left)))

(define (strong-hash-table/constructor hash same? #!optional rehash-after-gc?)
  (lambda (#!optional initial-size) (make-hash-table same? hash)))

(define (string-ci-hash string #!optional modulus)
  (string-hash (string-foldcase string) modulus))

(define (make-string-ci-hash-table #!optional initial-size)
  (make-hash-table string-ci=? string-ci-hash))

(define (hash-table-constructor same? #!optional hash . rest)
  (lambda (#!optional initial-size)
    (if (default-object? hash)
        (make-hash-table same?)
        (make-hash-table same? hash))))

;; For tables by =: what is equal has the same hash, whether exact or not. For tables by char-ci=?.
(define (%number-hash number)
  (eqv-hash (if (and (inexact? number) (= number number) (< (magnitude number) +inf.0))
                (exact number)
                number)))

(define (%char-ci-hash char) (eqv-hash (char-foldcase char)))

;;; Tables with an equivalence and a hash of the program's own: the primitives send their work here.

;; A table whose hash function insists on a bound besides the key (SRFI 69).
(define (%make-bounded-hash-table same? hash . arguments)
  (make-hash-table same? (lambda (key) (hash key 1073741789))))

(define (%custom-hash table key)
  (let ((hash ((hash-table-hash-function table) key)))
    (if (not (and (exact-integer? hash) (>= hash 0)))
        (%wrong-type hash 'hash-table-set!))
    (remainder hash 1073741789)))

(define (%custom-find table key hash)
  (let ((same? (hash-table-equivalence-function table)))
    (let loop ((entry (%hash-table-probe table hash #f)))
      (and entry
           (if (same? (%hash-table-entry-key table entry) key)
               entry
               (loop (%hash-table-probe table hash entry)))))))

(define (%custom-hash-table-ref/default table key default)
  (let ((entry (%custom-find table key (%custom-hash table key))))
    (if entry (%hash-table-entry-value table entry) default)))

(define (%custom-hash-table-contains? table key)
  (if (%custom-find table key (%custom-hash table key)) #t #f))

(define (%custom-hash-table-set! table key value)
  (let* ((hash (%custom-hash table key))
         (entry (%custom-find table key hash)))
    (if entry
        (%hash-table-set-entry! table entry value)
        (%hash-table-add-entry! table key value hash))))

(define (%custom-hash-table-delete! table key)
  (let ((entry (%custom-find table key (%custom-hash table key))))
    (if entry
        (begin
          (%hash-table-remove-entry! table entry)
          1)
        0)))
