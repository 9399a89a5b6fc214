;;; Options of the runtime: MIT user manual 3.8. Everything they hold is there already, and loaded when it
;;; is first used, but for the keywords of the parser language.

(define-library (mit options)
  (export load-option option-loaded? define-load-option standard-load-options local-load-options
          further-load-options dummy-option-loader)
  (import (mit legacy runtime))
  (begin

    (define known
      '(*parser compiler cref edwin format hash-table mime-codec rb-tree regular-expression sf stepper subprocess
        synchronous-subprocess wt-tree xml ssp imail))

    ;; Options with their loaders: those of the program, and the object system, whose syntax is to be global.
    (define loaders
      (list (cons 'sos (lambda () (eval '(import (mit sos)) system-global-environment)))))
    (define loaded '())

    (define (define-load-option name loader)
      (set! loaders (cons (cons name loader) (del-assq name loaders)))
      name)

    (define (load-option name #!optional no-error?)
      (let ((own (assq name loaders)))
        (cond ((memq name loaded) name)
              (own
               (set! loaded (cons name loaded))
               ((cdr own))
               name)
              ((memq name known)
               (set! loaded (cons name loaded))
               (if (eq? name '*parser) (%install-parser-language!))
               name)
              ((and (not (default-object? no-error?)) no-error?) #f)
              (else (error "Unknown option name:" name)))))

    (define (option-loaded? name) (and (memq name loaded) #t))
    (define (dummy-option-loader) unspecific)
    (define (further-load-options place) unspecific)
    (define (standard-load-options) known)
    (define (local-load-options) '())))
