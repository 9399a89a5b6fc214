;; R7RS 7.3: the report's own definitions of derived expression types, as macros of a program, do what the built-in ones do
(import (scheme base) (scheme write))
(include "checking.scm")

;; cond, by its reference definition with another name.
(define-syntax my-cond
  (syntax-rules (else =>)
    ((my-cond (else result1 result2 ...)) (begin result1 result2 ...))
    ((my-cond (test => result)) (let ((temp test)) (if temp (result temp))))
    ((my-cond (test => result) clause1 clause2 ...)
     (let ((temp test)) (if temp (result temp) (my-cond clause1 clause2 ...))))
    ((my-cond (test)) test)
    ((my-cond (test) clause1 clause2 ...) (let ((temp test)) (if temp temp (my-cond clause1 clause2 ...))))
    ((my-cond (test result1 result2 ...)) (if test (begin result1 result2 ...)))
    ((my-cond (test result1 result2 ...) clause1 clause2 ...)
     (if test (begin result1 result2 ...) (my-cond clause1 clause2 ...)))))
(check (my-cond (#f 1) (else 2)) => 2)
(check (my-cond ((assv 2 '((1 . a) (2 . b))) => cdr) (else 'none)) => 'b)
(check (my-cond (#f) (3)) => 3)
(check (let ((temp 5)) (my-cond (#f 1) (temp => (lambda (x) (+ x temp))))) => 10)
(check (let ((else #f)) (my-cond (else 1) (#t 2))) => 2)

;; case
(define-syntax my-case
  (syntax-rules (else =>)
    ((my-case (key ...) clauses ...) (let ((atom-key (key ...))) (my-case atom-key clauses ...)))
    ((my-case key (else => result)) (result key))
    ((my-case key (else result1 result2 ...)) (begin result1 result2 ...))
    ((my-case key ((atoms ...) => result)) (if (memv key '(atoms ...)) (result key)))
    ((my-case key ((atoms ...) => result) clause clauses ...)
     (if (memv key '(atoms ...)) (result key) (my-case key clause clauses ...)))
    ((my-case key ((atoms ...) result1 result2 ...)) (if (memv key '(atoms ...)) (begin result1 result2 ...)))
    ((my-case key ((atoms ...) result1 result2 ...) clause clauses ...)
     (if (memv key '(atoms ...)) (begin result1 result2 ...) (my-case key clause clauses ...)))))
(check (my-case (* 2 3) ((2 3 5 7) 'prime) ((1 4 6 8 9) 'composite)) => 'composite)
(check (my-case 'x ((a) 1) (else => list)) => '(x))
(check (my-case 2 ((1 2) => -) (else 0)) => -2)

;; and, or, when, unless
(define-syntax my-and (syntax-rules () ((_) #t) ((_ test) test) ((_ test1 test2 ...) (if test1 (my-and test2 ...) #f))))
(define-syntax my-or
  (syntax-rules () ((_) #f) ((_ test) test) ((_ test1 test2 ...) (let ((x test1)) (if x x (my-or test2 ...))))))
(check (my-and 1 2 3) => 3)
(check (my-and 1 #f 3) => #f)
(check (let ((x 5)) (my-or #f x)) => 5)
(check (my-or) => #f)

;; let with and without a name, let*, letrec*
(define-syntax my-let
  (syntax-rules ()
    ((my-let ((name val) ...) body1 body2 ...) ((lambda (name ...) body1 body2 ...) val ...))
    ((my-let tag ((name val) ...) body1 body2 ...)
     ((letrec ((tag (lambda (name ...) body1 body2 ...))) tag) val ...))))
(check (my-let ((x 1) (y 2)) (+ x y)) => 3)
(check (my-let loop ((i 0) (sum 0)) (if (> i 4) sum (loop (+ i 1) (+ sum i)))) => 10)
(define-syntax my-let*
  (syntax-rules ()
    ((_ () body1 body2 ...) (let () body1 body2 ...))
    ((_ ((name1 val1) (name2 val2) ...) body1 body2 ...) (let ((name1 val1)) (my-let* ((name2 val2) ...) body1 body2 ...)))))
(check (my-let* ((x 1) (y (+ x 1)) (x (* y 10))) (list x y)) => '(20 2))
(define-syntax my-letrec*
  (syntax-rules ()
    ((_ ((var1 init1) ...) body1 body2 ...) (let ((var1 #f) ...) (set! var1 init1) ... (let () body1 body2 ...)))))
(check (my-letrec* ((a 1) (b (+ a 1))) (list a b)) => '(1 2))

;; let-values
(define-syntax my-let-values
  (syntax-rules ()
    ((my-let-values (binding ...) body0 body1 ...) (my-let-values "bind" (binding ...) () (begin body0 body1 ...)))
    ((my-let-values "bind" () tmps body) (let tmps body))
    ((my-let-values "bind" ((b0 e0) binding ...) tmps body) (my-let-values "mktmp" b0 e0 () (binding ...) tmps body))
    ((my-let-values "mktmp" () e0 args bindings tmps body)
     (call-with-values (lambda () e0) (lambda args (my-let-values "bind" bindings tmps body))))
    ((my-let-values "mktmp" (a . b) e0 (arg ...) bindings (tmp ...) body)
     (my-let-values "mktmp" b e0 (arg ... x) bindings (tmp ... (a x)) body))
    ((my-let-values "mktmp" a e0 (arg ...) bindings (tmp ...) body)
     (call-with-values (lambda () e0) (lambda (arg ... . x) (my-let-values "bind" bindings (tmp ... (a x)) body))))))
(check (my-let-values (((a b) (values 1 2)) ((c . d) (values 3 4 5)) (e (values 6))) (list a b c d e)) => '(1 2 3 (4 5) (6)))
(check (let ((a 1) (b 2)) (my-let-values (((a) (values b)) ((b) (values a))) (list a b))) => '(2 1))

;; do
(define-syntax my-do
  (syntax-rules ()
    ((my-do ((var init step ...) ...) (test expr ...) command ...)
     (letrec ((loop (lambda (var ...)
                      (if test
                          (begin (if #f #f) expr ...)
                          (begin command ... (loop (my-do "step" var step ...) ...))))))
       (loop init ...)))
    ((my-do "step" x) x)
    ((my-do "step" x y) y)))
(check (my-do ((vec (make-vector 5)) (i 0 (+ i 1))) ((= i 5) vec) (vector-set! vec i i)) => #(0 1 2 3 4))
(check (let ((loop 'outer)) (my-do ((i 0 (+ i 1))) ((= i 1) loop))) => 'outer)

;; parameterize
(define-syntax my-parameterize
  (syntax-rules ()
    ((_ ("step") ((param value p old new) ...) () body)
     (let ((p param) ...)
       (let ((old (p)) ... (new value) ...)
         (parameterize ((p new) ...) (list old ... body)))))
    ((_ ("step") args ((param value) . rest) body)
     (my-parameterize ("step") ((param value p old new) . args) rest body))
    ((_ ((param value) ...) . body) (my-parameterize ("step") () ((param value) ...) (let () . body)))))
(define one (make-parameter 1))
(define two (make-parameter 2))
(check (my-parameterize ((one 10) (two 20)) (+ (one) (two))) => '(2 1 30))

;; guard's clauses, with reraise
(define-syntax my-guard-aux
  (syntax-rules (else =>)
    ((_ reraise (else result1 result2 ...)) (begin result1 result2 ...))
    ((_ reraise (test => result)) (let ((temp test)) (if temp (result temp) reraise)))
    ((_ reraise (test => result) clause1 clause2 ...)
     (let ((temp test)) (if temp (result temp) (my-guard-aux reraise clause1 clause2 ...))))
    ((_ reraise (test)) (or test reraise))
    ((_ reraise (test) clause1 clause2 ...) (let ((temp test)) (if temp temp (my-guard-aux reraise clause1 clause2 ...))))
    ((_ reraise (test result1 result2 ...)) (if test (begin result1 result2 ...) reraise))
    ((_ reraise (test result1 result2 ...) clause1 clause2 ...)
     (if test (begin result1 result2 ...) (my-guard-aux reraise clause1 clause2 ...)))))
(define-syntax my-guard
  (syntax-rules ()
    ((my-guard (var clause ...) e1 e2 ...)
     ((call/cc
       (lambda (guard-k)
         (with-exception-handler
          (lambda (condition)
            ((call/cc
              (lambda (handler-k)
                (guard-k
                 (lambda ()
                   (let ((var condition))
                     (my-guard-aux (handler-k (lambda () (raise-continuable condition))) clause ...))))))))
          (lambda ()
            (call-with-values
             (lambda () e1 e2 ...)
             (lambda args (guard-k (lambda () (apply values args)))))))))))))
(check (my-guard (e ((symbol? e) (list 'symbol e))) (raise 'boom)) => '(symbol boom))
(check (my-guard (e ((string? e) 'string)) 1 2) => 2)
(check (my-guard (e ((symbol? e) 'outer)) (my-guard (e ((string? e) 'inner)) (raise 'boom))) => 'outer)
(check (with-exception-handler (lambda (e) 10) (lambda () (my-guard (e ((string? e) 'inner)) (+ 1 (raise-continuable 'number))))) => 11)
(check (let ((trace '()))
         (my-guard (e (#t (set! trace (cons 'clause trace))))
           (dynamic-wind (lambda () (set! trace (cons 'in trace))) (lambda () (raise 'x)) (lambda () (set! trace (cons 'out trace)))))
         (reverse trace))
       => '(in out clause))

;; case-lambda
(define-syntax my-case-lambda
  (syntax-rules ()
    ((_ (params body0 body1 ...) ...)
     (lambda args
       (let ((len (length args)))
         (letrec-syntax
             ((cl (syntax-rules ::: ()
                    ((cl) (error "no matching clause"))
                    ((cl ((p :::) . body) . rest)
                     (if (= len (length '(p :::))) (apply (lambda (p :::) . body) args) (cl . rest)))
                    ((cl ((p ::: . tail) . body) . rest)
                     (if (>= len (length '(p :::))) (apply (lambda (p ::: . tail) . body) args) (cl . rest))))))
           (cl (params body0 body1 ...) ...)))))))
(define f (my-case-lambda (() 'none) ((a) (list 'one a)) ((a b . c) (list 'more a b c))))
(check (list (f) (f 1) (f 1 2) (f 1 2 3)) => '(none (one 1) (more 1 2 ()) (more 1 2 (3))))

;; Macros that are hard to expand right.
(check (let ((a 1))
         (letrec-syntax ((foo (syntax-rules () ((_ b) (bar a b))))
                         (bar (syntax-rules () ((_ c d) (cons c (let ((c 3)) (list d c 'c)))))))
           (let ((a 2)) (foo a))))
       => '(1 2 3 a))
(define-syntax count-to-2 (syntax-rules () ((_) 0) ((_ _) 1) ((_ _ _) 2) ((_ . _) 'many)))
(check (list (count-to-2) (count-to-2 a) (count-to-2 a b) (count-to-2 a b c d)) => '(0 1 2 many))
(define-syntax part-2
  (syntax-rules ()
    ((_ a b (m n) ... x y) (vector (list a b) (list m ...) (list n ...) (list x y)))
    ((_ . rest) 'error)))
(check (part-2 1 2 (3 4) (5 6) 7 8) => #((1 2) (3 5) (4 6) (7 8)))
(check (part-2 1 2 3) => 'error)
(define-syntax underscore (syntax-rules () ((foo _) '_)))
(check (underscore foo) => '_)
(check (let ()
         (define-syntax jabberwocky
           (syntax-rules ()
             ((_ hatter)
              (begin
                (define march-hare 42)
                (define-syntax hatter (syntax-rules () ((_) march-hare)))))))
         (jabberwocky mad-hatter)
         (mad-hatter))
       => 42)
(define-syntax ffoo (syntax-rules () ((_ ff) (begin (define (ff x) (gg x)) (define (gg x) (* x x))))))
(check (let () (define (gg x) 'mine) (ffoo ff) (list (ff 5) (gg 5))) => '(25 mine))
(check (let ((... 2)) (let-syntax ((s (syntax-rules () ((_ x ...) 'bad) ((_ . r) 'ok)))) (s a b c))) => 'ok)
(check (let-syntax ((a (syntax-rules () ((_ b) (let ((x 1)) (list b x)))))) (let ((x 2)) (a x))) => '(2 1))

(report-checks)
