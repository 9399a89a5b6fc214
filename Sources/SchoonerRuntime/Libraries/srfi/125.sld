;;; SRFI 125: hash tables, with comparators. They are the global ones of MIT Scheme.
(define-library (srfi 125)
  (export
    ;; Constructors
    make-hash-table hash-table hash-table-unfold alist->hash-table
    ;; Predicates
    hash-table? hash-table-contains? hash-table-exists? hash-table-empty? hash-table=? hash-table-mutable?
    ;; Accessors
    hash-table-ref hash-table-ref/default
    ;; Mutators
    hash-table-set! hash-table-delete! hash-table-intern! hash-table-update! hash-table-update!/default
    hash-table-pop! hash-table-clear!
    ;; The whole hash table
    hash-table-size hash-table-keys hash-table-values hash-table-entries hash-table-find hash-table-count
    ;; Mapping and folding
    hash-table-map hash-table-for-each hash-table-walk hash-table-map! hash-table-map->list hash-table-fold
    hash-table-prune!
    ;; Copying and conversion
    hash-table-copy hash-table-empty-copy hash-table->alist
    ;; Hash tables as sets
    hash-table-union! hash-table-merge! hash-table-intersection! hash-table-difference! hash-table-xor!
    ;; Hash functions and reflectivity, deprecated
    hash string-hash string-ci-hash hash-by-identity hash-table-equivalence-function hash-table-hash-function)
  (import (scheme base)
          (only (srfi 69) alist->hash-table hash hash-by-identity)
          (only (mit legacy runtime)
            make-hash-table hash-table? hash-table-contains? hash-table-exists? hash-table-empty?
            hash-table=? hash-table-ref hash-table-ref/default hash-table-set! hash-table-delete! hash-table-intern!
            hash-table-update! hash-table-update!/default hash-table-pop! hash-table-clear! hash-table-size
            hash-table-keys hash-table-values hash-table-entries hash-table-find hash-table-count hash-table-for-each
            hash-table-walk hash-table-map! hash-table-map->list hash-table-fold hash-table-prune! hash-table-copy
            hash-table-empty-copy hash-table->alist hash-table-union! hash-table-merge! hash-table-intersection!
            hash-table-difference! string-hash string-ci-hash hash-table-equivalence-function
            hash-table-hash-function guarantee))
  (begin

    ;; (hash-table comparator key value …)
    (define (hash-table comparator . arguments)
      (let ((table (make-hash-table comparator)))
        (let loop ((rest arguments))
          (cond ((null? rest) table)
                ((null? (cdr rest)) (error "A key without a value:" (car rest)))
                ((hash-table-contains? table (car rest)) (error "A key given twice:" (car rest)))
                (else
                 (hash-table-set! table (car rest) (cadr rest))
                 (loop (cddr rest)))))))

    ;; The mapper gives a key and a value for each seed.
    (define (hash-table-unfold stop? mapper successor seed comparator . arguments)
      (guarantee procedure? stop? 'hash-table-unfold)
      (guarantee procedure? mapper 'hash-table-unfold)
      (guarantee procedure? successor 'hash-table-unfold)
      (let ((table (apply make-hash-table comparator arguments)))
        (let loop ((seed seed))
          (if (stop? seed)
              table
              (call-with-values
                  (lambda () (mapper seed))
                (lambda (key value)
                  (hash-table-set! table key value)
                  (loop (successor seed))))))))

    (define (hash-table-mutable? table)
      (guarantee hash-table? table 'hash-table-mutable?)
      #t)

    ;; A new table with the same keys and mapped values.
    (define (hash-table-map procedure comparator table)
      (guarantee procedure? procedure 'hash-table-map)
      (guarantee hash-table? table 'hash-table-map)
      (let ((result (make-hash-table comparator)))
        (hash-table-for-each
         (lambda (key value) (hash-table-set! result key (procedure value)))
         table)
        result))

    ;; Leaves in the first table what is in one of the two only.
    (define (hash-table-xor! table other)
      (guarantee hash-table? table 'hash-table-xor!)
      (guarantee hash-table? other 'hash-table-xor!)
      (hash-table-for-each
       (lambda (key value)
         (if (hash-table-contains? table key)
             (hash-table-delete! table key)
             (hash-table-set! table key value)))
       other)
      table)))
