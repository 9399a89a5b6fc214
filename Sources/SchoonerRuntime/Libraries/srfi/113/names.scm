;;;; The procedures by their names, for sets and for bags.

;;; Sets

(define (set comparator . elements) (from-elements set? 'set comparator elements))
(define (set-unfold first second third fourth fifth)
  (unfold set? 'set-unfold (list first second third fourth fifth)))
(define (set-contains? set element) (contains? set? 'set-contains? set element))
(define (set-empty? set) (empty? set? 'set-empty? set))
(define (set-disjoint? a b) (disjoint? set? 'set-disjoint? a b))
(define (set-member set element default) (member set? 'set-member set element default))
(define (set-element-comparator set) (element-comparator set? 'set-element-comparator set))

(define (set-copy set)
  (check set? set 0 'set-copy)
  (copy set))

(define (set-adjoin! set . elements) (adjoin! set? 'set-adjoin! set elements))
(define (set-adjoin set . elements) (adjoin! set? 'set-adjoin (set-copy set) elements))
(define (set-replace! set element) (replace! set? 'set-replace! set element))
(define (set-replace set element) (replace! set? 'set-replace (set-copy set) element))
(define (set-delete! set . elements) (delete! set? 'set-delete! set elements))
(define (set-delete set . elements) (delete! set? 'set-delete (set-copy set) elements))
(define (set-delete-all! set elements) (delete! set? 'set-delete-all! set elements))
(define (set-delete-all set elements) (delete! set? 'set-delete-all (set-copy set) elements))
(define (set-search! set element failure success) (search! set? 'set-search! set element failure success))

(define (set-size set) (size set? 'set-size set))
(define (set-find pred set failure) (find set? 'set-find pred set failure))
(define (set-count pred set) (count set? 'set-count pred set))
(define (set-any? pred set) (any? set? 'set-any? pred set))
(define (set-every? pred set) (every? set? 'set-every? pred set))

(define (set-map comparator proc set) (map-collection set? 'set-map comparator proc set))
(define (set-for-each proc set) (for-each-of set? 'set-for-each proc set))
(define (set-fold proc seed set) (fold set? 'set-fold proc seed set))
(define (set-filter pred set) (divide set? 'set-filter pred set (lambda (in out) in)))
(define (set-filter! pred set) (become! set (set-filter pred set)))
(define (set-remove pred set) (divide set? 'set-remove pred set (lambda (in out) out)))
(define (set-remove! pred set) (become! set (set-remove pred set)))
(define (set-partition pred set) (divide set? 'set-partition pred set values))
(define (set-partition! pred set)
  (divide set? 'set-partition! pred set (lambda (in out) (values (become! set in) out))))

(define (set->list set) (elements set? 'set->list set))
(define (list->set comparator elements) (from-elements set? 'list->set comparator elements))
(define (list->set! set elements) (adjoin! set? 'list->set! set elements))

(define (set=? set . more) (chain same? set? 'set=? (cons set more)))
(define (set<? set . more) (chain properly-included? set? 'set<? (cons set more)))
(define (set<=? set . more) (chain included? set? 'set<=? (cons set more)))
(define (set>? set . more) (chain properly-included? set? 'set>? (reverse (cons set more))))
(define (set>=? set . more) (chain included? set? 'set>=? (reverse (cons set more))))

(define (set-union! set . more) (combine-all! union-count set? 'set-union! set more))
(define (set-union set . more) (combine-all! union-count set? 'set-union (set-copy set) more))
(define (set-intersection! set . more) (combine-all! intersection-count set? 'set-intersection! set more))
(define (set-intersection set . more)
  (combine-all! intersection-count set? 'set-intersection (set-copy set) more))
(define (set-difference! set . more) (combine-all! difference-count set? 'set-difference! set more))
(define (set-difference set . more)
  (combine-all! difference-count set? 'set-difference (set-copy set) more))
(define (set-xor! a b) (combine-all! xor-count set? 'set-xor! a (list b)))
(define (set-xor a b) (combine-all! xor-count set? 'set-xor (set-copy a) (list b)))

;; There is no total order of sets.
(define set-comparator
  (make-comparator set? (lambda (a b) (set=? a b)) #f collection-hash))

;;; Bags

(define (bag comparator . elements) (from-elements bag? 'bag comparator elements))
(define (bag-unfold first second third fourth fifth)
  (unfold bag? 'bag-unfold (list first second third fourth fifth)))
(define (bag-contains? bag element) (contains? bag? 'bag-contains? bag element))
(define (bag-empty? bag) (empty? bag? 'bag-empty? bag))
(define (bag-disjoint? a b) (disjoint? bag? 'bag-disjoint? a b))
(define (bag-member bag element default) (member bag? 'bag-member bag element default))
(define (bag-element-comparator bag) (element-comparator bag? 'bag-element-comparator bag))

(define (bag-copy bag)
  (check bag? bag 0 'bag-copy)
  (copy bag))

(define (bag-adjoin! bag . elements) (adjoin! bag? 'bag-adjoin! bag elements))
(define (bag-adjoin bag . elements) (adjoin! bag? 'bag-adjoin (bag-copy bag) elements))
(define (bag-replace! bag element) (replace! bag? 'bag-replace! bag element))
(define (bag-replace bag element) (replace! bag? 'bag-replace (bag-copy bag) element))
(define (bag-delete! bag . elements) (delete! bag? 'bag-delete! bag elements))
(define (bag-delete bag . elements) (delete! bag? 'bag-delete (bag-copy bag) elements))
(define (bag-delete-all! bag elements) (delete! bag? 'bag-delete-all! bag elements))
(define (bag-delete-all bag elements) (delete! bag? 'bag-delete-all (bag-copy bag) elements))
(define (bag-search! bag element failure success) (search! bag? 'bag-search! bag element failure success))

(define (bag-size bag) (size bag? 'bag-size bag))
(define (bag-find pred bag failure) (find bag? 'bag-find pred bag failure))
(define (bag-count pred bag) (count bag? 'bag-count pred bag))
(define (bag-any? pred bag) (any? bag? 'bag-any? pred bag))
(define (bag-every? pred bag) (every? bag? 'bag-every? pred bag))

(define (bag-map comparator proc bag) (map-collection bag? 'bag-map comparator proc bag))
(define (bag-for-each proc bag) (for-each-of bag? 'bag-for-each proc bag))
(define (bag-fold proc seed bag) (fold bag? 'bag-fold proc seed bag))
(define (bag-filter pred bag) (divide bag? 'bag-filter pred bag (lambda (in out) in)))
(define (bag-filter! pred bag) (become! bag (bag-filter pred bag)))
(define (bag-remove pred bag) (divide bag? 'bag-remove pred bag (lambda (in out) out)))
(define (bag-remove! pred bag) (become! bag (bag-remove pred bag)))
(define (bag-partition pred bag) (divide bag? 'bag-partition pred bag values))
(define (bag-partition! pred bag)
  (divide bag? 'bag-partition! pred bag (lambda (in out) (values (become! bag in) out))))

(define (bag->list bag) (elements bag? 'bag->list bag))
(define (list->bag comparator elements) (from-elements bag? 'list->bag comparator elements))
(define (list->bag! bag elements) (adjoin! bag? 'list->bag! bag elements))

(define (bag=? bag . more) (chain same? bag? 'bag=? (cons bag more)))
(define (bag<? bag . more) (chain properly-included? bag? 'bag<? (cons bag more)))
(define (bag<=? bag . more) (chain included? bag? 'bag<=? (cons bag more)))
(define (bag>? bag . more) (chain properly-included? bag? 'bag>? (reverse (cons bag more))))
(define (bag>=? bag . more) (chain included? bag? 'bag>=? (reverse (cons bag more))))

(define (bag-union! bag . more) (combine-all! union-count bag? 'bag-union! bag more))
(define (bag-union bag . more) (combine-all! union-count bag? 'bag-union (bag-copy bag) more))
(define (bag-intersection! bag . more) (combine-all! intersection-count bag? 'bag-intersection! bag more))
(define (bag-intersection bag . more)
  (combine-all! intersection-count bag? 'bag-intersection (bag-copy bag) more))
(define (bag-difference! bag . more) (combine-all! difference-count bag? 'bag-difference! bag more))
(define (bag-difference bag . more)
  (combine-all! difference-count bag? 'bag-difference (bag-copy bag) more))
(define (bag-xor! a b) (combine-all! xor-count bag? 'bag-xor! a (list b)))
(define (bag-xor a b) (combine-all! xor-count bag? 'bag-xor (bag-copy a) (list b)))

;; There is no total order of bags.
(define bag-comparator
  (make-comparator bag? (lambda (a b) (bag=? a b)) #f collection-hash))
