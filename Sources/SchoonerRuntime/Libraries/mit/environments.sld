;;; Packages by name, and the older names of environment operations: MIT Scheme 12.1. The library is one environment here:
;;; every package of the runtime has system-global-environment, the package (user) user-initial-environment.

(define-library (mit environments)
  (export ->environment environment->package name->package find-package package? package-name? package/name
          package/environment package/parent package/children package/reference all-packages
          lexical-reference lexical-unbound? lexical-unassigned? lexical-unreferenceable? lexical-assignment
          local-assignment environment-lookup-or environment-define-macro environment-lookup-macro
          environment-link-name link-variables unbind-variable
          load-package-set)
  (import (mit legacy runtime))
  (begin

    (define-record-type package
      (make-package name environment)
      package?
      (name package/name)
      (environment package/environment))

    (define-print-method package?
      (standard-print-method 'package (lambda (package) (list (package/name package)))))

    (define global (make-package '() system-global-environment))
    (define user (make-package '(user) user-initial-environment))
    (define known (list global user))

    (define roots '(runtime edwin compiler sf sos xml win32 net ssp cross-reference gdbm imail user package))

    (define (package-name? object)
      (and (list? object) (every symbol? object)))

    (define (name->package name)
      (cond ((find (lambda (package) (equal? name (package/name package))) known))
            ((and (package-name? name) (memq (car name) roots))
             (let ((package (make-package (list-copy name) system-global-environment)))
               (set! known (append known (list package)))
               package))
            (else #f)))

    (define (find-package name #!optional error?)
      (or (name->package name)
          (and (or (default-object? error?) error?)
               (error "Unable to find package:" name))))

    (define (package/parent package)
      (let ((name (package/name package)))
        (and (pair? name)
             (find-package (except-last-pair name)))))

    (define (package/children package) '())
    (define (all-packages) (list-copy known))

    (define (package/reference package name)
      (environment-lookup (package/environment package) name))

    (define (environment->package environment)
      (cond ((eq? environment system-global-environment) global)
            ((eq? environment user-initial-environment) user)
            (else #f)))

    (define (->environment object #!optional caller)
      (cond ((environment? object) object)
            ((package? object) (package/environment object))
            ((and (package-name? object) (name->package object)) => package/environment)
            ((procedure? object) (procedure-environment object))
            (else (error:wrong-type-argument object "environment" '->environment))))

    (define (load-package-set . rest) unspecific)

    ;;; Names

    (define (lexical-reference environment name) (environment-lookup environment name))
    (define (lexical-unbound? environment name) (not (environment-bound? environment name)))
    (define (lexical-unassigned? environment name)
      (eq? (environment-reference-type environment name) 'unassigned))
    (define (lexical-unreferenceable? environment name)
      (not (eq? (environment-reference-type environment name) 'normal)))
    (define (lexical-assignment environment name value)
      (let ((old (environment-lookup environment name)))
        (environment-assign! environment name value)
        old))
    (define (local-assignment environment name value)
      (environment-define environment name value)
      name)

    (define (environment-lookup-or environment name fail)
      (if (eq? (environment-reference-type environment name) 'normal)
          (environment-lookup environment name)
          (fail)))

    (define (environment-lookup-macro environment name)
      (%environment-macro environment name))
    (define (environment-define-macro environment name macro)
      (%define-in-environment! environment name macro)
      name)

    (define (environment-link-name environment source name)
      (%link-variable! environment name source name))
    (define (link-variables environment name source source-name)
      (%link-variable! environment name source source-name))
    (define (unbind-variable environment name)
      (%unbind-variable! environment name))))
