;;; A tautology prover by term rewriting: lemmas rewrite a term to conditionals, which are then judged true or not.
(import (scheme base) (scheme cxr) (scheme write))

(define size 3)

;; Lemmas (equal left right), by the operator of the left side.
(define lemmas '())
(define (add-lemma! left right) (set! lemmas (cons (list (car left) left right) lemmas)))
(define-syntax lemmas-are
  (syntax-rules ()
    ((_ (left right) ...) (begin (add-lemma! 'left 'right) ...))))

;; Variables of lemmas are these symbols; all other symbols are constants.
(define (variable? term) (memq term '(?a ?b ?c ?d ?x ?y ?z)))

(lemmas-are
 ((and ?a ?b) (if ?a (if ?b (t) (f)) (f)))
 ((or ?a ?b) (if ?a (t) (if ?b (t) (f))))
 ((not ?a) (if ?a (f) (t)))
 ((implies ?a ?b) (if ?a (if ?b (t) (f)) (t)))
 ((iff ?a ?b) (and (implies ?a ?b) (implies ?b ?a)))
 ((xor ?a ?b) (not (iff ?a ?b)))
 ((if (if ?a ?b ?c) ?x ?y) (if ?a (if ?b ?x ?y) (if ?c ?x ?y)))
 ((plus (plus ?x ?y) ?z) (plus ?x (plus ?y ?z)))
 ((plus ?x (zero)) ?x)
 ((plus (zero) ?x) ?x)
 ((times ?x (plus ?y ?z)) (plus (times ?x ?y) (times ?x ?z)))
 ((times (times ?x ?y) ?z) (times ?x (times ?y ?z)))
 ((difference ?x ?x) (zero))
 ((equal (plus ?a ?b) (plus ?a ?c)) (equal ?b ?c))
 ((equal ?x ?x) (t))
 ((append (append ?x ?y) ?z) (append ?x (append ?y ?z)))
 ((reverse (append ?a ?b)) (append (reverse ?b) (reverse ?a)))
 ((reverse (reverse ?x)) ?x)
 ((length (append ?x ?y)) (plus (length ?x) (length ?y)))
 ((lessp (plus ?x ?y) (plus ?x ?z)) (lessp ?y ?z))
 ((member ?x (append ?a ?b)) (or (member ?x ?a) (member ?x ?b))))

(define rewrites 0)

;; The bindings that make the pattern the term, added to those given; #f when there are none.
(define (match pattern term bindings)
  (cond ((not bindings) #f)
        ((variable? pattern)
         (let ((known (assq pattern bindings)))
           (if known
               (and (equal? (cdr known) term) bindings)
               (cons (cons pattern term) bindings))))
        ((symbol? pattern) (and (eq? pattern term) bindings))
        ((null? pattern) (and (null? term) bindings))
        ((pair? term) (match (cdr pattern) (cdr term) (match-head (car pattern) (car term) bindings)))
        (else #f)))
(define (match-head pattern term bindings) (match pattern term bindings))

(define (substitute bindings term)
  (cond ((symbol? term) (let ((known (assq term bindings))) (if known (cdr known) term)))
        ((pair? term) (cons (car term) (map (lambda (part) (substitute bindings part)) (cdr term))))
        (else term)))

(define (rewrite term)
  (if (pair? term)
      (rewrite-with-lemmas (cons (car term) (map rewrite (cdr term))) lemmas)
      term))

(define (rewrite-with-lemmas term rest)
  (cond ((null? rest) term)
        ((and (eq? (caar rest) (car term)) (match (cadar rest) term '()))
         => (lambda (bindings)
              (set! rewrites (+ rewrites 1))
              (rewrite (substitute bindings (car (cddar rest))))))
        (else (rewrite-with-lemmas term (cdr rest)))))

(define (holds? term facts) (or (equal? term '(t)) (member term facts)))
(define (fails? term facts) (or (equal? term '(f)) (member term facts)))

(define (tautology? term true false)
  (cond ((holds? term true) #t)
        ((fails? term false) #f)
        ((and (pair? term) (eq? (car term) 'if))
         (let ((test (cadr term)))
           (cond ((holds? test true) (tautology? (caddr term) true false))
                 ((fails? test false) (tautology? (cadddr term) true false))
                 (else (and (tautology? (caddr term) (cons test true) false)
                            (tautology? (cadddr term) true (cons test false)))))))
        (else #f)))

(define (prove term) (tautology? (rewrite term) '() '()))

(define (show term)
  (display (if (prove term) "proved " "not proved "))
  (write term)
  (newline))

;; a1 -> a2, a2 -> a3, ... imply a1 -> an.
(define (name i) (string->symbol (string-append "p" (number->string i))))
(define (chain n)
  (let loop ((i 1) (premises '(t)))
    (if (= i n)
        `(implies ,premises (implies p1 ,(name n)))
        (loop (+ i 1) `(and (implies ,(name i) ,(name (+ i 1))) ,premises)))))

(show '(implies p p))
(show '(or p (not p)))
(show '(implies (and p (implies p q)) q))
(show '(implies (implies p q) p))
(show '(implies (implies p q) (implies (not q) (not p))))
(show '(implies (not (and p q)) (or (not p) (not q))))
(show '(iff p (not (not p))))
(show '(implies (implies (implies p q) p) p))
(show '(equal (reverse (reverse (append x y))) (append (reverse (reverse x)) y)))
(show '(equal (length (append (append x y) z)) (plus (length x) (plus (length y) (length z)))))
(show '(implies (member a (append x y)) (or (member a y) (member a x))))
(show '(equal (times x (plus y z)) (times x y)))
(show (chain size))
(display rewrites) (newline)
