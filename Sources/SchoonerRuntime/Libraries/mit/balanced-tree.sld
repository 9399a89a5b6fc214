;;; Weight-balanced binary search trees without side effects, from which (mit rb-tree) and (mit wt-tree) are made. The empty
;;; tree is #f. Weights and rotations: Hirai and Yamamoto, "Balancing weight-balanced trees", JFP 21 (2011).

(define-library (mit balanced-tree)
  (export node? node-key node-datum node-left node-right tree-size tree-height
          tree-find tree-add tree-delete tree-min tree-max tree-delete-min tree-delete-max
          tree-fold tree-fold-right tree-index tree-rank tree-split< tree-split> tree-join tree-map)
  (import (mit legacy runtime))
  (begin

    (define-record-type node
      (make-node key datum left right size)
      node?
      (key node-key)
      (datum node-datum)
      (left node-left)
      (right node-right)
      (size node-size))

    (define (tree-size tree) (if tree (node-size tree) 0))

    (define (tree-height tree)
      (if tree
          (+ 1 (max (tree-height (node-left tree)) (tree-height (node-right tree))))
          0))

    (define (make key datum left right)
      (make-node key datum left right (fix:+ 1 (fix:+ (tree-size left) (tree-size right)))))

    (define (weight tree) (fix:+ 1 (tree-size tree)))

    ;; A node from parts of which one may be too heavy by one insertion or deletion.
    (define (balance key datum left right)
      (cond ((fix:< (fix:* 3 (weight left)) (weight right)) (rotate-left key datum left right))
            ((fix:< (fix:* 3 (weight right)) (weight left)) (rotate-right key datum left right))
            (else (make key datum left right))))

    (define (rotate-left key datum left right)
      (let ((inner (node-left right)) (outer (node-right right)))
        (if (fix:< (weight inner) (fix:* 2 (weight outer)))
            (make (node-key right) (node-datum right)
                  (make key datum left inner)
                  outer)
            (make (node-key inner) (node-datum inner)
                  (make key datum left (node-left inner))
                  (make (node-key right) (node-datum right) (node-right inner) outer)))))

    (define (rotate-right key datum left right)
      (let ((inner (node-right left)) (outer (node-left left)))
        (if (fix:< (weight inner) (fix:* 2 (weight outer)))
            (make (node-key left) (node-datum left)
                  outer
                  (make key datum inner right))
            (make (node-key inner) (node-datum inner)
                  (make (node-key left) (node-datum left) outer (node-left inner))
                  (make key datum (node-right inner) right)))))

    (define (tree-find tree key <?)
      (let loop ((tree tree))
        (and tree
             (cond ((<? key (node-key tree)) (loop (node-left tree)))
                   ((<? (node-key tree) key) (loop (node-right tree)))
                   (else tree)))))

    (define (tree-add tree key datum <?)
      (let loop ((tree tree))
        (cond ((not tree) (make-node key datum #f #f 1))
              ((<? key (node-key tree))
               (balance (node-key tree) (node-datum tree) (loop (node-left tree)) (node-right tree)))
              ((<? (node-key tree) key)
               (balance (node-key tree) (node-datum tree) (node-left tree) (loop (node-right tree))))
              (else
               (make-node key datum (node-left tree) (node-right tree) (node-size tree))))))

    (define (tree-delete tree key <?)
      (let loop ((tree tree))
        (cond ((not tree) #f)
              ((<? key (node-key tree))
               (balance (node-key tree) (node-datum tree) (loop (node-left tree)) (node-right tree)))
              ((<? (node-key tree) key)
               (balance (node-key tree) (node-datum tree) (node-left tree) (loop (node-right tree))))
              (else (glue (node-left tree) (node-right tree))))))

    (define (glue left right)
      (cond ((not left) right)
            ((not right) left)
            (else
             (let ((least (tree-min right)))
               (balance (node-key least) (node-datum least) left (tree-delete-min right))))))

    (define (tree-min tree)
      (if (and tree (node-left tree)) (tree-min (node-left tree)) tree))
    (define (tree-max tree)
      (if (and tree (node-right tree)) (tree-max (node-right tree)) tree))

    (define (tree-delete-min tree)
      (if (node-left tree)
          (balance (node-key tree) (node-datum tree) (tree-delete-min (node-left tree)) (node-right tree))
          (node-right tree)))
    (define (tree-delete-max tree)
      (if (node-right tree)
          (balance (node-key tree) (node-datum tree) (node-left tree) (tree-delete-max (node-right tree)))
          (node-left tree)))

    ;; From the least key to the greatest.
    (define (tree-fold kons knil tree)
      (let loop ((tree tree) (state knil))
        (if tree
            (loop (node-right tree)
                  (kons (node-key tree) (node-datum tree) (loop (node-left tree) state)))
            state)))

    (define (tree-fold-right kons knil tree)
      (let loop ((tree tree) (state knil))
        (if tree
            (loop (node-left tree)
                  (kons (node-key tree) (node-datum tree) (loop (node-right tree) state)))
            state)))

    (define (tree-map procedure tree)
      (and tree
           (let* ((left (tree-map procedure (node-left tree)))
                  (datum (procedure (node-key tree) (node-datum tree))))
             (make-node (node-key tree) datum left (tree-map procedure (node-right tree)) (node-size tree)))))

    ;; The node with so many smaller ones, or #f.
    (define (tree-index tree index)
      (and tree
           (let ((left (tree-size (node-left tree))))
             (cond ((< index left) (tree-index (node-left tree) index))
                   ((= index left) tree)
                   (else (tree-index (node-right tree) (- index left 1)))))))

    (define (tree-rank tree key <?)
      (let loop ((tree tree) (rank 0))
        (and tree
             (cond ((<? key (node-key tree)) (loop (node-left tree) rank))
                   ((<? (node-key tree) key)
                    (loop (node-right tree) (+ rank 1 (tree-size (node-left tree)))))
                   (else (+ rank (tree-size (node-left tree))))))))

    ;; All of left, then the key, then all of right.
    (define (tree-join key datum left right <?)
      (cond ((not left) (tree-add right key datum <?))
            ((not right) (tree-add left key datum <?))
            ((fix:< (fix:* 3 (weight left)) (weight right))
             (balance (node-key right) (node-datum right)
                      (tree-join key datum left (node-left right) <?)
                      (node-right right)))
            ((fix:< (fix:* 3 (weight right)) (weight left))
             (balance (node-key left) (node-datum left)
                      (node-left left)
                      (tree-join key datum (node-right left) right <?)))
            (else (make key datum left right))))

    (define (tree-split< tree key <?)
      (cond ((not tree) #f)
            ((<? key (node-key tree)) (tree-split< (node-left tree) key <?))
            ((<? (node-key tree) key)
             (tree-join (node-key tree) (node-datum tree)
                        (node-left tree)
                        (tree-split< (node-right tree) key <?)
                        <?))
            (else (node-left tree))))

    (define (tree-split> tree key <?)
      (cond ((not tree) #f)
            ((<? (node-key tree) key) (tree-split> (node-right tree) key <?))
            ((<? key (node-key tree))
             (tree-join (node-key tree) (node-datum tree)
                        (tree-split> (node-left tree) key <?)
                        (node-right tree)
                        <?))
            (else (node-right tree))))))
