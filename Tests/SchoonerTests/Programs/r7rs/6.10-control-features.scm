;; R7RS 6.10: control features
(import (scheme base) (scheme char) (scheme write))
(include "checking.scm")

;; procedure?
(check (procedure? car) => #t)
(check (procedure? 'car) => #f)
(check (procedure? (lambda (x) (* x x))) => #t)
(check (procedure? '(lambda (x) (* x x))) => #f)
(check (call-with-current-continuation procedure?) => #t)
(check (procedure? (make-parameter 1)) => #t)

;; apply calls proc with the elements of (append (list arg1 ...) args).
(check (apply + (list 3 4)) => 7)
(check (apply + 1 2 '(3 4)) => 10)
(check (apply list 1 '()) => '(1))
(check (apply list '()) => '())
(define compose (lambda (f g) (lambda args (f (apply g args)))))
(check ((compose number->string *) 12 75) => "900")
(check (apply apply (list + (list 1 2))) => 3)
(check (length (apply list (make-list 2000 1))) => 2000)
(check-error (apply + 1))
(check-error (apply + 1 2))
(check-error (apply + '(1 . 2)))
(check-error (apply 5 '(1)))

;; map: the results in order; it stops with the shortest list.
(check (map cadr '((a b) (d e) (g h))) => '(b e h))
(check (map (lambda (n) (expt n n)) '(1 2 3 4 5)) => '(1 4 27 256 3125))
(check (map + '(1 2 3) '(4 5 6)) => '(5 7 9))
(check (let ((count 0)) (length (map (lambda (ignored) (set! count (+ count 1)) count) '(a b)))) => 2)
(check (map + '(1 2) '(10 20 30)) => '(11 22))
(check (map list '(1 2) '(a b) '(x y)) => '((1 a x) (2 b y)))
(check (map car '()) => '())
(check (map + '(1 2 3) '()) => '())
(check-error (map car 5))
(check-error (map 5 '(1)))
(check-error (map car '(1 . 2)))

;; string-map: the results must be characters; it stops with the shortest.
(check (string-map char-foldcase "AbdEgH") => "abdegh")
(check (string-map (lambda (c) (integer->char (+ 1 (char->integer c)))) "HAL") => "IBM")
(check (string-map (lambda (c k) ((if (eqv? k #\u) char-upcase char-downcase) c)) "studlycaps xxx" "ululululul")
       => "StUdLyCaPs")
(check (string-map char-upcase "") => "")
(check-error (string-map (lambda (c) 1) "a"))
(check-error (string-map char-upcase 'a))

;; vector-map
(check (vector-map cadr '#((a b) (d e) (g h))) => #(b e h))
(check (vector-map (lambda (n) (expt n n)) #(1 2 3 4 5)) => #(1 4 27 256 3125))
(check (vector-map + #(1 2) #(10 20 30)) => #(11 22))
(check (vector-map * #(1 2) #(2) #(3 4 5)) => #(6))
(check (vector-map car #()) => #())
(check-error (vector-map car '(1)))
(check-error (vector-map car #(1)))

;; for-each: for its effects, in order from the first to the last.
(check (let ((v (make-vector 5))) (for-each (lambda (i) (vector-set! v i (* i i))) '(0 1 2 3 4)) v) => #(0 1 4 9 16))
(check (let ((acc '())) (for-each (lambda (a b) (set! acc (cons (+ a b) acc))) '(1 2 3) '(10 20)) acc) => '(22 11))
(check (let ((n 0)) (for-each (lambda (x) (set! n (+ n 1))) '()) n) => 0)
(check-error (for-each car '(1)))
(check-error (for-each 5 '(1)))

;; string-for-each and vector-for-each
(check (let ((v '())) (string-for-each (lambda (c) (set! v (cons (char->integer c) v))) "abcde") v) => '(101 100 99 98 97))
(check (let ((v '())) (string-for-each (lambda (a b) (set! v (cons (list a b) v))) "ab" "xyz") v) => '((#\b #\y) (#\a #\x)))
(check (let ((v (make-list 5))) (vector-for-each (lambda (i) (list-set! v i (* i i))) #(0 1 2 3 4)) v) => '(0 1 4 9 16))
(check (let ((n 0)) (vector-for-each (lambda (a b) (set! n (+ n (* a b)))) #(1 2 3) #(4 5)) n) => 14)
(check-error (string-for-each char-upcase '(1)))
(check-error (vector-for-each car #(1)))

;; call-with-current-continuation: the escape procedure abandons the continuation in effect when it is called.
(check (call-with-current-continuation
        (lambda (exit) (for-each (lambda (x) (if (negative? x) (exit x))) '(54 0 37 -3 245 19)) #t))
       => -3)
(define list-length
  (lambda (obj)
    (call-with-current-continuation
     (lambda (return)
       (letrec ((r (lambda (obj) (cond ((null? obj) 0) ((pair? obj) (+ (r (cdr obj)) 1)) (else (return #f))))))
         (r obj))))))
(check (list-length '(1 2 3 4)) => 4)
(check (list-length '(a b . c)) => #f)
(check (call/cc (lambda (k) (+ 1 (k 42)))) => 42)
(check (call/cc (lambda (k) 7)) => 7)
(check (+ 1 (call/cc (lambda (k) (k 1)))) => 2)
;; It may be called again later, many times.
(check (let ((k #f) (n 0)) (let ((v (call/cc (lambda (c) (set! k c) 0)))) (set! n (+ n 1)) (if (< v 3) (k (+ v 1)) (list v n)))) => '(3 4))
(check-error (call/cc 5))
;; In a continuation that accepts several values it may pass several.
(check-values (call/cc (lambda (k) (k 1 2))) => 1 2)
(check-values (call/cc (lambda (k) (k))) =>)
(check (call-with-values (lambda () (call/cc (lambda (k) (k 4 5)))) (lambda (a b) b)) => 5)

;; values and call-with-values
(check-values (values) =>)
(check-values (values 1) => 1)
(check-values (values 1 2 3) => 1 2 3)
(check (call-with-values (lambda () (values 4 5)) (lambda (a b) b)) => 5)
(check (call-with-values * -) => -1)
(check (call-with-values (lambda () (values)) list) => '())
(check (call-with-values (lambda () 5) list) => '(5))
(check (+ 1 (values 2)) => 3)
(check (begin (values 1 2) 3) => 3)
(check-error (call-with-values (lambda () (values 1 2)) (lambda (a) a)))
(check-error (call-with-values 5 list))

;; dynamic-wind: before, thunk, after; also when control enters or leaves by a continuation.
(check (let ((path '()) (c #f))
         (let ((add (lambda (s) (set! path (cons s path)))))
           (dynamic-wind
            (lambda () (add 'connect))
            (lambda () (add (call-with-current-continuation (lambda (c0) (set! c c0) 'talk1))))
            (lambda () (add 'disconnect)))
           (if (< (length path) 4)
               (c 'talk2)
               (reverse path))))
       => '(connect talk1 disconnect connect talk2 disconnect))
(check (dynamic-wind (lambda () 1) (lambda () 2) (lambda () 3)) => 2)
(check-values (dynamic-wind (lambda () 1) (lambda () (values 2 3)) (lambda () 4)) => 2 3)
(check (let ((trace '()))
         (call/cc (lambda (k)
                    (dynamic-wind
                     (lambda () (set! trace (cons 'in trace)))
                     (lambda () (k 1))
                     (lambda () (set! trace (cons 'out trace))))))
         (reverse trace))
       => '(in out))
(check (let ((trace '()))
         (define (note x) (set! trace (cons x trace)))
         (call/cc (lambda (k)
                    (dynamic-wind
                     (lambda () (note 'in1))
                     (lambda () (dynamic-wind (lambda () (note 'in2)) (lambda () (k 1)) (lambda () (note 'out2))))
                     (lambda () (note 'out1)))))
         (reverse trace))
       => '(in1 in2 out2 out1))
;; The before and after thunks are called in the dynamic extent of the call to dynamic-wind itself.
(check (let ((p (make-parameter 'outer)) (seen '()))
         (parameterize ((p 'middle))
           (dynamic-wind
            (lambda () (set! seen (cons (p) seen)))
            (lambda () (parameterize ((p 'inner)) (set! seen (cons (p) seen))))
            (lambda () (set! seen (cons (p) seen)))))
         seen)
       => '(middle inner middle))
(check-error (dynamic-wind 5 (lambda () 1) (lambda () 2)))

;; Generators by re-entry: a tree walk that is resumed.
(define (tree->generator tree)
  (define return #f)
  (define (next)
    (let loop ((tree tree)) (cond ((null? tree) 'skip) ((pair? tree) (loop (car tree)) (loop (cdr tree)))
                                  (else (call/cc (lambda (rest) (set! next (lambda () (rest #f))) (return tree))))))
    (return 'end))
  (lambda () (call/cc (lambda (r) (set! return r) (next)))))
(check (let ((g (tree->generator '((a b) (c (d)))))) (let* ((a (g)) (b (g)) (c (g)) (d (g)) (e (g))) (list a b c d e)))
       => '(a b c d end))

(report-checks)
