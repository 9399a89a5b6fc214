;;; Printed forms that programs define: MIT reference manual 14.12.

;; Predicates with their methods, the newest first.
(define %print-methods '())
(define %pp-describers '())

(define (%add-method predicate method methods caller)
  (if (not (procedure? predicate)) (%wrong-type predicate caller))
  (cons (cons predicate method) (del-assq predicate methods)))

(define (define-print-method predicate method)
  (set! %print-methods (%add-method predicate method %print-methods 'define-print-method))
  (%use-print-methods!))

(define (define-unparser-method predicate method) (define-print-method predicate method))

(define (set-record-type-unparser-method! type method)
  (%set-record-type-printer! type method)
  (%use-print-methods!))

(define (define-pp-describer predicate describer)
  (set! %pp-describers (%add-method predicate describer %pp-describers 'define-pp-describer)))

(define (%method-for object methods)
  (let loop ((rest methods))
    (and (pair? rest)
         (if ((car (car rest)) object)
             (cdr (car rest))
             (loop (cdr rest))))))

(define (%print-method object)
  (or (%method-for object %print-methods)
      (and (record? object)
           (let loop ((type (record-type-descriptor object)))
             (and type
                  (or (%record-type-printer type)
                      (loop (record-type-parent type))))))))

;; Where a printing primitive met objects without an answer: what their methods print, then the primitive again.
(define (%print-again primitive arguments objects answers escapes?)
  (if (pair? objects)
      (%print-again primitive
                    arguments
                    (cdr objects)
                    (cons (cons (car objects) (%print-by-method (car objects) escapes?)) answers)
                    escapes?)
      (%call-with-printed primitive arguments answers)))

(define (%print-by-method object escapes?)
  (let ((method (%print-method object)))
    (cond ((not method)
           (if (and (param:print-hash-number-in-objects?) (not (environment? object))) (hash-object object))
           #f)
          ((%standard-print-method? method)
           (call-with-output-string
            (lambda (port)
              (%print-standard object (apply-hook-extra method) (if escapes? write display) port))))
          (else
           (call-with-output-string (lambda (port) (method object port)))))))

;;; #[name 12 part ...]

(define-record-type %standard-form
  (%make-standard-form name get-parts)
  %standard-form?
  (name %standard-form-name)
  (get-parts %standard-form-parts))

(define (%standard-print-method? method)
  (and (apply-hook? method) (%standard-form? (apply-hook-extra method))))

(define (standard-print-method name #!optional get-parts)
  (let ((form (%make-standard-form name (if (default-object? get-parts) #f get-parts))))
    (make-apply-hook (lambda (object port) (%print-standard object form write port)) form)))

(define (%print-standard object form print port)
  (let ((parts (if (%standard-form-parts form) ((%standard-form-parts form) object) '())))
    (%print-head object (%standard-form-name form) (pair? parts) port)
    (for-each (lambda (part)
                (write-char #\space port)
                (print part port))
              parts)
    (write-char #\] port)))

;; What has nothing else to tell it from others of its kind keeps its number.
(define (%print-head object name named? port)
  (write-string "#[" port)
  (display (if (procedure? name) (name object) name) port)
  (if (or (not named?) (param:print-hash-number-in-objects?))
      (begin
        (write-char #\space port)
        (write (hash-object object) port))))

(define (bracketed-print-method name printer)
  (lambda (object port)
    (%print-head object name printer port)
    (if printer (printer object port))
    (write-char #\] port)))

(define (standard-unparser-method name #!optional printer)
  (bracketed-print-method name (if (default-object? printer) #f printer)))

(define (simple-unparser-method name get-parts) (standard-print-method name get-parts))

;;; What `pp` shows below a printed form: a list of (name value).

(define (pp-description object)
  (let ((describer (%method-for object %pp-describers)))
    (cond (describer (describer object))
          ((record? object)
           (let ((type (record-type-descriptor object)))
             (map (lambda (name) (list name ((record-accessor type name) object)))
                  (record-type-field-names type))))
          ((condition? object)
           `((type ,(condition/type object))
             (continuation ,(condition/continuation object))
             (restarts ,(condition/restarts object))
             (field-values
              ,(list->vector
                (map (lambda (name) (access-condition object name))
                     (condition-type/field-names (condition/type object)))))
             (properties ,(condition/properties object))))
          ((cell? object) `((contents ,(cell-contents object))))
          ((hash-table? object) `((count ,(hash-table-count object))))
          ((and (vector? object) (> (vector-length object) 0) (%structure-tag? (vector-ref object 0)))
           (%describe-structure object vector-ref))
          ((and (pair? object) (%structure-tag? (car object)) (list? object))
           (%describe-structure object list-ref))
          (else '()))))

(define (%describe-structure object ref)
  (let loop ((names (%structure-tag-field-names (ref object 0))) (index 1))
    (if (pair? names)
        (cons (list (car names) (ref object index))
              (loop (cdr names) (+ index 1)))
        '())))
