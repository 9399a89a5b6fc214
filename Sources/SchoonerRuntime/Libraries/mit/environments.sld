;;; Packages by name, and the older names of environment operations: MIT Scheme 12.1. The library is one environment here:
;;; every package of the runtime has system-global-environment, the package (user) user-initial-environment.

(define-library (mit environments)
  (export ->environment environment->package name->package find-package package? package-name? package/name
          package/environment package/parent package/children package/reference all-packages system-global-package
          make-package-description package-description? package-description/name package-description/ancestors
          package-description/internal-names package-description/exports package-description/imports
          package-description/extension? create-package-from-description
          lexical-reference lexical-unbound? lexical-unassigned? lexical-unreferenceable? lexical-assignment
          local-assignment environment-lookup-or environment-define-macro environment-lookup-macro
          environment-link-name link-variables unbind-variable
          load-package-set)
  (import (mit legacy runtime))
  (begin

    (define-record-type package
      (%make-package name environment)
      package?
      (name package/name)
      (environment package/environment))

    (define-print-method package?
      (standard-print-method 'package (lambda (package) (list (package/name package)))))

    (define system-global-package (%make-package '() system-global-environment))
    (define user (%make-package '(user) user-initial-environment))
    (define known (list system-global-package user))

    ;; The first names of MIT Scheme's own packages: they are there when a program names them.
    (define roots '(runtime edwin compiler sf sos xml win32 net ssp cross-reference gdbm imail user package))

    (define (package-name? object)
      (and (list? object) (every symbol? object)))

    (define (known-package name)
      (find (lambda (package) (equal? name (package/name package))) known))

    (define (make-package name environment)
      (let ((package (%make-package (list-copy name) environment)))
        (set! known (append known (list package)))
        package))

    (define (name->package name)
      (or (known-package name)
          (and (package-name? name)
               (pair? name)
               (memq (car name) roots)
               (make-package name system-global-environment))))

    (define (find-package name #!optional error?)
      (or (name->package name)
          (and (or (default-object? error?) error?)
               (error "Unable to find package:" name))))

    (define (package/parent package)
      (let ((name (package/name package)))
        (and (pair? name)
             (or (name->package (except-last-pair name)) system-global-package))))

    (define (package/children package)
      (filter (lambda (other) (eq? package (package/parent other))) known))
    (define (all-packages) (list-copy known))

    (define (package/reference package name)
      (environment-lookup (package/environment package) name))

    (define (environment->package environment)
      (find (lambda (package) (eq? environment (package/environment package))) known))

    (define (->environment object #!optional caller)
      (cond ((environment? object) object)
            ((package? object) (package/environment object))
            ((and (package-name? object) (name->package object)) => package/environment)
            ((procedure? object) (procedure-environment object))
            (else (error:wrong-type-argument object "environment" '->environment))))

    ;;; Packages that a program makes

    (define-record-type package-description
      (make-package-description name ancestors internal-names exports imports extension?)
      package-description?
      (name package-description/name)
      (ancestors package-description/ancestors)
      (internal-names package-description/internal-names)
      (exports package-description/exports)
      (imports package-description/imports)
      (extension? package-description/extension?))

    ;; The environment is within that of the first ancestor.
    (define (create-package-from-description description)
      (guarantee package-description? description 'create-package-from-description)
      (let* ((name (package-description/name description))
             (ancestors (package-description/ancestors description))
             (parent (package/environment (find-package (if (pair? ancestors) (car ancestors) '()))))
             (package
              (or (known-package name)
                  (make-package name
                                (extend-top-level-environment
                                 parent
                                 (vector->list (package-description/internal-names description))))))
             (environment (package/environment package)))
        (vector-for-each (lambda (link) (link-export environment link))
                         (package-description/exports description))
        (vector-for-each (lambda (link) (link-import environment link))
                         (package-description/imports description))
        unspecific))

    ;; A link: its name within, the other package, its name there.
    (define (outer-name link)
      (vector-ref link (if (fix:> (vector-length link) 2) 2 0)))
    (define (other-environment link)
      (package/environment (find-package (vector-ref link 1))))
    (define (link-export environment link)
      (%link-variable! (other-environment link) (outer-name link) environment (vector-ref link 0)))
    (define (link-import environment link)
      (%link-variable! environment (vector-ref link 0) (other-environment link) (outer-name link)))

    ;; The packages of a system, as its .pkg file describes them: all are made first, then their files are loaded. MIT's own
    ;; loads what its cross-reference program wrote from that file, which is not needed here.
    (define (load-package-set filename #!optional options)
      (let* ((path (merge-pathnames (pathname-default-type filename "pkg")))
             (forms (call-with-input-file path read-all-forms))
             (definitions (filter (lambda (form) (memq (car form) '(define-package extend-package))) forms)))
        (define (clauses definition key)
          (filter (lambda (clause) (eq? key (car clause))) (cddr definition)))
        (define (links definition keys)
          (list->vector
           (append-map
            (lambda (clause)
              (map (lambda (name) (if (pair? name) (vector (car name) (cadr clause) (cadr name)) (vector name (cadr clause))))
                   (filter (lambda (item) (or (symbol? item) (pair? item))) (cddr clause))))
            (append-map (lambda (key) (clauses definition key)) keys))))
        (define (parent definition)
          (let ((parents (clauses definition 'parent)))
            (if (pair? parents) (cadar parents) '())))
        (define (describe definition exports imports)
          (create-package-from-description
           (make-package-description (cadr definition)
                                     (list (parent definition))
                                     (vector-map (lambda (link) (vector-ref link 0)) exports)
                                     exports imports (eq? (car definition) 'extend-package))))
        (for-each (lambda (definition) (describe definition (links definition '(export export-deprecated)) (vector)))
                  definitions)
        (for-each (lambda (definition) (describe definition (vector) (links definition '(import)))) definitions)
        (for-each
         (lambda (definition)
           (let ((environment (package/environment (find-package (cadr definition)))))
             (for-each
              (lambda (clause)
                (for-each (lambda (file) (load (merge-pathnames file (directory-pathname path)) environment))
                          (cdr clause)))
              (clauses definition 'files))
             (for-each (lambda (clause) (eval (cons 'begin (cdr clause)) environment))
                       (clauses definition 'initialization))))
         definitions)))

    (define (read-all-forms port)
      (let ((form (read port)))
        (if (eof-object? form)
            '()
            (cons form (read-all-forms port)))))

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
