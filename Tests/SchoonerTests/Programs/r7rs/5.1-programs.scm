;; R7RS 5.1 and 5.2: programs and import declarations
(import (scheme base)
        (prefix (only (scheme char) char-upcase char-downcase) c:)
        (rename (scheme cxr) (caddr third) (cadddr fourth))
        (except (scheme inexact) sin)
        (only (scheme lazy) delay force)
        (rename (prefix (only (scheme complex) real-part imag-part) z-) (z-real-part re)))
(import (scheme write))
(include "checking.scm")

;; A program consists of one or more import declarations followed by a sequence of expressions and definitions.
(define a 1)
(check (+ a 1) => 2)
(define b (+ a 1))
(check (list a b) => '(1 2))

;; (only set identifier ...) takes only these; (prefix set identifier) puts the prefix before each.
(check (c:char-upcase #\a) => #\A)
(check (c:char-downcase #\A) => #\a)
(check-error (char-upcase #\a))

;; (rename set (from to) ...) gives a name instead of another; the others stay.
(check (third '(1 2 3)) => 3)
(check (fourth '(1 2 3 4)) => 4)
(check (caadar '((1 (2)))) => 2)

;; (except set identifier ...) takes all but these.
(check (exact? (sqrt 16)) => #t)
(check (cos 0) => 1)

;; Import sets nest.
(check (re 5) => 5)
(check (z-imag-part 5) => 0)
(check (force (delay 3)) => 3)

;; Macros are imported like variables, and keep the bindings of their library.
(check (let ((if list)) (when #t 'ok)) => 'ok)

;; A program may define a name of its own that no import gave.
(define (sin x) (list 'my-sin x))
(check (sin 1) => '(my-sin 1))
(define caddr 'mine)
(check caddr => 'mine)

(report-checks)
