;;;; What only bags have: how often an element is there.

(define (bag-sum! bag . more) (combine-all! sum-count bag? 'bag-sum! bag more))
(define (bag-sum bag . more) (combine-all! sum-count bag? 'bag-sum (bag-copy bag) more))

(define (check-times count operand name)
  (if (not (exact-integer? count)) (error:wrong-type-argument count operand name))
  (if (< count 0) (error:bad-range-argument count operand name)))

(define (bag-product! times bag)
  (check-times times 0 'bag-product!)
  (check bag? bag 1 'bag-product!)
  (for-each (lambda (pair) (put! bag (car pair) (* times (cdr pair)) #f))
            (bag->alist bag))
  bag)

(define (bag-product times bag)
  (bag-product! times (bag-copy bag)))

(define (bag-unique-size bag)
  (check bag? bag 0 'bag-unique-size)
  (collection-size bag))

(define (bag-element-count bag element)
  (check bag? bag 0 'bag-element-count)
  (count-in bag element))

(define (bag-for-each-unique proc bag)
  (check bag? bag 1 'bag-for-each-unique)
  (fold-unique (lambda (element count ignored) (proc element count) #f) #f bag))

(define (bag-fold-unique proc seed bag)
  (check bag? bag 2 'bag-fold-unique)
  (fold-unique proc seed bag))

(define (bag-increment! bag element count)
  (check bag? bag 0 'bag-increment!)
  (check-times count 2 'bag-increment!)
  (add! bag element count)
  bag)

(define (bag-decrement! bag element count)
  (check bag? bag 0 'bag-decrement!)
  (check-times count 2 'bag-decrement!)
  (add! bag element (- count))
  bag)

;;; Conversion

(define (bag->set bag)
  (check bag? bag 0 'bag->set)
  (list->set (collection-comparator bag)
             (fold-unique (lambda (element count elements) (cons element elements)) '() bag)))

(define (set->bag set)
  (check set? set 0 'set->bag)
  (list->bag (collection-comparator set) (set->list set)))

(define (set->bag! bag set)
  (check bag? bag 0 'set->bag!)
  (check set? set 1 'set->bag!)
  (check-same-comparator bag set 'set->bag!)
  (list->bag! bag (set->list set)))

(define (bag->alist bag)
  (check bag? bag 0 'bag->alist)
  (fold-unique (lambda (element count alist) (cons (cons element count) alist)) '() bag))

(define (alist->bag comparator alist)
  (let ((result (bag comparator)))
    (for-each (lambda (pair)
                (check-times (cdr pair) #f 'alist->bag)
                (add! result (car pair) (cdr pair)))
              alist)
    result))
