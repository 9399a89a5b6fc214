;;; Macro expansion.

(define (expand-once form environment)
  (let ((expansion (%expand-macro form environment)))
    (if expansion (car expansion) form)))

(define (expand-fully form environment)
  (let ((expansion (%expand-macro form environment)))
    (if expansion
        (expand-fully (car expansion) environment)
        form)))

;; Macros within the form too. What an inner binding hides is not noticed, nor what a special form does with its parts.
(define (expand-everywhere form environment)
  (let ((form (expand-fully form environment)))
    (cond ((not (pair? form)) form)
          ((memq (car form) '(quote quasiquote)) form)
          (else
           (let loop ((rest form))
             (if (pair? rest)
                 (cons (expand-everywhere (car rest) environment) (loop (cdr rest)))
                 rest))))))

(define (expansion-request names expand)
  (define-request names
    (lambda (connection text)
      (pretty-text (expand (read-from-text text) (buffer-environment))))
    #t))

(expansion-request '(swank:swank-macroexpand-1 swank:swank-expand-1) expand-once)
(expansion-request '(swank:swank-macroexpand swank:swank-expand) expand-fully)
(expansion-request '(swank:swank-macroexpand-all) expand-everywhere)
