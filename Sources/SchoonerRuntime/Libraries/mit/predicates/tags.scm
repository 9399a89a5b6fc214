;;; Tags: what is known of a predicate

(define-record-type dispatch-tag
  (make-tag predicate name parents extra)
  dispatch-tag?
  (predicate dispatch-tag->predicate)
  (name dispatch-tag-name)
  (parents tag-parents set-tag-parents!)
  (extra tag-extra))

(define-print-method dispatch-tag?
  (standard-print-method 'dispatch-tag (lambda (tag) (list (dispatch-tag-name tag)))))

(define (dispatch-tag-print-name tag) (dispatch-tag-name tag))

(define tags (make-key-weak-eqv-hash-table))

(define (find-tag predicate)
  (or (hash-table-ref/default tags predicate #f)
      (let ((type (and (compound-procedure? predicate) (%record-predicate-type predicate))))
        (and type
             (add-tag! predicate
                       (string->symbol (record-name type))
                       (let ((parent (record-type-parent type)))
                         (if parent (list (record-tag parent)) '()))
                       type)))))

(define (record-name type)
  (let* ((name (%record-type-name* type))
         (end (string-length name)))
    (if (and (> end 2) (string-prefix? "<" name) (string-suffix? ">" name))
        (substring name 1 (- end 1))
        name)))

(define (%record-type-name* type)
  (let ((name (record-type-name type)))
    (if (symbol? name) (symbol->string name) name)))

(define (record-tag type)
  (or (find (lambda (tag) (eq? (tag-extra tag) type)) (hash-table-values tags))
      (add-tag! (record-predicate type) (string->symbol (record-name type)) '() type)))

(define (add-tag! predicate name parents extra)
  (let ((tag (make-tag predicate name parents extra)))
    (hash-table-set! tags predicate tag)
    tag))

(define (predicate? object) (and (procedure? object) (find-tag object) #t))


(define (predicate->dispatch-tag predicate)
  (or (and (procedure? predicate) (find-tag predicate))
      (error:not-a predicate? predicate)))

(define (predicate-name predicate)
  (dispatch-tag-name (predicate->dispatch-tag predicate)))

(define (register-predicate! predicate name . options)
  (if (not (procedure? predicate)) (error:not-a procedure? predicate 'register-predicate!))
  (let ((old (find-tag predicate)))
    (if (and old (not (equal? name (dispatch-tag-name old))))
        (error "Can't re-register predicate:" predicate name))
    (let ((tag (or old (add-tag! predicate name '() #f)))
          (parents (get-keyword-value options '<=)))
      (if (not (default-object? parents))
          (for-each (lambda (parent)
                      (set-dispatch-tag<=! tag (predicate->dispatch-tag parent)))
                    (if (pair? parents) parents (list parents))))
      tag)))

;;; Order

(define (set-dispatch-tag<=! tag parent)
  (if (not (memq parent (tag-parents tag)))
      (set-tag-parents! tag (cons parent (tag-parents tag)))))

(define (set-predicate<=! predicate parent)
  (set-dispatch-tag<=! (predicate->dispatch-tag predicate) (predicate->dispatch-tag parent)))

(define (dispatch-tag= left right) (eq? left right))

(define (dispatch-tag<= left right)
  (or (eq? left right)
      (eq? right top-dispatch-tag)
      (eq? left bottom-dispatch-tag)
      (compound-parts<= left right)
      (any (lambda (parent) (dispatch-tag<= parent right)) (tag-parents left))))

;; A disjunction is below what all its parts are below, and above what one of them is above; conjunctions the other
;; way round.
(define (compound-parts<= left right)
  (let ((left-parts (parts-of left)) (right-parts (parts-of right)))
    (or (and (eq? (kind-of left) 'disjoin) (pair? left-parts)
             (every (lambda (part) (dispatch-tag<= part right)) left-parts))
        (and (eq? (kind-of left) 'conjoin)
             (any (lambda (part) (dispatch-tag<= part right)) left-parts))
        (and (eq? (kind-of right) 'disjoin)
             (any (lambda (part) (dispatch-tag<= left part)) right-parts))
        (and (eq? (kind-of right) 'conjoin) (pair? right-parts)
             (every (lambda (part) (dispatch-tag<= left part)) right-parts)))))

(define (dispatch-tag>= left right) (dispatch-tag<= right left))
(define (predicate<= left right)
  (dispatch-tag<= (predicate->dispatch-tag left) (predicate->dispatch-tag right)))
(define (predicate>= left right) (predicate<= right left))
(define (dispatch-tag-is-top? tag) (eq? tag top-dispatch-tag))
(define (dispatch-tag-is-bottom? tag) (eq? tag bottom-dispatch-tag))

;;; What an object is

(define kinds '())

(define (object->predicate object)
  (cond ((and (record? object) (record-tag (record-type-descriptor object))) => dispatch-tag->predicate)
        ((find (lambda (predicate) (predicate object)) kinds))
        (else any-object?)))

(define (object->dispatch-tag object) (predicate->dispatch-tag (object->predicate object)))
