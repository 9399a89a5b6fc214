;;; Predicates with names, and an order among them: MIT Scheme 12.1. A predicate is known by its dispatch tag.

(define-library (mit predicates)
  (export predicate? predicate-name register-predicate! set-predicate<=! predicate<= predicate>=
          predicate->dispatch-tag dispatch-tag->predicate dispatch-tag? dispatch-tag-name dispatch-tag-print-name
          dispatch-tag<= dispatch-tag>= dispatch-tag= set-dispatch-tag<=!
          dispatch-tag-is-top? dispatch-tag-is-bottom? top-dispatch-tag bottom-dispatch-tag
          object->predicate object->dispatch-tag
          any-object? no-object?
          disjoin disjoin* conjoin conjoin* complement
          compound-predicate? compound-predicate-operands
          is-list-of is-non-empty-list-of is-pair-of
          guarantee-list-of error:not-a-list-of
          make-predicate-template predicate-template? predicate-template-name predicate-template-pattern
          predicate-template-parameter-names predicate-template-predicate predicate-template-constructor
          predicate-template-accessor
          parametric-predicate? parametric-predicate-template parametric-predicate-bindings
          parameter-binding-name parameter-binding-polarity parameter-binding-value
          standard-predicate-dispatcher chaining-predicate-dispatcher
          cached-standard-predicate-dispatcher cached-chaining-predicate-dispatcher
          predicate-dispatcher? predicate-dispatcher-name predicate-dispatcher-arity
          predicate-dispatcher-rules define-predicate-dispatch-handler
          )
  (import (mit legacy runtime))
  (begin

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

    ;;; What an object is

    (define kinds '())

    (define (object->predicate object)
      (cond ((and (record? object) (record-tag (record-type-descriptor object))) => dispatch-tag->predicate)
            ((find (lambda (predicate) (predicate object)) kinds))
            (else any-object?)))

    (define (object->dispatch-tag object) (predicate->dispatch-tag (object->predicate object)))

    ;;; Dispatchers: procedures whose rules are predicates for the arguments and a handler. The rule that comes first in
    ;;; the order of the predicates wins; in a chaining one a handler gets the next as its first argument.

    (define-record-type dispatcher
      (make-dispatcher name arity rules default chains?)
      dispatcher?
      (name dispatcher-name)
      (arity dispatcher-arity)
      (rules dispatcher-rules set-dispatcher-rules!)
      (default dispatcher-default)
      (chains? dispatcher-chains?))

    (define (dispatcher-maker chains?)
      (lambda (name arity #!optional default)
        (let ((dispatcher
               (make-dispatcher name arity '()
                                (if (or (default-object? default) (not default))
                                    (lambda arguments
                                      (error "Inapplicable generic procedure:" name arguments))
                                    default)
                                chains?)))
          (make-entity
           (lambda (self . arguments) (dispatch dispatcher arguments))
           dispatcher))))

    (define standard-predicate-dispatcher (dispatcher-maker #f))
    (define cached-standard-predicate-dispatcher standard-predicate-dispatcher)
    (define chaining-predicate-dispatcher (dispatcher-maker #t))
    (define cached-chaining-predicate-dispatcher chaining-predicate-dispatcher)

    (define (applicable? rule arguments)
      (let loop ((predicates (car rule)) (arguments arguments))
        (or (null? predicates)
            (and (pair? arguments)
                 ((car predicates) (car arguments))
                 (loop (cdr predicates) (cdr arguments))))))

    (define (dispatch dispatcher arguments)
      (let loop ((rules (dispatcher-rules dispatcher)))
        (cond ((null? rules) (apply (dispatcher-default dispatcher) arguments))
              ((not (applicable? (car rules) arguments)) (loop (cdr rules)))
              ((dispatcher-chains? dispatcher)
               (apply (cdr (car rules))
                      (lambda arguments (loop-with (cdr rules) dispatcher arguments))
                      arguments))
              (else (apply (cdr (car rules)) arguments)))))

    (define (loop-with rules dispatcher arguments)
      (let ((next (find-tail (lambda (rule) (applicable? rule arguments)) rules)))
        (if next
            (apply (cdr (car next))
                   (lambda arguments (loop-with (cdr next) dispatcher arguments))
                   arguments)
            (apply (dispatcher-default dispatcher) arguments))))

    (define (predicate-dispatcher? object)
      (and (entity? object) (dispatcher? (entity-extra object))))
    (define (predicate-dispatcher-name object) (dispatcher-name (entity-extra object)))
    (define (predicate-dispatcher-arity object) (dispatcher-arity (entity-extra object)))
    (define (predicate-dispatcher-rules object) (list-copy (dispatcher-rules (entity-extra object))))

    ;; More special rules come first.
    (define (rule<=? left right)
      (every (lambda (left right)
               (and (predicate? left) (predicate? right) (predicate<= left right)))
             (car left)
             (car right)))

    (define (define-predicate-dispatch-handler object predicates handler)
      (let* ((dispatcher (entity-extra object))
             (rule (cons predicates handler))
             (others (remove (lambda (old)
                               (and (= (length (car old)) (length predicates))
                                    (every eq? (car old) predicates)))
                             (dispatcher-rules dispatcher))))
        (set-dispatcher-rules! dispatcher
                               (let loop ((rest others))
                                 (cond ((null? rest) (list rule))
                                       ((rule<=? rule (car rest)) (cons rule rest))
                                       (else (cons (car rest) (loop (cdr rest)))))))
        handler))

    ;;; The predicates of the library, with 12.1's names.

    (define (register-all! entries)
      (for-each
       (lambda (entry)
         (let ((predicate (car entry)))
           (if (not (find-tag predicate))
               (add-tag! predicate
                         (cadr entry)
                         (map predicate->dispatch-tag (cddr entry))
                         #f))))
       entries))

    (register-all!
     (list (list number? 'number)
           (list real? 'real-number number?)
           (list rational? 'rational-number real?)
           (list integer? 'integer rational?)
           (list exact-rational? 'exact-rational rational?)
           (list exact-integer? 'exact-integer integer? exact-rational?)
           (list exact-nonnegative-integer? 'exact-nonnegative-integer exact-integer?)
           (list exact-positive-integer? 'exact-positive-integer exact-nonnegative-integer?)
           (list fix:fixnum? 'fixnum exact-integer?)
           (list index-fixnum? 'non-negative-fixnum fix:fixnum? exact-nonnegative-integer?)
           (list negative-fixnum? 'negative-fixnum fix:fixnum?)
           (list positive-fixnum? 'positive-fixnum fix:fixnum?)
           (list byte? 'u8 index-fixnum?)
           (list flo:flonum? 'flonum real?)
           (list list? 'list)
           (list pair? 'pair)
           (list null? 'empty-list list?)
           (list non-empty-list? 'non-empty-list list? pair?)
           (list alist? 'association-list list?)
           (list list-of-unique-symbols? 'list-of-unique-symbols list?)
           (list keyword-list? 'keyword-list list?)
           (list symbol? 'symbol)
           (list interned-symbol? 'interned-symbol symbol?)
           (list uninterned-symbol? 'uninterned-symbol symbol?)
           (list string? 'string)
           (list char? 'char)
           (list boolean? 'boolean)
           (list default-object? 'default-object)
           (list eof-object? 'eof-object)
           (list vector? 'vector)
           (list bytevector? 'bytevector)
           (list cell? 'cell)
           (list weak-pair? 'weak-pair)
           (list promise? 'promise)
           (list environment? 'environment)
           (list condition? 'condition)
           (list condition-type? 'condition-type)
           (list procedure? 'procedure)
           (list apply-hook? 'apply-hook procedure?)
           (list entity? 'entity procedure?)
           (list primitive-procedure? 'primitive-procedure procedure?)
           (list compiled-procedure? 'compiled-procedure procedure?)
           (list thunk? 'thunk procedure?)
           (list unary-procedure? 'unary-procedure procedure?)
           (list binary-procedure? 'binary-procedure procedure?)
           (list thread? 'thread)
           (list record? 'record)
           (list record-type? 'record-tag)
           (list dispatch-tag? 'tag)
           (list hash-table? '<hash-table>)
           (list bundle? '<bundle> apply-hook?)
           (list textual-port? '<textual-port>)
           (list binary-port? '<binary-port>)
           (list port? '(disjoin <binary-port> <textual-port>))
           (list predicate? 'predicate procedure?)))

    (set-predicate<=! textual-port? port?)
    (set-predicate<=! binary-port? port?)

    (set! kinds
          (list index-fixnum? fix:fixnum? exact-integer? exact-rational? flo:flonum? number?
                null? pair? interned-symbol? symbol? string? char? boolean? default-object? eof-object? vector?
                bytevector? cell? weak-pair? promise? environment? condition? condition-type? bundle? entity?
                apply-hook? primitive-procedure? procedure? record-type? hash-table? textual-port? binary-port?
                thread?))))
