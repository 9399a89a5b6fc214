;;;; SRFI 173: hooks, lists of procedures that are called together.

(define-library (srfi 173)
  (export make-hook hook? list->hook list->hook! hook-add! hook-delete! hook-reset! hook->list hook-run)
  (import (scheme base)
          (only (mit legacy runtime) error:wrong-type-argument))
  (begin

    (define-record-type hook
      (new-hook arity procedures)
      hook?
      (arity hook-arity)
      (procedures hook-procedures set-hook-procedures!))

    (define (check-hook object name)
      (if (not (hook? object)) (error:wrong-type-argument object 0 name)))

    ;; The arity is how many arguments the procedures take.
    (define (make-hook arity)
      (list->hook arity '()))

    (define (list->hook arity procedures)
      (if (not (exact-integer? arity)) (error:wrong-type-argument arity 0 'make-hook))
      (new-hook arity (list-copy procedures)))

    (define (list->hook! hook procedures)
      (check-hook hook 'list->hook!)
      (set-hook-procedures! hook (list-copy procedures)))

    (define (hook-add! hook procedure)
      (check-hook hook 'hook-add!)
      (if (not (procedure? procedure)) (error:wrong-type-argument procedure 1 'hook-add!))
      (set-hook-procedures! hook (cons procedure (hook-procedures hook))))

    (define (hook-delete! hook procedure)
      (check-hook hook 'hook-delete!)
      (set-hook-procedures! hook
                            (let without ((rest (hook-procedures hook)))
                              (cond ((null? rest) '())
                                    ((eq? (car rest) procedure) (without (cdr rest)))
                                    (else (cons (car rest) (without (cdr rest))))))))

    (define (hook-reset! hook)
      (check-hook hook 'hook-reset!)
      (set-hook-procedures! hook '()))

    (define (hook->list hook)
      (check-hook hook 'hook->list)
      (list-copy (hook-procedures hook)))

    (define (hook-run hook . arguments)
      (check-hook hook 'hook-run)
      (if (not (= (length arguments) (hook-arity hook)))
          (error "Wrong number of arguments for the hook:" hook arguments))
      (for-each (lambda (procedure) (apply procedure arguments))
                (hook-procedures hook)))))
