;;;; Elements and how often each is there, by a comparator.

;; The buckets are lists of (element . count) pairs, under the hashes of the elements.
(define-record-type collection
  (new-collection bag? comparator buckets size total)
  collection?
  (bag? collection-bag?)
  (comparator collection-comparator)
  (buckets collection-buckets set-collection-buckets!)
  ;; How many different elements, and how many with repetitions.
  (size collection-size set-collection-size!)
  (total collection-total set-collection-total!))

(define (set? object)
  (and (collection? object) (not (collection-bag? object))))

(define (bag? object)
  (and (collection? object) (collection-bag? object)))

(define (make-collection bag? comparator name)
  (if (not (comparator? comparator)) (error:wrong-type-argument comparator #f name))
  (new-collection bag? comparator (make-strong-eqv-hash-table) 0 0))

(define (empty-like collection)
  (make-collection (collection-bag? collection) (collection-comparator collection) 'set))

(define (hash-of collection element)
  (let ((comparator (collection-comparator collection)))
    (comparator-check-type comparator element)
    (if (comparator-hashable? comparator)
        (comparator-hash comparator element)
        0)))

(define (find-entry bucket same? element)
  (cond ((null? bucket) #f)
        ((same? (car (car bucket)) element) (car bucket))
        (else (find-entry (cdr bucket) same? element))))

;; The pair of an element and its count; #f when it is not there.
(define (entry collection element)
  (find-entry (hash-table-ref/default (collection-buckets collection) (hash-of collection element) '())
              (comparator-equality-predicate (collection-comparator collection))
              element))

(define (count-in collection element)
  (let ((entry (entry collection element)))
    (if entry (cdr entry) 0)))

(define (add-total! collection count)
  (set-collection-total! collection (+ (collection-total collection) count)))

;; Sets how often an element is there; a new one takes the place of its equal only when it is told so.
(define (put! collection element count replaces?)
  (let* ((hash (hash-of collection element))
         (buckets (collection-buckets collection))
         (bucket (hash-table-ref/default buckets hash '()))
         (same? (comparator-equality-predicate (collection-comparator collection)))
         (entry (find-entry bucket same? element))
         (old (if entry (cdr entry) 0)))
    (add-total! collection (- count old))
    (cond ((and entry (= count 0))
           (set-collection-size! collection (- (collection-size collection) 1))
           (let ((rest (let without ((rest bucket))
                         (if (eq? (car rest) entry)
                             (cdr rest)
                             (cons (car rest) (without (cdr rest)))))))
             (if (null? rest)
                 (hash-table-delete! buckets hash)
                 (hash-table-set! buckets hash rest))))
          (entry
           (set-cdr! entry count)
           (if replaces? (set-car! entry element)))
          ((> count 0)
           (set-collection-size! collection (+ (collection-size collection) 1))
           (hash-table-set! buckets hash (cons (cons element count) bucket))))))

;; One more, or so many more; a set has each element once.
(define (add! collection element count)
  (put! collection
        element
        (if (collection-bag? collection)
            (max 0 (+ (count-in collection element) count))
            (if (> count 0) 1 0))
        #f))

;; One less; a set has none left.
(define (take-away! collection element)
  (let ((entry (entry collection element)))
    (if entry
        (put! collection (car entry) (- (cdr entry) 1) #f))))

;; (proc element count accumulator) for each different element.
(define (fold-unique proc seed collection)
  (let next-bucket ((buckets (hash-table-values (collection-buckets collection))) (value seed))
    (if (null? buckets)
        value
        (let next-entry ((entries (car buckets)) (value value))
          (if (null? entries)
              (next-bucket (cdr buckets) value)
              (let ((entry (car entries)))
                (next-entry (cdr entries) (proc (car entry) (cdr entry) value))))))))

;; The same for each, as often as it is there.
(define (fold-all proc seed collection)
  (fold-unique (lambda (element count value)
                 (let loop ((left count) (value value))
                   (if (= left 0)
                       value
                       (loop (- left 1) (proc element value)))))
               seed
               collection))

(define (copy collection)
  (let ((result (empty-like collection)))
    (fold-unique (lambda (element count ignored) (put! result element count #f)) #f collection)
    result))

;; Makes one collection hold what another holds.
(define (become! collection other)
  (set-collection-buckets! collection (collection-buckets other))
  (set-collection-size! collection (collection-size other))
  (set-collection-total! collection (collection-total other))
  collection)
