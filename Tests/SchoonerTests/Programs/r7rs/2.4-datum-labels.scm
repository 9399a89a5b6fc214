;; R7RS 2.4: datum labels
(import (scheme base) (scheme read) (scheme write) (scheme cxr))
(include "checking.scm")

(define (read-text text) (read (open-input-string text)))

;; #n=<datum> reads like <datum> and also labels it.
(check (read-text "#0=(a b)") => '(a b))
(check (read-text "#12=foo") => 'foo)
(check (read-text "(#0=a b)") => '(a b))

;; #n# is a reference to the object labelled by #n=; the result is the same object.
(let ((datum (read-text "(#0=(x) #0#)")))
  (check datum => '((x) (x)))
  (check (eq? (car datum) (cadr datum)) => #t))
(let ((datum (read-text "(#0=\"ab\" #1=#(1) #1# #0#)")))
  (check datum => '("ab" #(1) #(1) "ab"))
  (check (eq? (car datum) (cadddr datum)) => #t)
  (check (eq? (cadr datum) (caddr datum)) => #t))

;; This permits the notation of structures with shared or circular substructure.
(let ((x (read-text "#0=(a b c . #0#)")))
  (check (eq? x (cdddr x)) => #t)
  (check (car x) => 'a)
  (check (cadddr x) => 'a)
  (check (list? x) => #f))
(let ((x (read-text "#0=#(1 #0#)")))
  (check (vector-length x) => 2)
  (check (eq? x (vector-ref x 1)) => #t))
(let ((x (read-text "#0=(#0#)")))
  (check (eq? x (car x)) => #t))
(let ((x (read-text "#1=(a #2=(b #1#) . #2#)")))
  (check (eq? (cadr x) (cddr x)) => #t)
  (check (eq? x (cadr (cadr x))) => #t))

;; The scope of a label is the outermost datum in which it appears.
(let ((port (open-input-string "#0=a #0=b (#0=c #0#)")))
  (check (read port) => 'a)
  (check (read port) => 'b)
  (check (read port) => '(c c)))

;; A reference can occur only after its label: a forward reference is an error.
(check-error (read-text "(#0# #0=a)"))
(check-error (read-text "#3#"))


;; A quoted literal may have labels.
(let ((x '#0=(a b . #0#)))
  (check (eq? x (cddr x)) => #t))
(let ((x '(#5=(1) #5#)))
  (check (eq? (car x) (cadr x)) => #t))

(report-checks)
