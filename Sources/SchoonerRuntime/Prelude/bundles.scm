;;; Bundles: procedures under names, called as (bundle 'name argument ...). MIT Scheme 12.1.

(define %bundle-type (make-record-type 'bundle '(predicate alist)))
(define %make-bundle-parts (record-constructor %bundle-type))
(define %bundle-parts? (record-predicate %bundle-type))
(define %bundle-parts-predicate (record-accessor %bundle-type 'predicate))
(define %bundle-parts-alist (record-accessor %bundle-type 'alist))

(define (bundle? object)
  (and (apply-hook? object)
       (%bundle-parts? (apply-hook-extra object))))

(define (%bundle-parts bundle caller)
  (if (not (bundle? bundle)) (%wrong-type bundle caller))
  (apply-hook-extra bundle))

(define (make-bundle-predicate name)
  (define (predicate object)
    (and (bundle? object)
         (eq? (%bundle-parts-predicate (apply-hook-extra object)) predicate)))
  predicate)

(define (alist->bundle predicate alist)
  (if (not (alist? alist)) (%wrong-type alist 'alist->bundle))
  (let ((alist (alist-copy alist)))
    (make-apply-hook
     (lambda (name . arguments)
       (let ((entry (assq name alist)))
         (if (not entry) (error "Unknown bundle name:" name))
         (apply (cdr entry) arguments)))
     (%make-bundle-parts predicate alist))))

(define (bundle-predicate bundle)
  (%bundle-parts-predicate (%bundle-parts bundle 'bundle-predicate)))

(define (bundle->alist bundle)
  (alist-copy (%bundle-parts-alist (%bundle-parts bundle 'bundle->alist))))

(define (bundle-names bundle)
  (map car (%bundle-parts-alist (%bundle-parts bundle 'bundle-names))))

(define (bundle-ref bundle name #!optional default)
  (let ((entry (assq name (%bundle-parts-alist (%bundle-parts bundle 'bundle-ref)))))
    (cond (entry (cdr entry))
          ((default-object? default) (error "Unknown bundle name:" name))
          (else default))))
