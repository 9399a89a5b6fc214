;; R7RS 4.3.2: an ellipsis or underscore among the literals
(import (scheme base) (scheme write))
(include "checking.scm")

;; An ellipsis, or underscore, among the literals is a literal.
(define-syntax literal-dots (syntax-rules (...) ((_ ...) 'dots) ((_ x) 'other)))
(check (literal-dots ...) => 'dots)
(check (literal-dots 1) => 'other)
(define-syntax literal-underscore (syntax-rules (_) ((x _) 'underscore) ((x y) 'other)))
(check (literal-underscore _) => 'underscore)
(check (literal-underscore 1) => 'other)

(report-checks)
