;;; Programs as objects, MIT's SCode: reference manual 13. Here an object keeps the form that it was made from; its parts
;;; are made when they are asked for.

(define-library (mit scode)
  (export syntax syntax* unsyntax scode-eval procedure-lambda lambda-components* lambda-components lambda-body
          scode-variable? scode-variable-name make-scode-variable
          scode-combination? scode-combination-operator scode-combination-operands make-scode-combination
          scode-conditional? scode-conditional-predicate scode-conditional-consequent scode-conditional-alternative
          make-scode-conditional
          scode-definition? scode-definition-name scode-definition-value make-scode-definition
          scode-assignment? scode-assignment-name scode-assignment-value make-scode-assignment
          scode-sequence? scode-sequence-actions make-scode-sequence
          scode-disjunction? scode-disjunction-predicate scode-disjunction-alternative make-scode-disjunction
          scode-delay? scode-delay-expression make-scode-delay
          scode-access? scode-access-environment scode-access-name make-scode-access
          scode-comment? scode-comment-expression scode-comment-text make-scode-comment
          scode-quotation? scode-quotation-expression make-scode-quotation
          scode-lambda? scode-lambda-name scode-lambda-body make-scode-lambda
          scode-the-environment? make-scode-the-environment
          scode-expression? scode-constant?
          compile-scode compile-procedure compile-file compile-bin-file compile-directory cf sf sf-conditionally sf-directory
          compiler:disassemble compiled-closure? compiled-closure->entry)
  (import (mit legacy runtime))
  (begin

    (define-record-type scode
      (make-scode kind form)
      scode?
      (kind scode-kind)
      (form scode-form))

    (define (printed-kind object)
      (case (scode-kind object)
        ((variable) 'variable)
        ((lambda) 'lambda)
        (else (symbol-append 'scode- (scode-kind object)))))

    (define-print-method scode?
      (standard-print-method
       printed-kind
       (lambda (object)
         (case (scode-kind object)
           ((variable) (list (scode-form object)))
           ((lambda) (list (scode-lambda-name object)))
           (else '())))))

    (define-pp-describer scode? (lambda (object) '()))

    (define (form->scode form)
      (cond ((scode? form) form)
            ((symbol? form) (make-scode 'variable form))
            ((not (pair? form)) form)
            ((not (list? form)) (error "Ill-formed special form:" form))
            (else
             (case (car form)
               ((quote) (cadr form))
               ((if) (make-scode 'conditional form))
               ((define define-integrable) (make-scode 'definition form))
               ((set!) (make-scode 'assignment form))
               ((begin) (if (and (pair? (cdr form)) (null? (cddr form)))
                            (form->scode (cadr form))
                            (make-scode 'sequence form)))
               ((or) (cond ((null? (cdr form)) #f)
                           ((null? (cddr form)) (form->scode (cadr form)))
                           (else (make-scode 'disjunction form))))
               ((lambda named-lambda) (make-scode 'lambda form))
               ((access) (make-scode 'access form))
               ((the-environment) (make-scode 'the-environment form))
               (else (make-scode 'combination form))))))

    (define (scode->form object)
      (cond ((scode? object)
             (let ((form (scode-form object)))
               (if (pair? form) (map scode->form form) form)))
            ((pair? object)
             (if (list? object) (map scode->form object) object))
            (else object)))

    ;; A constant that is no expression by itself is quoted.
    (define (part->form object)
      (if (or (symbol? object) (pair? object) (null? object))
          (list 'quote object)
          (scode->form object)))

    (define (syntax form environment) (form->scode form))
    (define (syntax* forms environment)
      (form->scode (cons 'begin forms)))

    (define (unsyntax object)
      (cond ((compound-procedure? object) (procedure-text object 'lambda))
            ((scode? object) (plain (scode->form object)))
            (else object)))

    ;; The printed form of an anonymous procedure is a lambda.
    (define (plain form) form)

    (define (procedure-text procedure keyword)
      (let ((source (%procedure-source procedure))
            (name (procedure-name procedure)))
        (if (not (pair? source)) (error:wrong-type-argument procedure "compound procedure" 'procedure-lambda))
        (if (or (not name) (eq? name 'lambda))
            (cons* 'lambda (car source) (cdr source))
            (cons* 'named-lambda (cons name (car source)) (cdr source)))))

    (define (scode-eval object environment)
      (if (scode? object)
          (eval (scode->form object) environment)
          object))

    (define (procedure-lambda procedure)
      (if (not (compound-procedure? procedure))
          (error:wrong-type-argument procedure "compound procedure" 'procedure-lambda))
      (make-scode 'lambda (procedure-text procedure 'lambda)))

    ;;; Predicates and parts

    (define (kind-predicate kind)
      (lambda (object) (and (scode? object) (eq? (scode-kind object) kind))))

    (define (part kind caller get)
      (lambda (object)
        (if (not (and (scode? object) (eq? (scode-kind object) kind)))
            (error:wrong-type-argument object #f caller))
        (get (scode-form object))))

    (define scode-variable? (kind-predicate 'variable))
    (define scode-variable-name (part 'variable 'scode-variable-name (lambda (form) form)))
    (define (make-scode-variable name) (make-scode 'variable name))

    (define scode-combination? (kind-predicate 'combination))
    (define scode-combination-operator
      (part 'combination 'scode-combination-operator (lambda (form) (form->scode (car form)))))
    (define scode-combination-operands
      (part 'combination 'scode-combination-operands (lambda (form) (map form->scode (cdr form)))))
    (define (make-scode-combination operator operands)
      (make-scode 'combination (cons (part->form operator) (map part->form operands))))

    (define scode-conditional? (kind-predicate 'conditional))
    (define scode-conditional-predicate
      (part 'conditional 'scode-conditional-predicate (lambda (form) (form->scode (cadr form)))))
    (define scode-conditional-consequent
      (part 'conditional 'scode-conditional-consequent (lambda (form) (form->scode (caddr form)))))
    (define scode-conditional-alternative
      (part 'conditional 'scode-conditional-alternative
            (lambda (form) (if (pair? (cdddr form)) (form->scode (cadddr form)) unspecific))))
    (define (make-scode-conditional predicate consequent alternative)
      (make-scode 'conditional
                  (list 'if (part->form predicate) (part->form consequent) (part->form alternative))))

    (define scode-definition? (kind-predicate 'definition))
    (define scode-definition-name
      (part 'definition 'scode-definition-name
            (lambda (form)
              (let loop ((target (cadr form)))
                (if (pair? target) (loop (car target)) target)))))
    (define scode-definition-value
      (part 'definition 'scode-definition-value
            (lambda (form)
              (let loop ((target (cadr form)) (body (cddr form)))
                (cond ((not (pair? target)) (form->scode (car body)))
                      ((pair? (car target)) (loop (car target) (list (cons* 'lambda (cdr target) body))))
                      (else (form->scode (cons* 'named-lambda target body))))))))
    (define (make-scode-definition name value)
      (make-scode 'definition (list 'define name (part->form value))))

    (define scode-assignment? (kind-predicate 'assignment))
    (define scode-assignment-name (part 'assignment 'scode-assignment-name cadr))
    (define scode-assignment-value
      (part 'assignment 'scode-assignment-value (lambda (form) (form->scode (caddr form)))))
    (define (make-scode-assignment name value)
      (make-scode 'assignment (list 'set! name (part->form value))))

    (define scode-sequence? (kind-predicate 'sequence))
    (define scode-sequence-actions
      (part 'sequence 'scode-sequence-actions (lambda (form) (map form->scode (cdr form)))))
    (define (make-scode-sequence actions)
      (make-scode 'sequence (cons 'begin (map part->form actions))))

    (define scode-disjunction? (kind-predicate 'disjunction))
    (define scode-disjunction-predicate
      (part 'disjunction 'scode-disjunction-predicate (lambda (form) (form->scode (cadr form)))))
    (define scode-disjunction-alternative
      (part 'disjunction 'scode-disjunction-alternative
            (lambda (form) (form->scode (cons 'or (cddr form))))))
    (define (make-scode-disjunction predicate alternative)
      (make-scode 'disjunction (list 'or (part->form predicate) (part->form alternative))))

    (define scode-delay? (kind-predicate 'delay))
    (define scode-delay-expression
      (part 'delay 'scode-delay-expression (lambda (form) (form->scode (cadr form)))))
    (define (make-scode-delay expression)
      (make-scode 'delay (list 'delay (part->form expression))))

    (define scode-access? (kind-predicate 'access))
    (define scode-access-name (part 'access 'scode-access-name cadr))
    (define scode-access-environment
      (part 'access 'scode-access-environment (lambda (form) (form->scode (caddr form)))))
    (define (make-scode-access environment name)
      (make-scode 'access (list 'access name (part->form environment))))

    (define scode-comment? (kind-predicate 'comment))
    (define scode-comment-text (part 'comment 'scode-comment-text cadr))
    (define scode-comment-expression
      (part 'comment 'scode-comment-expression (lambda (form) (form->scode (caddr form)))))
    (define (make-scode-comment text expression)
      (make-scode 'comment (list 'begin0 text expression)))

    (define scode-quotation? (kind-predicate 'quotation))
    (define scode-quotation-expression
      (part 'quotation 'scode-quotation-expression (lambda (form) (form->scode (cadr form)))))
    (define (make-scode-quotation expression)
      (make-scode 'quotation (list 'quote (part->form expression))))

    (define scode-the-environment? (kind-predicate 'the-environment))
    (define (make-scode-the-environment) (make-scode 'the-environment '(the-environment)))

    (define (scode-expression? object) (scode? object))
    (define (scode-constant? object) (not (scode? object)))

    (define scode-lambda? (kind-predicate 'lambda))
    (define unnamed (string->symbol "#[unnamed-procedure]"))
    (define scode-lambda-name
      (part 'lambda 'scode-lambda-name
            (lambda (form) (if (eq? (car form) 'named-lambda) (car (cadr form)) unnamed))))
    (define scode-lambda-body
      (part 'lambda 'scode-lambda-body (lambda (form) (form->scode (cons 'begin (cddr form))))))
    (define (make-scode-lambda name required optional rest body)
      (make-scode 'lambda
                  (list 'named-lambda
                        (cons name
                              (append required
                                      (if (pair? optional) (cons #!optional optional) '())
                                      (or rest '())))
                        (part->form body))))

    (define (lambda-components* object receiver)
      (let* ((form (scode-form object))
             (parameters (if (eq? (car form) 'named-lambda) (cdr (cadr form)) (cadr form))))
        (let loop ((rest parameters) (required '()) (optional '()) (optional? #f))
          (define (finish tail)
            (receiver (scode-lambda-name object) (reverse required) (reverse optional) tail
                      (scode-lambda-body object)))
          (cond ((null? rest) (finish #f))
                ((symbol? rest) (finish rest))
                ((eq? (car rest) #!optional) (loop (cdr rest) required optional #t))
                ((eq? (car rest) #!rest) (finish (cadr rest)))
                (optional? (loop (cdr rest) required (cons (car rest) optional) #t))
                (else (loop (cdr rest) (cons (car rest) required) optional #f))))))

    (define (lambda-components object receiver)
      (lambda-components* object
        (lambda (name required optional rest body)
          (receiver name required optional rest '() '() body))))

    (define (lambda-body object) (scode-lambda-body object))

    ;;; Everything is compiled when it is evaluated; what MIT's compiler is asked for is there already.

    (define (compile-scode object . rest) object)
    (define (compile-procedure procedure . rest) procedure)

    (define (source-there filename)
      (if (not (file-exists? (pathname-default-type (merge-pathnames filename) "scm")))
          (->truename (pathname-default-type (merge-pathnames filename) "scm")))
      unspecific)

    (define (each-source filenames)
      (for-each source-there (if (list? filenames) filenames (list filenames)))
      unspecific)

    (define (compile-file filename . rest) (each-source filename))
    (define (compile-bin-file filename . rest) (each-source filename))
    (define (compile-directory directory . rest) unspecific)
    (define (sf filename . rest) (each-source filename))
    (define (sf-conditionally filename . rest) (each-source filename))
    (define (sf-directory directory . rest) unspecific)
    (define (cf filename . rest) (each-source filename))

    (define (compiler:disassemble object . rest)
      (write-string (%disassemble object)))
    (define (compiled-closure? object) #f)
    (define (compiled-closure->entry object) object)))
