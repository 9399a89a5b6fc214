;; R7RS 3.2: disjointness of types
(import (scheme base) (scheme write))
(include "checking.scm")

(define-record-type point (make-point x y) point? (x point-x) (y point-y))

(define predicates
  (list boolean? char? null? pair? procedure? symbol? bytevector? eof-object? number? port? string? vector? point?))

(define objects
  (list #t #\a '() '(1) car 'a (bytevector 1) (eof-object) 1 (current-output-port) "a" (vector 1) (make-point 1 2)))

(define (count-true object)
  (let loop ((rest predicates) (count 0))
    (cond ((null? rest) count)
          (((car rest) object) (loop (cdr rest) (+ count 1)))
          (else (loop (cdr rest) count)))))

;; No object satisfies more than one of the predicates boolean? char? null? pair? procedure? symbol? bytevector?
;; eof-object? number? port? string? vector?, and all predicates created by define-record-type.
(check (map count-true objects) => '(1 1 1 1 1 1 1 1 1 1 1 1 1))

;; Each of these predicates answers #t for its own objects and #f for all others.
(define (row object) (map (lambda (predicate) (predicate object)) predicates))
(check (row #f) => '(#t #f #f #f #f #f #f #f #f #f #f #f #f))
(check (row #\x) => '(#f #t #f #f #f #f #f #f #f #f #f #f #f))
(check (row '()) => '(#f #f #t #f #f #f #f #f #f #f #f #f #f))
(check (row '(a . b)) => '(#f #f #f #t #f #f #f #f #f #f #f #f #f))
(check (row (lambda (x) x)) => '(#f #f #f #f #t #f #f #f #f #f #f #f #f))
(check (row 'nil) => '(#f #f #f #f #f #t #f #f #f #f #f #f #f))
(check (row (make-bytevector 0)) => '(#f #f #f #f #f #f #t #f #f #f #f #f #f))
(check (row (eof-object)) => '(#f #f #f #f #f #f #f #t #f #f #f #f #f))
(check (row 1.5) => '(#f #f #f #f #f #f #f #f #t #f #f #f #f))
(check (row 1/2) => '(#f #f #f #f #f #f #f #f #t #f #f #f #f))
(check (row (expt 2 100)) => '(#f #f #f #f #f #f #f #f #t #f #f #f #f))
(check (row (open-input-string "")) => '(#f #f #f #f #f #f #f #f #f #t #f #f #f))
(check (row "") => '(#f #f #f #f #f #f #f #f #f #f #t #f #f))
(check (row (vector)) => '(#f #f #f #f #f #f #f #f #f #f #f #t #f))
(check (row (make-point 1 2)) => '(#f #f #f #f #f #f #f #f #f #f #f #f #t))

;; Although there is a separate boolean type, any value can be used as a boolean for a test: all but #f count as true.
(check (map (lambda (object) (if object 'true 'false)) (cons #f objects))
       => '(false true true true true true true true true true true true true true))

(report-checks)
