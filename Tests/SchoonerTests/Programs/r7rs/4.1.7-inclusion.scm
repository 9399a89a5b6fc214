;; R7RS 4.1.7 and 5.6.1: include, include-ci, and the inclusions of libraries
(define-library (test included)
  (include-library-declarations "included-declarations.txt")
  (include "included-definitions.txt"))
(define-library (test included folded)
  (export folded)
  (import (scheme base))
  (include-ci "included-definitions.txt")
  (begin (define folded declared-value)))

(import (scheme base) (scheme write) (test included) (test included folded))
(include "checking.scm")

;; include reads the file's expressions and puts a begin with them in its place: definitions at the top level.
(define Counter 0)
(include "included-body.txt")
(check from-file => 'Here)
(check (add-one 1) => 2)
(check Counter => 1)

;; Several files are included one after the other.
(include "included-body.txt" "included-body.txt")
(check Counter => 3)

;; In a body it gives internal definitions.
(check (let ((Counter 10)) (include "included-body.txt") (list Counter from-file (add-one 5))) => '(11 Here 6))
;; As an expression it gives the value of the last.
(define Trace '())
(check (let ((Trace '())) (include "included-expressions.txt")) => '(Second first))
(check Trace => '())

;; include-ci reads as if the file began with #!fold-case.
(define trace '())
(define counter 0)
(include-ci "included-body.txt")
(check from-file => 'here)
(check counter => 1)
(check (let ((trace '())) (include-ci "included-expressions.txt")) => '(second first))

;; A library's declarations and definitions may be in files.
(check declared-value => '(from File))
(check (declared-macro 1) => '(1 (from File)))
(check folded => '(from file))

(report-checks)
