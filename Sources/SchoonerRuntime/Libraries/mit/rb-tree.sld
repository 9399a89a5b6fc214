;;; Red-black trees by interface, balanced by weight: MIT reference manual 11.6.

(define-library (mit rb-tree)
  (export make-rb-tree rb-tree? rb-tree/key=? rb-tree/key<?
          rb-tree/insert! rb-tree/delete! rb-tree/lookup rb-tree/ref rb-tree/contains? rb-tree/find
          rb-tree/update! rb-tree/intern!
          rb-tree/copy rb-tree/empty-copy rb-tree/clear! rb-tree/height rb-tree/size rb-tree/empty? rb-tree/equal?
          rb-tree->alist rb-tree/key-list rb-tree/datum-list alist->rb-tree
          rb-tree/fold rb-tree/fold-right rb-tree/for-each rb-tree/map!
          rb-tree/min rb-tree/min-datum rb-tree/min-pair
          rb-tree/delete-min! rb-tree/delete-min-datum! rb-tree/delete-min-pair!
          rb-tree/max rb-tree/max-datum rb-tree/max-pair
          rb-tree/delete-max! rb-tree/delete-max-datum! rb-tree/delete-max-pair!)
  (import (mit legacy runtime) (mit balanced-tree))
  (begin

    (define-record-type rb-tree
      (make root key=? key<?)
      rb-tree?
      (root root set-root!)
      (key=? rb-tree/key=?)
      (key<? rb-tree/key<?))

    (define (make-rb-tree key=? key<?) (make #f key=? key<?))

    (define (rb-tree/insert! tree key datum)
      (set-root! tree (tree-add (root tree) key datum (rb-tree/key<? tree))))

    (define (find-node tree key) (tree-find (root tree) key (rb-tree/key<? tree)))

    (define (rb-tree/delete! tree key)
      (and (find-node tree key)
           (begin
             (set-root! tree (tree-delete (root tree) key (rb-tree/key<? tree)))
             #t)))

    (define (rb-tree/lookup tree key default)
      (let ((node (find-node tree key)))
        (if node (node-datum node) default)))

    (define (rb-tree/ref tree key #!optional fail succeed)
      (let ((node (find-node tree key)))
        (cond ((not node)
               (if (or (default-object? fail) (not fail))
                   (error:bad-range-argument key 'rb-tree/ref)
                   (fail)))
              ((or (default-object? succeed) (not succeed)) (node-datum node))
              (else (succeed (node-datum node))))))

    (define (rb-tree/contains? tree key) (and (find-node tree key) #t))

    (define (rb-tree/find tree key fail)
      (let ((node (find-node tree key)))
        (if node (node-datum node) (fail))))

    (define (rb-tree/update! tree key procedure #!optional fail succeed)
      (rb-tree/insert! tree key (procedure (rb-tree/ref tree key fail succeed))))

    (define (rb-tree/intern! tree key make-datum)
      (let ((node (find-node tree key)))
        (if node
            (node-datum node)
            (let ((datum (make-datum)))
              (rb-tree/insert! tree key datum)
              datum))))

    (define (rb-tree/copy tree) (make (root tree) (rb-tree/key=? tree) (rb-tree/key<? tree)))
    (define (rb-tree/empty-copy tree) (make #f (rb-tree/key=? tree) (rb-tree/key<? tree)))
    (define (rb-tree/clear! tree) (set-root! tree #f))
    (define (rb-tree/height tree) (tree-height (root tree)))
    (define (rb-tree/size tree) (tree-size (root tree)))
    (define (rb-tree/empty? tree) (not (root tree)))

    (define (rb-tree/equal? left right datum=?)
      (let ((key=? (rb-tree/key=? left)))
        (and (= (rb-tree/size left) (rb-tree/size right))
             (every (lambda (left right)
                      (and (key=? (car left) (car right))
                           (datum=? (cdr left) (cdr right))))
                    (rb-tree->alist left)
                    (rb-tree->alist right)))))

    (define (rb-tree/fold kons knil tree) (tree-fold kons knil (root tree)))
    (define (rb-tree/fold-right kons knil tree) (tree-fold-right kons knil (root tree)))
    (define (rb-tree->alist tree)
      (rb-tree/fold-right (lambda (key datum rest) (cons (cons key datum) rest)) '() tree))
    (define (rb-tree/key-list tree) (rb-tree/fold-right (lambda (key datum rest) (cons key rest)) '() tree))
    (define (rb-tree/datum-list tree) (rb-tree/fold-right (lambda (key datum rest) (cons datum rest)) '() tree))

    (define (rb-tree/for-each procedure tree)
      (for-each (lambda (entry) (procedure (car entry) (cdr entry))) (rb-tree->alist tree)))

    (define (rb-tree/map! procedure tree)
      (set-root! tree (tree-map procedure (root tree))))

    (define (alist->rb-tree alist key=? key<?)
      (let ((tree (make-rb-tree key=? key<?)))
        (for-each (lambda (entry) (rb-tree/insert! tree (car entry) (cdr entry))) alist)
        tree))

    ;;; The ends

    (define (node-pair node) (cons (node-key node) (node-datum node)))

    (define (at-end tree-end part)
      (lambda (tree #!optional default)
        (let ((node (tree-end (root tree))))
          (if node (part node) (if (default-object? default) #f default)))))

    (define (delete-at-end tree-end tree-rest part)
      (lambda (tree #!optional default)
        (let ((node (tree-end (root tree))))
          (if node
              (begin
                (set-root! tree (tree-rest (root tree)))
                (part node))
              (if (default-object? default) #f default)))))

    (define rb-tree/min (at-end tree-min node-key))
    (define rb-tree/min-datum (at-end tree-min node-datum))
    (define rb-tree/min-pair (at-end tree-min node-pair))
    (define rb-tree/max (at-end tree-max node-key))
    (define rb-tree/max-datum (at-end tree-max node-datum))
    (define rb-tree/max-pair (at-end tree-max node-pair))
    (define rb-tree/delete-min! (delete-at-end tree-min tree-delete-min node-key))
    (define rb-tree/delete-min-datum! (delete-at-end tree-min tree-delete-min node-datum))
    (define rb-tree/delete-min-pair! (delete-at-end tree-min tree-delete-min node-pair))
    (define rb-tree/delete-max! (delete-at-end tree-max tree-delete-max node-key))
    (define rb-tree/delete-max-datum! (delete-at-end tree-max tree-delete-max node-datum))
    (define rb-tree/delete-max-pair! (delete-at-end tree-max tree-delete-max node-pair))))
