;;; What the expander's forms call at run time and at expansion time.

;; Explicit renaming: one alias for each identifier in one use of a macro.
(define (%apply-er-transformer transformer form macro-environment use-environment)
  (let ((renamings '()))
    (transformer form
                 (lambda (identifier)
                   (let ((known (assq identifier renamings)))
                     (if known
                         (cdr known)
                         (let ((alias (close-syntax identifier macro-environment)))
                           (set! renamings (cons (cons identifier alias) renamings))
                           alias))))
                 (lambda (one other)
                   (identifier=? use-environment one use-environment other)))))

;; guard: the body as a thunk, the clauses as a procedure. The clauses run in the guard's own continuation;
;; when none takes the object it is raised again where it was raised. R7RS 4.2.7.
(define (%guard body handler)
  ((call-with-current-continuation
    (lambda (leave)
      (with-exception-handler
       (lambda (object)
         ((call-with-current-continuation
           (lambda (return)
             (leave
              (lambda ()
                (handler object
                         (lambda ()
                           (return (lambda () (raise-continuable object)))))))))))
       (lambda ()
         (call-with-values body
           (lambda results (lambda () (apply values results))))))))))

;; A guard with an else clause never raises again.
(define (%guard-all body handler)
  ((call-with-current-continuation
    (lambda (leave)
      (with-exception-handler
       (lambda (object) (leave (lambda () (handler object))))
       (lambda ()
         (call-with-values body
           (lambda results (lambda () (apply values results))))))))))

(define (%assertion-failed expression . irritants)
  (apply error "Assertion failed:" expression irritants))

;; (cons-stream* a b rest): a stream of a, b and what follows. MIT Scheme 12.1.
(define-syntax cons-stream*
  (syntax-rules ()
    ((_ rest) rest)
    ((_ first . more) (cons-stream first (cons-stream* . more)))))

;; (begin0 expression form ...): the expression's value after the forms have been done. MIT Scheme 12.1.
(define-syntax begin0
  (syntax-rules ()
    ((_ expression) expression)
    ((_ expression form ...)
     (call-with-values (lambda () expression)
       (lambda results
         form ...
         (apply values results))))))

;; (bundle predicate name ...): a bundle of the procedures that the names stand for. MIT Scheme 12.1.
(define-syntax bundle
  (syntax-rules ()
    ((_ predicate name ...)
     (alist->bundle predicate (list (cons 'name name) ...)))))

;; define-structure with (type vector) or (type list) and a name: the tag stands at an index.
(define %structure-tag (make-record-type 'structure-type '(name field-names offset)))
(define %make-structure-tag (record-constructor %structure-tag))
(define %structure-tag? (record-predicate %structure-tag))
(define %structure-tag-field-names (record-accessor %structure-tag 'field-names))
(%set-structure-tag! %structure-tag)

(define (%tagged-structure? object tag index)
  (if (vector? object)
      (and (fix:< index (vector-length object))
           (eq? (vector-ref object index) tag))
      (and (list? object)
           (fix:< index (length object))
           (eq? (list-ref object index) tag))))

;; define-structure's keyword constructors: (make 'field value ...), other fields by their default thunks.
(define (%record-keyword-constructor type defaults)
  (let ((make (record-constructor type)))
    (lambda arguments
      (apply make
             (map (lambda (field)
                    (let loop ((rest arguments))
                      (cond ((null? rest) ((cdr field)))
                            ((eq? (car rest) (car field)) (cadr rest))
                            (else (loop (cddr rest))))))
                  defaults)))))

;; (define-guarantee name "description"): guarantee-name, which checks with name?, and error:not-name. MIT Scheme 12.1.
(define-syntax define-guarantee
  (sc-macro-transformer
   (lambda (form environment)
     (let ((root (cadr form))
           (description (close-syntax (caddr form) environment)))
       (let ((predicate (close-syntax (symbol-append root '?) environment))
             (refusal (symbol-append 'error:not- root)))
         (list 'begin
               (list 'define
                     (list (symbol-append 'guarantee- root) 'object '#!optional 'caller)
                     (list 'if
                           (list predicate 'object)
                           'object
                           (list (close-syntax refusal environment) 'object 'caller)))
               (list 'define
                     (list refusal 'object '#!optional 'caller)
                     (list 'error:wrong-type-argument
                           'object
                           description
                           '(if (default-object? caller) #f caller)))))))))

;; (comparator-if<=> [comparator] a b less equal greater): the expression for how a compares with b. SRFI 128.
(define-syntax comparator-if<=>
  (syntax-rules ()
    ((_ a b less equal greater)
     (comparator-if<=> (make-default-comparator) a b less equal greater))
    ((_ comparator a b less equal greater)
     (let ((order comparator) (left a) (right b))
       (cond ((=? order left right) equal)
             ((<? order left right) less)
             (else greater))))))

;; (rx sre …): a regular expression from a sequence of patterns. SRFI 115.
(define-syntax rx
  (syntax-rules ()
    ((_ sre ...) (regexp (quasiquote (: sre ...))))))
