;;; Expressions turned into continuation-passing style, and evaluated before and after.
(import (scheme base) (scheme write))

(define size 10)

(define counter 0)
(define (fresh prefix)
  (set! counter (+ counter 1))
  (string->symbol (string-append prefix (number->string counter))))

(define operators
  (list (cons '+ +) (cons '- -) (cons '* *) (cons '< <) (cons '= =) (cons 'cons cons) (cons 'car car) (cons 'cdr cdr) (cons 'null? null?)))
(define (primitive? e) (and (symbol? e) (assq e operators)))

(define (trivial? e)
  (or (symbol? e) (number? e) (boolean? e)
      (and (pair? e) (or (memq (car e) '(quote lambda)) (and (primitive? (car e)) (every trivial? (cdr e)))))))
(define (every p? items) (or (null? items) (and (p? (car items)) (every p? (cdr items)))))

;; Turns a trivial expression: the lambdas in it take a continuation.
(define (turn-trivial e)
  (cond ((not (pair? e)) e)
        ((eq? (car e) 'quote) e)
        ((eq? (car e) 'lambda)
         (let ((k (fresh "k")))
           `(lambda (,@(cadr e) ,k) ,(turn (list-ref e 2) (lambda (value) `(,k ,value)) k))))
        (else (cons (car e) (map turn-trivial (cdr e))))))

;; Turns an expression; use makes what follows from its value, and k, if not #f, is a variable that stands for that.
(define (turn e use k)
  (cond ((trivial? e) (use (turn-trivial e)))
        ((eq? (car e) 'if)
         (if k
             (turn (cadr e)
                   (lambda (test)
                     `(if ,test ,(turn (list-ref e 2) use k) ,(turn (list-ref e 3) use k)))
                   #f)
             (let* ((join (fresh "j")) (value (fresh "v")))
               `((lambda (,join) ,(turn e (lambda (result) `(,join ,result)) join))
                 (lambda (,value) ,(use value))))))
        ((eq? (car e) 'let) (turn `((lambda ,(map car (cadr e)) ,(list-ref e 2)) ,@(map cadr (cadr e))) use k))
        ((primitive? (car e)) (turn-each (cdr e) (lambda (values) (use (cons (car e) values)))))
        (else
         (turn-each e
                    (lambda (values)
                      (append values
                              (list (or k (let ((value (fresh "v"))) `(lambda (,value) ,(use value)))))))))))

(define (turn-each expressions use)
  (if (null? expressions)
      (use '())
      (turn (car expressions)
            (lambda (first) (turn-each (cdr expressions) (lambda (rest) (use (cons first rest)))))
            #f)))

(define (cps e) (set! counter 0) (turn e (lambda (value) `(halt ,value)) 'halt))

;; An evaluator with environments as association lists; halt is the identity.
(define (evaluate e environment)
  (cond ((symbol? e) (let ((known (assq e environment))) (if known (cdr known) (cdr (assq e operators)))))
        ((not (pair? e)) e)
        ((eq? (car e) 'quote) (cadr e))
        ((eq? (car e) 'if) (evaluate (if (evaluate (cadr e) environment) (list-ref e 2) (list-ref e 3)) environment))
        ((eq? (car e) 'lambda)
         (lambda arguments (evaluate (list-ref e 2) (append (map cons (cadr e) arguments) environment))))
        ((eq? (car e) 'let)
         (evaluate (list-ref e 2) (append (map (lambda (b) (cons (car b) (evaluate (cadr b) environment))) (cadr e)) environment)))
        (else (let ((parts (map (lambda (part) (evaluate part environment)) e))) (apply (car parts) (cdr parts))))))

;; In the turned program every call is a tail call: no call stands in an operand, but those of primitives.
(define (all-tail? e)
  (define (simple? e)
    (or (not (pair? e)) (eq? (car e) 'quote)
        (and (eq? (car e) 'lambda) (all-tail? (list-ref e 2)))
        (and (primitive? (car e)) (every simple? (cdr e)))))
  (cond ((not (pair? e)) #t)
        ((eq? (car e) 'if) (and (simple? (cadr e)) (all-tail? (list-ref e 2)) (all-tail? (list-ref e 3))))
        (else (every simple? e))))

(define (show e)
  (let ((turned (cps e)))
    (write turned) (newline)
    (let ((before (evaluate e '())) (after (evaluate turned (list (cons 'halt (lambda (v) v))))))
      (write (list before after (all-tail? turned))) (newline))))

(show '(+ 1 (* 2 3)))
(show '((lambda (x) (* x x)) 5))
(show '(let ((f (lambda (x) (+ x 1)))) (f (f 3))))
(show '(let ((f (lambda (x) (if (< x 0) (- 0 x) x)))) (+ (f 3) (f -4))))
(show '(+ 1 (if (< 1 2) ((lambda (x) x) 10) 20)))
;; Recursion through a procedure that is given itself.
(define (fact n)
  `(let ((f (lambda (self n) (if (= n 0) 1 (* n (self self (- n 1))))))) (f f ,n)))
(define (fib n)
  `(let ((f (lambda (self n) (if (< n 2) n (+ (self self (- n 1)) (self self (- n 2))))))) (f f ,n)))
(show (fact 5))
(define (values-of e) (list (evaluate e '()) (evaluate (cps e) (list (cons 'halt (lambda (v) v))))))
(write (values-of (fact 20))) (newline)
(write (values-of (fib size))) (newline)
(write (values-of
        '(let ((map (lambda (self f l) (if (null? l) '() (cons (f (car l)) (self self f (cdr l)))))))
           (map map (lambda (x) (* x x)) '(1 2 3 4)))))
(newline)
