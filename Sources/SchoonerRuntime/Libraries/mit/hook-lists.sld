;;; Hook lists: procedures under keys, called in the order in which they came. MIT Scheme 12.1.

(define-library (mit hook-lists)
  (export make-hook-list hook-list? append-hook-to-list remove-hook-from-list hook-in-list? run-hooks-in-list)
  (import (mit legacy runtime))
  (begin

    (define-record-type hook-list
        (%make-hook-list hooks)
        hook-list?
      (hooks hooks set-hooks!))

    (define (make-hook-list) (%make-hook-list '()))

    (define (remove-hook-from-list list key)
      (set-hooks! list (del-assv key (hooks list))))

    (define (append-hook-to-list list key procedure)
      (set-hooks! list (append (del-assv key (hooks list)) (cons (cons key procedure) '()))))

    (define (hook-in-list? list key)
      (pair? (assv key (hooks list))))

    (define (run-hooks-in-list list . arguments)
      (for-each (lambda (hook) (apply (cdr hook) arguments)) (hooks list)))))
