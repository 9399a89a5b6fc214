;;; What a name stands for: argument lists, descriptions, apropos.

;; The value of the name in the environment; (otherwise) where it has none.
(define (name-value text environment otherwise)
  (let ((name (parse-datum text)))
    (if (and (symbol? name)
             (environment-bound? environment name)
             (memq (environment-reference-type environment name) '(normal)))
        (environment-lookup environment name)
        (otherwise))))

;; Parameters as they were written, or numbered ones for what is not Scheme.
(define (procedure-parameters procedure)
  (let ((source (and (compound-procedure? procedure) (%procedure-source procedure))))
    (if (pair? source)
        (car source)
        (let* ((arity (procedure-arity procedure))
               (least (if (pair? arity) (car arity) arity))
               (most (if (pair? arity) (cdr arity) arity)))
          (append (numbered-names 1 least)
                  (cond ((not most) 'rest)
                        ((> most least) (cons #!optional (numbered-names (+ least 1) most)))
                        (else '())))))))

(define (numbered-names from to)
  (if (> from to)
      '()
      (cons (symbol 'arg from) (numbered-names (+ from 1) to))))

;; (name parameter …) as text, or #f.
(define (call-text text environment)
  (let ((value (name-value text environment (lambda () #f))))
    (and (procedure? value)
         (write-to-string (cons (string->symbol text) (procedure-parameters value))))))

(define-request '(swank:operator-arglist)
  (lambda (connection text environment)
    (call-text text (environment-argument environment)))
  #t)

;; The form round the cursor, as nested lists of strings: the innermost whose operator is known.
(define (innermost-call form environment)
  (and (pair? form)
       (list? form)
       (or (let loop ((parts (cdr form)))
             (and (pair? parts)
                  (or (innermost-call (car parts) environment)
                      (loop (cdr parts)))))
           (and (string? (car form))
                (call-text (car form) environment)))))

(define-request '(swank:autodoc)
  (lambda (connection form . ignored)
    (let ((text (innermost-call form (buffer-environment))))
      (list (or text ':not-available) #t)))
  #t)

(define (description text environment)
  (let ((name (parse-datum text)))
    (call-with-output-string
     (lambda (port)
       (write-string text port)
       (cond ((not (and (symbol? name) (environment-bound? environment name)))
              (write-string " is not bound." port))
             ((eq? (environment-reference-type environment name) 'macro)
              (write-string " is a keyword." port))
             (else
              (let ((value (name-value text environment (lambda () #f))))
                (write-string " is bound to " port)
                (write-string (short-text value) port)
                (if (procedure? value)
                    (begin
                      (newline port)
                      (write-string "Call: " port)
                      (write (cons name (procedure-parameters value)) port)))
                (if (compound-procedure? value)
                    (begin
                      (newline port)
                      (newline port)
                      (pp value port))))))))))

(define-request '(swank:describe-symbol swank:describe-function swank:documentation-symbol
                  swank:describe-definition-for-emacs)
  (lambda (connection text . ignored)
    (description text (buffer-environment)))
  #t)

(define most-apropos 200)

(define-request '(swank:apropos-list-for-emacs)
  (lambda (connection text #!optional external? case-sensitive? environment)
    (let* ((environment (environment-argument (if (default-object? environment) #f environment)))
           (names (matching-names (lambda (name) (string-search-forward text name 0)) environment)))
      (map (lambda (name)
             (list ':designator name
                   (if (procedure? (name-value name environment (lambda () #f))) ':function ':variable)
                   (or (call-text name environment)
                       (let ((value (name-value name environment (lambda () unspecific))))
                         (short-text value)))))
           (list-head names (min most-apropos (length names))))))
  #t)
