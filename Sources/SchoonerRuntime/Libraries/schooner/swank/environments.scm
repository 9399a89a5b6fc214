;;; Environments have the names of packages, as in MIT Scheme: "(user)", "()"; others are called by a number.

(define numbered (make-key-weak-eqv-hash-table))

(define (environment-title environment)
  (let ((package (environment->package environment)))
    (if package
        (write-to-string (package/name package))
        (string-append "environment-"
                       (number->string
                        (or (hash-table-ref/default numbered environment #f)
                            (let ((number (+ 1 (hash-table-size numbered))))
                              (hash-table-set! numbered environment number)
                              number)))))))

;; #f where there is none of the name.
(define (named-environment text)
  (if (string-prefix? "environment-" text)
      (let ((number (string->number (string-tail text (string-length "environment-")))))
        (let loop ((entries (hash-table->alist numbered)))
          (cond ((null? entries) #f)
                ((eqv? (cdar entries) number) (caar entries))
                (else (loop (cdr entries))))))
      (let ((name (parse-datum text)))
        (and (list? name)
             (let ((package (name->package name)))
               (and package (package/environment package)))))))

(define (read-from-text text)
  (let ((datum (read (open-input-string text))))
    (if (eof-object? datum) (error "There is nothing to evaluate."))
    datum))

(define-request '(swank:connection-info)
  (lambda (connection)
    (let ((title (environment-title (connection-environment connection))))
      `(:pid ,(unix/current-pid)
        :style :spawn
        :encoding (:coding-systems ("utf-8-unix"))
        :lisp-implementation (:type "Schooner" :name "schooner" :version ,(get-subsystem-version-string "release")
                              :program nil)
        :machine (:instance "" :type "" :version "")
        :features (:scheme :mit :schooner)
        :modules ("SWANK-REPL")
        :package (:name ,title :prompt ,title)
        :version "2.28"))))

(define-request '(swank:swank-require) (lambda (connection . ignored) '("SWANK-REPL")))

(define-request '(swank:set-package)
  (lambda (connection name)
    (let ((environment (named-environment name)))
      (if (not environment) (error:bad-range-argument name 'set-package))
      (set-connection-environment! connection environment)
      (let ((title (environment-title environment)))
        (send connection ':new-package title title)
        (list title title)))))

(define-request '(swank:list-all-package-names)
  (lambda (connection . ignored) '("(user)" "()"))
  #t)

(define-request '(swank:default-directory)
  (lambda (connection) (->namestring (pwd)))
  #t)

(define-request '(swank:set-default-directory)
  (lambda (connection directory)
    (set-working-directory-pathname! directory)
    (->namestring (pwd))))

(define-request '(swank:quit-lisp)
  (lambda (connection) (exit)))

(define-request '(swank:ping swank:buffer-first-change swank:filename-to-modulename swank:compiler-notes-for-emacs
                  swank:xref swank:clear-repl-variables
                  swank-repl:clear-repl-variables swank:update-indentation-information)
  (lambda (connection . ignored) #f)
  #t)
