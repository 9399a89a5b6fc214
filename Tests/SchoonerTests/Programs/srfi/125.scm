;;; SRFI 125: hash tables with comparators.
(import (scheme base) (scheme write) (scheme char) (srfi 125) (only (srfi 1) lset=)
        (only (srfi 128) make-comparator make-default-comparator make-eq-comparator number-hash default-hash))
(include "checking.sch")

(define default (make-default-comparator))
(define no-case (make-comparator string? string-ci=? string-ci<? string-ci-hash))
(define modulo-ten
  (make-comparator exact-integer?
                   (lambda (a b) (= (modulo a 10) (modulo b 10)))
                   #f
                   (lambda (n) (number-hash (modulo n 10)))))
(define (entries table) (hash-table->alist table))
(define (same-entries? alist table) (lset= equal? alist (entries table)))
(define (table . arguments) (apply hash-table default arguments))

;;; Constructors
(define t (make-hash-table default))
(test #t (hash-table? t))
(test #f (hash-table? '()))
(test #t (same-entries? '((a . 1) (b . 2)) (hash-table default 'a 1 'b 2)))
(test-error (hash-table default 'a))
(test-error (hash-table default 'a 1 'a 2))
(test #t (same-entries? '((0 . 0) (1 . 1) (2 . 4))
                        (hash-table-unfold (lambda (n) (= n 3)) (lambda (n) (values n (* n n))) (lambda (n) (+ n 1)) 0 default)))
(test '((a . 1)) (entries (alist->hash-table '((a . 1) (a . 2)) default)))
(test #t (same-entries? '((a . 1) (b . 2)) (alist->hash-table '((a . 1) (b . 2)) equal?)))
(test 'one (hash-table-ref/default (hash-table no-case "one" 'one) "ONE" #f))
(test 'three (hash-table-ref/default (hash-table modulo-ten 3 'three) 123 #f))
(test 'one (hash-table-ref/default (hash-table default 1 'one) 1. #f))
(test 'deep (hash-table-ref/default (hash-table default '(1 "a" #(b)) 'deep) (list 1. "a" (vector 'b)) #f))
(test 'it (hash-table-ref/default (hash-table (make-eq-comparator) 'x 'it) 'x #f))
(test 'by-procedures
      (let ((t (make-hash-table (lambda (a b) (= (modulo a 7) (modulo b 7))) (lambda (n) (modulo n 7)))))
        (hash-table-set! t 3 'by-procedures)
        (hash-table-ref/default t 10 #f)))
(test-error (make-hash-table 'a))

;;; Predicates
(test #t (hash-table-contains? (table 'a 1) 'a))
(test #f (hash-table-contains? (table 'a 1) 'b))
(test #t (hash-table-exists? (table 'a 1) 'a))
(test #t (hash-table-empty? (table)))
(test #f (hash-table-empty? (table 'a 1)))
(test #t (hash-table=? default (table 'a 1 'b 2) (table 'b 2 'a 1.)))
(test #f (hash-table=? default (table 'a 1) (table 'a 2)))
(test #f (hash-table=? default (table 'a 1) (table 'a 1 'b 2)))
(test #t (hash-table-mutable? (table)))

;;; Accessors
(test 1 (hash-table-ref (table 'a 1) 'a))
(test-error (hash-table-ref (table 'a 1) 'b))
(test 'none (hash-table-ref (table 'a 1) 'b (lambda () 'none)))
(test 2 (hash-table-ref (table 'a 1) 'a (lambda () 'none) (lambda (value) (+ value 1))))
(test 'none (hash-table-ref/default (table) 'a 'none))
(test-error (hash-table-ref/default '() 'a 'none))

;;; Mutators
(define m (table))
(hash-table-set! m 'a 1)
(hash-table-set! m 'b 2 'c 3 'a 4)
(test #t (same-entries? '((a . 4) (b . 2) (c . 3)) m))
(hash-table-set! m)
(test-error (hash-table-set! m 'x))
(test 0 (hash-table-delete! m 'z))
(test 2 (hash-table-delete! m 'a 'z 'b))
(test '((c . 3)) (entries m))
(test 3 (hash-table-intern! m 'c (lambda () 'new)))
(test 'new (hash-table-intern! m 'd (lambda () 'new)))
(hash-table-update! m 'c (lambda (n) (* n 10)))
(test 30 (hash-table-ref m 'c))
(hash-table-update! m 'e (lambda (n) (+ n 1)) (lambda () 0))
(test 1 (hash-table-ref m 'e))
(hash-table-update! m 'e list (lambda () 0) (lambda (n) (+ n 5)))
(test '(6) (hash-table-ref m 'e))
(test-error (hash-table-update! m 'none list))
(hash-table-update!/default m 'f (lambda (n) (+ n 1)) 7)
(test 8 (hash-table-ref m 'f))
(test-values ('k 'v) (hash-table-pop! (table 'k 'v)))
(test #t (let ((t (table 'k 'v))) (hash-table-pop! t) (hash-table-empty? t)))
(test-error (hash-table-pop! (table)))
(hash-table-clear! m)
(test 0 (hash-table-size m))

;;; The whole table
(define abc (table 'a 1 'b 2 'c 3))
(test 3 (hash-table-size abc))
(test #t (lset= eq? '(a b c) (hash-table-keys abc)))
(test #t (lset= = '(1 2 3) (hash-table-values abc)))
(test #t (call-with-values (lambda () (hash-table-entries abc))
           (lambda (keys values) (lset= equal? '((a . 1) (b . 2) (c . 3)) (map cons keys values)))))
(test 'b (hash-table-find (lambda (key value) (and (= value 2) key)) abc (lambda () 'none)))
(test 'none (hash-table-find (lambda (key value) #f) abc (lambda () 'none)))
(test 2 (hash-table-count (lambda (key value) (odd? value)) abc))

;;; Mapping and folding
(test #t (same-entries? '((a . 10) (b . 20) (c . 30)) (hash-table-map (lambda (n) (* n 10)) default abc)))
(test 6 (let ((sum 0)) (hash-table-for-each (lambda (key value) (set! sum (+ sum value))) abc) sum))
(test 6 (let ((sum 0)) (hash-table-walk abc (lambda (key value) (set! sum (+ sum value)))) sum))
(test #t (same-entries? '((a . (a 1)))
                        (let ((t (table 'a 1))) (hash-table-map! (lambda (key value) (list key value)) t) t)))
(test #t (lset= equal? '((a 1) (b 2) (c 3)) (hash-table-map->list list abc)))
(test 6 (hash-table-fold (lambda (key value sum) (+ value sum)) 0 abc))
(test 6 (hash-table-fold abc (lambda (key value sum) (+ value sum)) 0))
(test '((b . 2)) (let ((t (hash-table-copy abc #t))) (hash-table-prune! (lambda (key value) (odd? value)) t) (entries t)))

;;; Copying and conversion
(test #t (hash-table=? default abc (hash-table-copy abc)))
(test #t (let ((copy (hash-table-copy abc #t))) (hash-table-set! copy 'a 9) (= 1 (hash-table-ref abc 'a))))
(test '() (entries (hash-table-empty-copy abc)))
(test 'three
      (let ((t (hash-table-empty-copy (hash-table modulo-ten 5 'five))))
        (hash-table-set! t 3 'three)
        (hash-table-ref/default t 13 #f)))
(test '((a . 1)) (hash-table->alist (table 'a 1)))

;;; Tables as sets
(define (left) (table 'a 1 'b 2))
(define (right) (table 'b 20 'c 30))
(test #t (same-entries? '((a . 1) (b . 2) (c . 30)) (hash-table-union! (left) (right))))
(test #t (same-entries? '((a . 1) (b . 2) (c . 30)) (hash-table-merge! (left) (right))))
(test '((b . 2)) (entries (hash-table-intersection! (left) (right))))
(test '((a . 1)) (entries (hash-table-difference! (left) (right))))
(test #t (same-entries? '((a . 1) (c . 30)) (hash-table-xor! (left) (right))))

;;; Deprecated
(test (hash '(a "b")) (hash (list 'a (string #\b))))
(test (string-hash "ab") (string-hash (string #\a #\b)))
(test (string-ci-hash "ab") (string-ci-hash "AB"))
(test (hash-by-identity 'a) (hash-by-identity 'a))
(test #t ((hash-table-equivalence-function (make-hash-table no-case)) "a" "A"))
(test (string-ci-hash "a") ((hash-table-hash-function (make-hash-table no-case)) "A"))

;;; Many entries, all in few places
(define crowded (make-hash-table (make-comparator exact-integer? = < (lambda (n) (modulo n 3)))))
(do ((n 0 (+ n 1))) ((= n 300)) (hash-table-set! crowded n (* n n)))
(test 300 (hash-table-size crowded))
(test 40000 (hash-table-ref crowded 200))
(do ((n 0 (+ n 2))) ((>= n 300)) (hash-table-delete! crowded n))
(test 150 (hash-table-size crowded))
(test #f (hash-table-contains? crowded 200))
(test 39601 (hash-table-ref crowded 199))

(report-checks)
