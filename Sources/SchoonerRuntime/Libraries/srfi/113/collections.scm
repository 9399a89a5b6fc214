;;;; What sets and bags have in common.  The first argument is the predicate of the kind, the second the name for errors.

(define (check kind? object operand name)
  (if (not (kind? object)) (error:wrong-type-argument object operand name)))

(define (from-elements kind? name comparator elements)
  (let ((result (make-collection (eq? kind? bag?) comparator name)))
    (for-each (lambda (element) (add! result element 1)) elements)
    result))

;; (comparator stop? mapper successor seed), or with the comparator last, as the text's older versions have it.
(define (unfold kind? name arguments)
  (if (comparator? (car arguments))
      (unfold kind? name (append (cdr arguments) (list (car arguments))))
      (let* ((stop? (list-ref arguments 0))
             (mapper (list-ref arguments 1))
             (successor (list-ref arguments 2))
             (result (make-collection (eq? kind? bag?) (list-ref arguments 4) name)))
        (let loop ((seed (list-ref arguments 3)))
          (if (stop? seed)
              result
              (begin
                (add! result (mapper seed) 1)
                (loop (successor seed))))))))

(define (contains? kind? name collection element)
  (check kind? collection 0 name)
  (and (entry collection element) #t))

(define (empty? kind? name collection)
  (check kind? collection 0 name)
  (= 0 (collection-size collection)))

(define (disjoint? kind? name a b)
  (check kind? a 0 name)
  (check kind? b 1 name)
  (check-same-comparator a b name)
  (fold-unique (lambda (element count disjoint?) (and disjoint? (not (entry b element)))) #t a))

(define (member kind? name collection element default)
  (check kind? collection 0 name)
  (let ((entry (entry collection element)))
    (if entry (car entry) default)))

(define (element-comparator kind? name collection)
  (check kind? collection 0 name)
  (collection-comparator collection))

(define (adjoin! kind? name collection elements)
  (check kind? collection 0 name)
  (for-each (lambda (element) (if (or (collection-bag? collection) (not (entry collection element)))
                                  (add! collection element 1)))
            elements)
  collection)

(define (replace! kind? name collection element)
  (check kind? collection 0 name)
  (let ((entry (entry collection element)))
    (if entry (put! collection element (cdr entry) #t)))
  collection)

(define (delete! kind? name collection elements)
  (check kind? collection 0 name)
  (for-each (lambda (element) (take-away! collection element)) elements)
  collection)

;; The receivers get what is to be done next as procedures, of which they call one.
(define (search! kind? name collection element failure success)
  (check kind? collection 0 name)
  (let ((entry (entry collection element)))
    (if entry
        (let ((found (car entry)))
          (success found
                   (lambda (new object)
                     (take-away! collection found)
                     (add! collection new 1)
                     (values collection object))
                   (lambda (object)
                     (take-away! collection found)
                     (values collection object))))
        (failure (lambda (object)
                   (add! collection element 1)
                   (values collection object))
                 (lambda (object)
                   (values collection object))))))

(define (size kind? name collection)
  (check kind? collection 0 name)
  (collection-total collection))

;; Goes through the elements until the procedure says what the value is, by calling its second argument.
(define (until proc collection at-end)
  (call-with-current-continuation
   (lambda (return)
     (fold-unique (lambda (element count ignored) (proc element return)) #f collection)
     (at-end))))

(define (find kind? name pred collection failure)
  (check kind? collection 1 name)
  ((until (lambda (element return)
            (if (pred element) (return (lambda () element))))
          collection
          (lambda () failure))))

(define (count kind? name pred collection)
  (check kind? collection 1 name)
  (fold-unique (lambda (element count sum) (if (pred element) (+ sum count) sum)) 0 collection))

(define (any? kind? name pred collection)
  (check kind? collection 1 name)
  (until (lambda (element return) (if (pred element) (return #t))) collection (lambda () #f)))

(define (every? kind? name pred collection)
  (check kind? collection 1 name)
  (until (lambda (element return) (if (not (pred element)) (return #f))) collection (lambda () #t)))

(define (map-collection kind? name comparator proc collection)
  (check kind? collection 2 name)
  (let ((result (make-collection (eq? kind? bag?) comparator name)))
    (fold-unique (lambda (element count ignored)
                   (let ((new (proc element)))
                     (if (or (collection-bag? result) (not (entry result new)))
                         (add! result new count))))
                 #f
                 collection)
    result))

(define (for-each-of kind? name proc collection)
  (check kind? collection 1 name)
  (fold-all (lambda (element ignored) (proc element) #f) #f collection))

(define (fold kind? name proc seed collection)
  (check kind? collection 2 name)
  (fold-all proc seed collection))

;; Two new collections: where the predicate holds, and where not.
(define (divide kind? name pred collection receiver)
  (check kind? collection 1 name)
  (let ((in (empty-like collection))
        (out (empty-like collection)))
    (fold-unique (lambda (element count ignored)
                   (put! (if (pred element) in out) element count #f))
                 #f
                 collection)
    (receiver in out)))

(define (elements kind? name collection)
  (check kind? collection 0 name)
  (fold-all cons '() collection))
