;;; SRFI 1: lists. MIT Scheme binds all of it globally; what programs seldom use is defined here.
(define-library (srfi 1)
  (export
    ;; Constructors
    xcons cons* make-list list-tabulate list-copy circular-list iota cons list
    ;; Predicates
    pair? null? proper-list? circular-list? dotted-list? not-pair? null-list? list=
    ;; Selectors
    car cdr caar cadr cdar cddr caaar caadr cadar caddr cdaar cdadr cddar cdddr caaaar caaadr caadar caaddr cadaar
    cadadr caddar cadddr cdaaar cdaadr cdadar cdaddr cddaar cddadr cdddar cddddr list-ref first second third fourth
    fifth sixth seventh eighth ninth tenth car+cdr take drop take-right drop-right take! drop-right! split-at split-at!
    last last-pair
    ;; Miscellaneous
    length length+ append concatenate reverse append! concatenate! reverse! append-reverse append-reverse! zip unzip1
    unzip2 unzip3 unzip4 unzip5 count
    ;; Fold, unfold and map
    map for-each fold unfold pair-fold reduce fold-right unfold-right pair-fold-right reduce-right append-map
    append-map! map! map-in-order pair-for-each filter-map
    ;; Filtering, partitioning and searching
    filter partition remove filter! partition! remove! member memq memv find find-tail any every list-index take-while
    drop-while take-while! span break span! break!
    ;; Deleting
    delete delete-duplicates delete! delete-duplicates!
    ;; Association lists
    assoc assq assv alist-cons alist-copy alist-delete alist-delete!
    ;; Sets
    lset<= lset= lset-adjoin lset-union lset-union! lset-intersection lset-intersection! lset-difference
    lset-difference! lset-xor lset-xor! lset-diff+intersection lset-diff+intersection!
    ;; Primitive side effects
    set-car! set-cdr!)
  (import (scheme base)
          (only (mit legacy runtime)
            cons list xcons cons* make-list list-tabulate list-copy circular-list iota pair? null? proper-list?
            circular-list? dotted-list? not-pair? null-list? list= car cdr caar cadr cdar cddr caaar caadr cadar
            caddr cdaar cdadr cddar cdddr caaaar caaadr caadar caaddr cadaar cadadr caddar cadddr cdaaar cdaadr
            cdadar cdaddr cddaar cddadr cdddar cddddr list-ref first second third fourth fifth sixth seventh
            eighth ninth tenth car+cdr take drop take-right drop-right take! drop-right! split-at split-at! last
            last-pair length length+ append concatenate reverse append! concatenate! reverse! append-reverse
            append-reverse! zip unzip1 unzip2 unzip3 count map for-each fold unfold pair-fold reduce fold-right
            unfold-right reduce-right append-map append-map! map! map-in-order pair-for-each filter-map filter
            partition remove filter! partition! remove! member memq memv find find-tail any every list-index
            take-while drop-while take-while! span break span! break! delete delete-duplicates delete! assoc
            assq assv alist-cons alist-copy alist-delete alist-delete! lset<= lset= lset-adjoin lset-union
            lset-intersection lset-difference lset-xor set-car! set-cdr!))
  (begin

    (define (unzip4 list)
      (values (map car list) (map cadr list) (map caddr list) (map cadddr list)))

    (define (unzip5 list)
      (values (map car list) (map cadr list) (map caddr list) (map cadddr list) (map fifth list)))

    ;; The procedure takes the tails of the lists, the shortest ones first, and the state.
    (define (pair-fold-right kons knil first . rest)
      (let loop ((lists (cons first rest)) (rows '()))
        (if (every pair? lists)
            (loop (map cdr lists) (cons lists rows))
            (fold (lambda (row state) (apply kons (append row (list state)))) knil rows))))

    (define (lset-diff+intersection same? list . lists)
      (partition (lambda (element)
                   (every (lambda (other) (not (member element other same?))) lists))
                 list))

    ;; What ends in ! may, but need not, change its lists.
    (define (delete-duplicates! list #!optional same?) (delete-duplicates list same?))
    (define (lset-union! same? . lists) (apply lset-union same? lists))
    (define (lset-intersection! same? list . lists) (apply lset-intersection same? list lists))
    (define (lset-difference! same? list . lists) (apply lset-difference same? list lists))
    (define (lset-xor! same? . lists) (apply lset-xor same? lists))
    (define (lset-diff+intersection! same? list . lists) (apply lset-diff+intersection same? list lists))))
