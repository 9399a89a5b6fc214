;;; Weight-balanced trees: MIT reference manual 11.7.

(define-library (mit wt-tree)
  (export make-wt-tree-type number-wt-type string-wt-type make-wt-tree singleton-wt-tree alist->wt-tree
          wt-tree? wt-tree/empty? wt-tree/size wt-tree/valid?
          wt-tree/add wt-tree/add! wt-tree/member? wt-tree/lookup wt-tree/delete wt-tree/delete!
          wt-tree/split< wt-tree/split> wt-tree/union wt-tree/intersection wt-tree/difference wt-tree/union-merge
          wt-tree/subset? wt-tree/set-equal? wt-tree/fold wt-tree/for-each
          wt-tree/index wt-tree/index-datum wt-tree/index-pair wt-tree/rank
          wt-tree/min wt-tree/min-datum wt-tree/min-pair wt-tree/delete-min wt-tree/delete-min!)
  (import (mit legacy runtime) (mit balanced-tree))
  (begin

    (define-record-type tree-type (make-tree-type key<?) tree-type? (key<? type-key<?))

    (define-record-type wt-tree
      (make type root)
      wt-tree?
      (type tree-type-of)
      (root root set-root!))

    (define (make-wt-tree-type key<?) (make-tree-type key<?))
    (define number-wt-type (make-tree-type <))
    (define string-wt-type (make-tree-type string<?))

    (define (make-wt-tree type) (make type #f))

    (define (check tree caller)
      (if (not (wt-tree? tree))
          (error:wrong-type-argument tree "weight-balanced tree" caller)))

    (define (key<?-of tree) (type-key<? (tree-type-of tree)))

    (define (with-root tree root) (make (tree-type-of tree) root))

    (define (singleton-wt-tree type key datum)
      (make type (tree-add #f key datum (type-key<? type))))

    (define (alist->wt-tree type alist)
      (let ((tree (make-wt-tree type)))
        (for-each (lambda (entry) (wt-tree/add! tree (car entry) (cdr entry))) alist)
        tree))

    (define (wt-tree/empty? tree)
      (check tree 'wt-tree/empty?)
      (not (root tree)))
    (define (wt-tree/size tree)
      (check tree 'wt-tree/size)
      (tree-size (root tree)))
    (define (wt-tree/valid? tree)
      (check tree 'wt-tree/valid?)
      (let ((keys (wt-tree/fold (lambda (key datum rest) (cons key rest)) '() tree))
            (<? (key<?-of tree)))
        (or (null? keys)
            (every <? (except-last-pair keys) (cdr keys)))))

    (define (wt-tree/add tree key datum)
      (check tree 'wt-tree/add)
      (with-root tree (tree-add (root tree) key datum (key<?-of tree))))
    (define (wt-tree/add! tree key datum)
      (check tree 'wt-tree/add!)
      (set-root! tree (tree-add (root tree) key datum (key<?-of tree))))
    (define (wt-tree/member? key tree)
      (check tree 'wt-tree/member?)
      (and (tree-find (root tree) key (key<?-of tree)) #t))
    ;; The manual has the key first, release 12.1 the tree.
    (define (wt-tree/lookup key tree default)
      (if (and (wt-tree? key) (not (wt-tree? tree)))
          (wt-tree/lookup tree key default)
          (begin
            (check tree 'wt-tree/lookup)
            (let ((node (tree-find (root tree) key (key<?-of tree))))
              (if node (node-datum node) default)))))
    (define (wt-tree/delete tree key)
      (check tree 'wt-tree/delete)
      (with-root tree (tree-delete (root tree) key (key<?-of tree))))
    (define (wt-tree/delete! tree key)
      (check tree 'wt-tree/delete!)
      (set-root! tree (tree-delete (root tree) key (key<?-of tree))))

    (define (wt-tree/split< tree key)
      (check tree 'wt-tree/split<)
      (with-root tree (tree-split< (root tree) key (key<?-of tree))))
    (define (wt-tree/split> tree key)
      (check tree 'wt-tree/split>)
      (with-root tree (tree-split> (root tree) key (key<?-of tree))))

    ;;; Sets: the datum comes from the second tree.

    (define (wt-tree/union left right)
      (check left 'wt-tree/union)
      (check right 'wt-tree/union)
      (let ((<? (key<?-of left)))
        (with-root left
                   (tree-fold (lambda (key datum result) (tree-add result key datum <?))
                              (root left)
                              (root right)))))

    (define (wt-tree/union-merge left right merge)
      (check left 'wt-tree/union-merge)
      (check right 'wt-tree/union-merge)
      (let ((<? (key<?-of left)))
        (with-root left
                   (tree-fold (lambda (key datum result)
                                (let ((node (tree-find (root left) key <?)))
                                  (tree-add result key
                                            (if node (merge key datum (node-datum node)) datum)
                                            <?)))
                              (root left)
                              (root right)))))

    (define (filtered tree keep?)
      (let ((<? (key<?-of tree)))
        (tree-fold (lambda (key datum result)
                     (if (keep? key) (tree-add result key datum <?) result))
                   #f
                   (root tree))))

    (define (wt-tree/intersection left right)
      (check left 'wt-tree/intersection)
      (check right 'wt-tree/intersection)
      (with-root left (filtered right (lambda (key) (wt-tree/member? key left)))))

    (define (wt-tree/difference left right)
      (check left 'wt-tree/difference)
      (check right 'wt-tree/difference)
      (with-root left (filtered left (lambda (key) (not (wt-tree/member? key right))))))

    (define (wt-tree/subset? left right)
      (check left 'wt-tree/subset?)
      (check right 'wt-tree/subset?)
      (tree-fold (lambda (key datum all?) (and all? (wt-tree/member? key right))) #t (root left)))

    (define (wt-tree/set-equal? left right)
      (and (wt-tree/subset? left right)
           (wt-tree/subset? right left)))

    ;; From the greatest key to the least, so that consing makes a list in order.
    (define (wt-tree/fold kons knil tree)
      (check tree 'wt-tree/fold)
      (tree-fold-right kons knil (root tree)))

    (define (wt-tree/for-each procedure tree)
      (check tree 'wt-tree/for-each)
      (tree-fold (lambda (key datum ignored) (procedure key datum)) unspecific (root tree))
      unspecific)

    ;;; By place

    (define (node-pair node) (cons (node-key node) (node-datum node)))

    (define (by-index part caller)
      (lambda (tree index)
        (check tree caller)
        (let ((node (and (index-fixnum? index) (tree-index (root tree) index))))
          (if (not node) (error:bad-range-argument index caller))
          (part node))))

    (define wt-tree/index (by-index node-key 'wt-tree/index))
    (define wt-tree/index-datum (by-index node-datum 'wt-tree/index-datum))
    (define wt-tree/index-pair (by-index node-pair 'wt-tree/index-pair))

    (define (wt-tree/rank tree key)
      (check tree 'wt-tree/rank)
      (tree-rank (root tree) key (key<?-of tree)))

    (define (least part caller)
      (lambda (tree)
        (check tree caller)
        (if (not (root tree)) (error "Operation requires non-empty tree:" 'min))
        (part (tree-min (root tree)))))

    (define wt-tree/min (least node-key 'wt-tree/min))
    (define wt-tree/min-datum (least node-datum 'wt-tree/min-datum))
    (define wt-tree/min-pair (least node-pair 'wt-tree/min-pair))

    (define (wt-tree/delete-min tree)
      (check tree 'wt-tree/delete-min)
      (if (not (root tree)) (error "Operation requires non-empty tree:" 'delete-min))
      (with-root tree (tree-delete-min (root tree))))
    (define (wt-tree/delete-min! tree)
      (check tree 'wt-tree/delete-min!)
      (if (not (root tree)) (error "Operation requires non-empty tree:" 'delete-min!))
      (set-root! tree (tree-delete-min (root tree))))))
