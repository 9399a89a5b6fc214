;;; SRFI 69: hash tables. They are the global ones of MIT Scheme; only the names that mean something else there are
;;; defined here.
(define-library (srfi 69)
  (export
    make-hash-table hash-table? alist->hash-table
    hash-table-equivalence-function hash-table-hash-function
    hash-table-ref hash-table-ref/default hash-table-set! hash-table-delete! hash-table-exists? hash-table-update!
    hash-table-update!/default
    hash-table-size hash-table-keys hash-table-values hash-table-walk hash-table-fold hash-table->alist
    hash-table-copy hash-table-merge!
    hash string-hash string-ci-hash hash-by-identity)
  (import (scheme base)
          (scheme case-lambda)
          (only (mit legacy runtime)
            make-hash-table hash-table? hash-table-equivalence-function hash-table-hash-function
            hash-table-ref hash-table-ref/default hash-table-set! hash-table-delete! hash-table-exists?
            hash-table-update! hash-table-update!/default hash-table-size hash-table-keys hash-table-values
            hash-table-walk hash-table-fold hash-table->alist hash-table-copy hash-table-merge!
            hash string-hash string-ci-hash eq-hash guarantee error:bad-range-argument))
  (begin

    ;; Of several entries with the same key the first one counts. (The last one does to MIT's procedure.)
    (define (alist->hash-table alist . arguments)
      (guarantee list? alist 'alist->hash-table)
      (let ((table (apply make-hash-table arguments)))
        (for-each (lambda (entry)
                    (guarantee pair? entry 'alist->hash-table)
                    (if (not (hash-table-exists? table (car entry)))
                        (hash-table-set! table (car entry) (cdr entry))))
                  alist)
        table))

    (define (bounded hash bound caller)
      (if (not (and (exact-integer? bound) (> bound 0)))
          (error:bad-range-argument bound caller))
      (modulo hash bound))

    (define hash-by-identity
      (case-lambda
        ((object) (eq-hash object))
        ((object bound) (bounded (eq-hash object) bound 'hash-by-identity))))))
