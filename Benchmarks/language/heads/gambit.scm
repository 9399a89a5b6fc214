;; What Gambit lacks of R7RS, put before each program in place of its imports.
(define-macro (let-values bindings . body)
  (if (null? bindings)
      (cons 'let (cons '() body))
      (list 'call-with-values
            (list 'lambda '() (cadr (car bindings)))
            (list 'lambda (car (car bindings)) (cons 'let-values (cons (cdr bindings) body))))))
(define (flush-output-port) (force-output))
(define (open-output-bytevector) (open-output-u8vector))
(define (get-output-bytevector port) (get-output-u8vector port))
(define-macro (guard clauses . body)
  (list 'with-exception-catcher
        (list 'lambda (list (car clauses)) (cons 'cond (cdr clauses)))
        (cons 'lambda (cons '() body))))
(define (string-upcase s) (string-map char-upcase s))
(define (string-downcase s) (string-map char-downcase s))
