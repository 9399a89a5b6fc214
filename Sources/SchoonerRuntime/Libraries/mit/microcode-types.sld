;;; How MIT Scheme 12.1 represents objects: the type codes of its microcode, which programs use as keys.

(define-library (mit microcode-types)
  (export microcode-type microcode-type/code->name object-type object-type?)
  (import (mit legacy runtime))
  (begin

    (define codes
      '((false . 0) (pair . 1) (character . 2) (uninterned-symbol . 5) (flonum . 6) (constant . 8)
        (extended-procedure . 9) (vector . 10) (bignum . 14) (procedure . 15) (entity . 16) (environment . 18)
        (promise . 19) (primitive . 24) (fixnum . 26) (unicode-string . 27) (control-point . 28)
        (interned-symbol . 29) (string . 30) (compiled-entry . 40) (bytevector . 51) (cell . 54) (weak-cons . 55)
        (ratnum . 58) (recnum . 60) (record . 62)
        ;; Other names of the same.
        (list . 1) (true . 8) (delayed . 19)))

    (define (microcode-type name)
      (let ((entry (assq name codes)))
        (if entry
            (cdr entry)
            (error:bad-range-argument name 'microcode-type))))

    (define (microcode-type/code->name code)
      (let ((entry (find (lambda (entry) (eqv? (cdr entry) code)) codes)))
        (and entry (car entry))))

    (define (object-type object)
      (microcode-type (type-name object)))

    (define (object-type? code object)
      (eqv? code (object-type object)))

    (define (type-name object)
      (cond ((not object) 'false)
            ((pair? object) 'pair)
            ((symbol? object) (if (eq? object (string->symbol (symbol->string object))) 'interned-symbol 'uninterned-symbol))
            ((string? object) 'unicode-string)
            ((number? object) (number-type-name object))
            ((procedure? object)
             (cond ((or (entity? object) (apply-hook? object)) 'entity)
                   ((compound-procedure? object) 'procedure)
                   (else 'compiled-entry)))
            ((vector? object) 'vector)
            ((char? object) 'character)
            ((or (eq? object #t) (null? object) (default-object? object) (eof-object? object) (eq? object unspecific))
             'constant)
            ((bytevector? object) 'bytevector)
            ((or (cell? object) (promise? object)) 'cell)
            ((weak-pair? object) 'weak-cons)
            ((environment? object) 'environment)
            (else 'record)))

    (define (number-type-name number)
      (cond ((fix:fixnum? number) 'fixnum)
            ((flo:flonum? number) 'flonum)
            ((exact-integer? number) 'bignum)
            ((exact-rational? number) 'ratnum)
            (else 'recnum)))))
