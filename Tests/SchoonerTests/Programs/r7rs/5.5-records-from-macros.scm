;; R7RS 5.5 and 4.3: record types defined by macros, the field's name being the macro's own
(import (scheme base) (scheme write))
(include "checking.scm")

;; An identifier that a template inserts is renamed, a field's as well; what the use gives is the user's.
(define-syntax define-wrapper
  (syntax-rules () ((_ type make test get) (define-record-type type (make value) test (value get)))))
(define-wrapper wrapper wrap wrapped? unwrap)
(check (unwrap (wrap 5)) => 5)
(check (wrapped? 5) => #f)
(define-wrapper box boxed box? unbox)
(check (unbox (boxed 1)) => 1)
(check (box? (wrap 5)) => #f)
(check-error (unwrap (boxed 1)))

(report-checks)
