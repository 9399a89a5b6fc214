;; R7RS 5.6: libraries
(define-library (test numbers)
  (export one (rename internal-two two) add make-counter)
  (import (scheme base))
  (begin
    (define one 1)
    (define internal-two 2)
    (define (add x y) (+ x y one-hidden (- one-hidden)))
    (define one-hidden 100)
    (define (make-counter)
      (let ((n 0)) (lambda () (set! n (+ n 1)) n)))))

(define-library (test macros)
  (export swap! my-if increase! count)
  (import (scheme base))
  (begin
    (define-syntax swap! (syntax-rules () ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))
    (define-syntax my-if (syntax-rules (then) ((_ c then a b) (if (helper c) a b))))
    (define (helper x) x)
    (define counted 0)
    (define (count) counted)
    (define-syntax increase! (syntax-rules () ((_) (begin (set! counted (+ counted 1)) counted))))))

(define-library (test choice)
  (import (scheme base))
  (export which base-there?)
  (cond-expand
    (r7rs (begin (define which 'r7rs)))
    (else (begin (define which 'other))))
  (cond-expand
    ((library (scheme base)) (begin (define base-there? #t)))
    (else (begin (define base-there? #f)))))

(define-library (test again)
  (export two twice)
  (import (scheme base) (test numbers))
  (begin (define (twice x) (add x x))))

(define-library (test 1 number-in-name)
  (export value)
  (import (scheme base))
  (begin (define value 'one)))

(define-library (test effect)
  (export loads loaded!)
  (import (scheme base))
  (begin (define n 0) (define (loaded!) (set! n (+ n 1))) (define (loads) n) (loaded!)))

(import (scheme base) (scheme write)
        (test numbers) (test macros) (test choice) (only (test again) twice) (prefix (test 1 number-in-name) name-)
        (test effect) (prefix (only (test effect) loads) p:))
(include "checking.scm")

;; The exported identifiers are bound in the importing program.
(check one => 1)
(check (add 1 2) => 3)
;; (rename inside outside): exported under the other name.
(check two => 2)
(check-error internal-two)
;; What is not exported stays in the library.
(check-error one-hidden)
;; Exported macros refer to the library's own bindings.
(check (let ((a 1) (tmp 2)) (swap! a tmp) (list a tmp)) => '(2 1))
(check (let ((helper (lambda (x) #f)) (if list)) (my-if #t then 'a 'b)) => 'a)
(check (let* ((a (increase!)) (b (increase!))) (list a b (count))) => '(1 2 2))
;; cond-expand as a library declaration.
(check which => 'r7rs)
(check base-there? => #t)
;; A library may import others, and export again what it imported.
(check (twice 4) => 8)
;; Parts of a name may be exact non-negative integers.
(check name-value => 'one)
;; A library is loaded once, whatever number of import sets name it.
(check (loads) => 1)
(check (p:loads) => 1)
(check (begin (loaded!) (p:loads)) => 2)
;; A library's procedure keeps its own state.
(check (let ((c (make-counter))) (c) (c) (c)) => 3)

(report-checks)
