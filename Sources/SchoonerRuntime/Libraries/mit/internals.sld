;;; Names that programs take out of the packages of MIT Scheme's runtime system, and names of its releases before 12.

(define-library (mit internals)
  (export %condition-type/name undefined-value? environment-safe-lookup stack-trace lambda-name
          keyboard-interrupt-vector ^g-interrupt-handler ^x-interrupt-handler ^u-interrupt-handler ^b-interrupt-handler
          char->ascii ascii->char keep-matching-items delete-matching-items find-matching-item there-exists? for-all?
          guarantee-string guarantee-symbol guarantee-list guarantee-index-fixnum let-fluids
          access? assignment? combination? comment? conditional? definition? delay? disjunction? lambda? quotation?
          sequence? the-environment? variable?
          cref/generate-constructors compiled-entry/filename-and-index compiled-entry/block)
  (import (mit legacy runtime))
  (begin

    (define (%condition-type/name type) (condition-type/name type))

    (define (undefined-value? object)
      (or (eq? object unspecific) (default-object? object)))

    ;; The value, or a mark that says what the variable is instead.
    (define (environment-safe-lookup environment name)
      (if (eq? (environment-reference-type environment name) 'normal)
          (environment-lookup environment name)
          (environment-reference-type environment name)))

    ;; The frames of a continuation, a line each.
    (define (stack-trace continuation port)
      (let loop ((frame (continuation/first-subproblem continuation)))
        (if frame
            (begin
              (call-with-values (lambda () (stack-frame/debugging-info frame))
                (lambda (expression environment subexpression)
                  (write-line (if (debugging-info/undefined-expression? subexpression) expression subexpression) port)))
              (loop (stack-frame/next-subproblem frame))))))

    (define (lambda-name lambda) (scode-lambda-name lambda))

    (define (access? object) (scode-access? object))
    (define (assignment? object) (scode-assignment? object))
    (define (combination? object) (scode-combination? object))
    (define (comment? object) (scode-comment? object))
    (define (conditional? object) (scode-conditional? object))
    (define (definition? object) (scode-definition? object))
    (define (delay? object) (scode-delay? object))
    (define (disjunction? object) (scode-disjunction? object))
    (define (lambda? object) (scode-lambda? object))
    (define (quotation? object) (scode-quotation? object))
    (define (sequence? object) (scode-sequence? object))
    (define (the-environment? object) (scode-the-environment? object))
    (define (variable? object) (scode-variable? object))

    ;; The cross-reference program has nothing to write: load-package-set reads the description itself.
    (define (cref/generate-constructors filename #!optional type) unspecific)

    ;; Procedures of the library do not know their file.
    (define (compiled-entry/filename-and-index procedure) (values #f #f))
    (define (compiled-entry/block procedure) procedure)

    ;;; What a key typed at the console does, by the code of its control character

    (define (^g-interrupt-handler char) (abort->top-level))
    (define (^x-interrupt-handler char) (abort->nearest))
    (define (^u-interrupt-handler char) (abort->previous))
    (define (^b-interrupt-handler char) (bkpt "^B interrupt"))

    (define keyboard-interrupt-vector
      (let ((vector (make-vector 256 #f)))
        (for-each (lambda (key handler) (vector-set! vector (char->integer key) handler))
                  '(#\G #\X #\U #\B)
                  (list ^g-interrupt-handler ^x-interrupt-handler ^u-interrupt-handler ^b-interrupt-handler))
        vector))

    ;;; Older names

    (define (char->ascii char) (char->integer char))
    (define (ascii->char code) (integer->char code))

    (define (keep-matching-items items predicate) (filter predicate items))
    (define (delete-matching-items items predicate) (remove predicate items))
    (define (find-matching-item items predicate) (find predicate items))
    (define (there-exists? items predicate) (any predicate items))
    (define (for-all? items predicate) (every predicate items))

    (define (guarantee-string object caller) (guarantee string? object caller))
    (define (guarantee-symbol object caller) (guarantee symbol? object caller))
    (define (guarantee-list object caller) (guarantee list? object caller))
    (define (guarantee-index-fixnum object caller) (guarantee index-fixnum? object caller))

    ;; (let-fluids fluid value ... thunk): the fluids of release 9.2 are parameters now.
    (define (let-fluids . operands)
      (let loop ((rest operands) (bindings '()))
        (cond ((null? (cdr rest)) (parameterize* (reverse bindings) (car rest)))
              ((procedure? (car rest))
               (loop (cddr rest) (cons (cons (car rest) (cadr rest)) bindings)))
              (else (loop (cddr rest) bindings)))))))
