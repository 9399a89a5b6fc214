;; R7RS 6.3: booleans
(import (scheme base) (scheme write))
(include "checking.scm")

;; The standard boolean objects for true and false are written as #t and #f, or as #true and #false.
(check #true => #t)
(check #false => #f)
(check '#t => #t)
(check '#f => #f)
;; Of all objects, only #f counts as false in conditional expressions.
(check (if #f 1 2) => 2)
(check (map (lambda (x) (if x 'true 'false)) (list #t '() 0 0.0 "" #\a 'nil (vector) car)) => '(true true true true true true true true true))
(check (cond (#f 'no) ('() 'yes)) => 'yes)

;; not returns #t if obj is false, and #f otherwise.
(check (not 3) => #f)
(check (not (list 3)) => #f)
(check (not #f) => #t)
(check (not '()) => #f)
(check (not (list)) => #f)
(check (not 'nil) => #f)
(check (not #t) => #f)
(check (not 0) => #f)
(check (not "") => #f)

;; boolean? returns #t if obj is #t or #f.
(check (boolean? #f) => #t)
(check (boolean? #t) => #t)
(check (boolean? 0) => #f)
(check (boolean? '()) => #f)
(check (boolean? 'true) => #f)
(check (boolean? "#t") => #f)

;; boolean=? returns #t if all are booleans and all are the same.
(check (boolean=? #t #t) => #t)
(check (boolean=? #f #f) => #t)
(check (boolean=? #t #f) => #f)
(check (boolean=? #t #t #t) => #t)
(check (boolean=? #f #f #t) => #f)
(check (boolean=? #f #t #f) => #f)
(check-error (boolean=? 1 #t))
(check-error (boolean=? #t 'a))

(report-checks)
