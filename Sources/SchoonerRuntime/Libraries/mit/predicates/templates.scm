;;; Templates: predicates with parameters, such as (is-list-of ?element). A pattern's operands are names, or
;;; (? name polarity); a polarity is +, - or =.

(define-record-type predicate-template
  (make-template name pattern predicate constructor cache)
  predicate-template?
  (name predicate-template-name)
  (pattern predicate-template-pattern)
  (predicate predicate-template-predicate)
  (constructor template-constructor)
  (cache template-cache set-template-cache!))

(define-record-type parameter-binding
  (make-binding element value)
  parameter-binding?
  (element binding-element)
  (value parameter-binding-value))

(define (element-name element) (if (pair? element) (cadr element) element))
(define (element-polarity element)
  (if (pair? element)
      (case (car element)
        ((? ?*) '=)
        ((?+ ?*+) '+)
        ((?- ?*-) '-)
        (else '=))
      '=))
(define (element-repeated? element)
  (and (pair? element) (memq (car element) '(?* ?*+ ?*-)) #t))

(define (parameter-binding-name binding) (element-name (binding-element binding)))
(define (parameter-binding-polarity binding) (element-polarity (binding-element binding)))

(define (make-predicate-template name pattern make-data-test)
  (letrec ((template
            (make-template name
                           pattern
                           (lambda (object)
                             (and (predicate? object)
                                  (let ((extra (tag-extra (find-tag object))))
                                    (and (pair? extra)
                                         (eq? (car extra) 'parametric)
                                         (eq? (cadr extra) template)))))
                           make-data-test
                           '())))
    (register-predicate! (predicate-template-predicate template)
                         (symbol-append name '-predicate))
    template))

(define (predicate-template-parameter-names template)
  (map element-name (predicate-template-pattern template)))

(define (predicate-template-constructor template #!optional caller)
  (lambda values
    (let ((key (map (lambda (value) (if (pair? value) (map find-tag value) (find-tag value))) values)))
      (let ((known (assoc key (template-cache template))))
        (if known
            (cdr known)
            (let* ((bindings (map make-binding (predicate-template-pattern template) values))
                   (test ((template-constructor template)
                          (lambda (name)
                            (parameter-binding-value
                             (find (lambda (binding) (eq? name (parameter-binding-name binding))) bindings)))))
                   (predicate (lambda (object) (test object))))
              (add-tag! predicate
                        (cons (predicate-template-name template)
                              (map (lambda (value)
                                     (if (pair? value) (map predicate-name value) (predicate-name value)))
                                   values))
                        '()
                        (list 'parametric template bindings))
              (set-template-cache! template (cons (cons key predicate) (template-cache template)))
              predicate))))))

(define (predicate-template-accessor name template #!optional caller)
  (lambda (predicate)
    (parameter-binding-value
     (find (lambda (binding) (eq? name (parameter-binding-name binding)))
           (parametric-predicate-bindings predicate)))))

(define (parametric-predicate? object)
  (and (predicate? object)
       (eq? (kind-of (find-tag object)) 'parametric)))

(define (parametric-predicate-template predicate)
  (cadr (tag-extra (predicate->dispatch-tag predicate))))

(define (parametric-predicate-bindings predicate)
  (caddr (tag-extra (predicate->dispatch-tag predicate))))
