;;; Compound predicates: extra is (kind tag ...).

(define (kind-of tag) (and (pair? (tag-extra tag)) (car (tag-extra tag))))
(define (parts-of tag) (if (memq (kind-of tag) '(disjoin conjoin)) (cdr (tag-extra tag)) '()))

;; The parts as tags, without doubles; nested ones of the same kind are spread. Newest last, as 12.1 lists them.
(define (spread kind operands)
  (let loop ((rest operands) (found '()))
    (if (pair? rest)
        (let ((tag (find-tag (car rest))))
          (loop (cdr rest)
                (if (eq? (kind-of tag) kind)
                    (fold (lambda (part found) (if (memq part found) found (cons part found)))
                          found
                          (parts-of tag))
                    (if (memq tag found) found (cons tag found)))))
        found)))

(define (make-compound kind predicate operands)
  (if (every predicate? operands)
      (let* ((parts (spread kind operands))
             (same (find (lambda (tag)
                           (and (eq? (kind-of tag) kind)
                                (lset= eq? (parts-of tag) parts)))
                         (hash-table-values tags))))
        (cond ((and (pair? parts) (null? (cdr parts))) (dispatch-tag->predicate (car parts)))
              (same (dispatch-tag->predicate same))
              (else
               (add-tag! predicate
                         (cons kind (map dispatch-tag-name parts))
                         '()
                         (cons kind parts))
               predicate)))
      predicate))

(define (disjoin* predicates)
  (let ((predicates (list-copy predicates)))
    (make-compound 'disjoin
                   (lambda (object)
                     (any (lambda (predicate) (predicate object)) predicates))
                   predicates)))

(define (conjoin* predicates)
  (let ((predicates (list-copy predicates)))
    (make-compound 'conjoin
                   (lambda (object)
                     (every (lambda (predicate) (predicate object)) predicates))
                   predicates)))

(define (disjoin . predicates) (disjoin* predicates))
(define (conjoin . predicates) (conjoin* predicates))

(define (complement predicate)
  (let ((opposite (lambda (object) (not (predicate object)))))
    (if (predicate? predicate)
        (add-tag! opposite
                  (list 'complement (predicate-name predicate))
                  '()
                  (list 'complement (find-tag predicate))))
    opposite))

(define (compound-predicate? object)
  (and (predicate? object)
       (memq (kind-of (find-tag object)) '(disjoin conjoin complement))
       #t))

(define (compound-predicate-operands predicate)
  (map dispatch-tag->predicate (cdr (tag-extra (predicate->dispatch-tag predicate)))))

(define (any-object? object) #t)
(define (no-object? object) #f)
(define top-dispatch-tag (add-tag! any-object? '(conjoin) '() '(conjoin)))
(define bottom-dispatch-tag (add-tag! no-object? '(disjoin) '() '(disjoin)))

;;; Lists and pairs

(define (is-list-of predicate)
  (let ((test (lambda (object)
                (and (list? object)
                     (every predicate object)))))
    (if (predicate? predicate)
        (add-tag! test (list 'is-list-of (predicate-name predicate)) (list (find-tag list?)) #f))
    test))

(define (is-non-empty-list-of predicate)
  (let ((test (lambda (object)
                (and (pair? object)
                     (list? object)
                     (every predicate object)))))
    (if (predicate? predicate)
        (add-tag! test (list 'is-non-empty-list-of (predicate-name predicate)) (list (find-tag list?)) #f))
    test))

(define (is-pair-of car-predicate cdr-predicate)
  (let ((test (lambda (object)
                (and (pair? object)
                     (car-predicate (car object))
                     (cdr-predicate (cdr object))))))
    (if (and (predicate? car-predicate) (predicate? cdr-predicate))
        (add-tag! test
                  (list 'is-non-empty-list-of (predicate-name car-predicate) (predicate-name cdr-predicate))
                  (list (find-tag pair?))
                  #f))
    test))

(define (guarantee-list-of predicate object #!optional caller)
  (if (not (and (list? object) (every predicate object)))
      (error:not-a-list-of predicate object caller))
  object)

(define (error:not-a-list-of predicate object #!optional caller)
  (error:wrong-type-argument
   object
   (string-append "list of "
                  (if (predicate? predicate)
                      (write-to-string (predicate-name predicate))
                      "objects"))
   caller))
