;; R7RS 5.5: record-type definitions
(import (scheme base) (scheme write))
(include "checking.scm")

;; define-record-type binds a constructor, a predicate, accessors and modifiers.
(define-record-type <pare> (kons x y) pare? (x kar set-kar!) (y kdr))
(check (pare? (kons 1 2)) => #t)
(check (pare? (cons 1 2)) => #f)
(check (kar (kons 1 2)) => 1)
(check (kdr (kons 1 2)) => 2)
(check (let ((k (kons 1 2))) (set-kar! k 3) (kar k)) => 3)
(check (let ((k (kons 1 2))) (set-kar! k 3) (kdr k)) => 2)

;; The accessors and modifiers require a record of the type; the constructor its number of arguments.
(check-error (kar 5))
(check-error (kar (cons 1 2)))
(check-error (set-kar! '(1 2) 3))
(check-error (apply kons '(1)))
(check-error (apply kons '(1 2 3)))

;; Each use creates a new type, distinct from all existing types, of the same name as well.
(define-record-type point (make-point x y) point? (x point-x) (y point-y set-point-y!))
(define-record-type colour (make-colour name) colour? (name colour-name))
(check (point? (make-colour 'red)) => #f)
(check (colour? (make-colour 'red)) => #t)
(check (pare? (make-point 1 2)) => #f)
(check-error (point-x (make-colour 'red)))
(check (let ()
         (define-record-type point (make x) local-point? (x get))
         (list (point? (make 1)) (local-point? (make-point 1 2)) (get (make 9))))
       => '(#f #f 9))
(define (make-maker) (define-record-type thing (make v) thing? (v value)) (list make thing?))
(check (let ((a (make-maker)) (b (make-maker))) ((cadr a) ((car a) 1))) => #t)

;; The constructor may name the fields in any order, and not all of them.
(define-record-type triple (make-triple c a) triple? (a triple-a) (b triple-b set-triple-b!) (c triple-c))
(let ((t (make-triple 'c 'a)))
  (check (triple-a t) => 'a)
  (check (triple-c t) => 'c)
  (set-triple-b! t 'b)
  (check (triple-b t) => 'b))
;; A record may have no fields.
(define-record-type unit (make-unit) unit?)
(check (unit? (make-unit)) => #t)
(check (eq? (make-unit) (make-unit)) => #f)

;; An instance is not of any other type.
(check (vector? (make-point 1 2)) => #f)
(check (procedure? (make-point 1 2)) => #f)
(check (list (pair? (make-point 1 2)) (string? (make-point 1 2)) (symbol? (make-point 1 2))) => '(#f #f #f))

;; Records are compared by identity with eqv?.
(check (let ((p (make-point 1 2))) (eqv? p p)) => #t)
(check (eqv? (make-point 1 2) (make-point 1 2)) => #f)
(check (let ((p (make-point 1 2))) (equal? p p)) => #t)

;; Fields hold any object.
(check (point-x (make-point '(a) "b")) => '(a))
(check (point-y (point-y (make-point 1 (make-point 2 3)))) => 3)
(let ((p (make-point 1 2))) (set-point-y! p p) (check (eq? p (point-y (point-y p))) => #t))

;; Internal record definitions.
(check (let () (define-record-type box (make-box v) box? (v unbox set-box!)) (let ((b (make-box 1))) (set-box! b 2) (unbox b))) => 2)
(check (map point-x (list (make-point 1 2) (make-point 3 4))) => '(1 3))

(report-checks)
