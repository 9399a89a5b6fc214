; Macros that define macros, with ellipses handed down. R7RS 4.3.2.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(define-syntax be-like-begin
  (syntax-rules ()
    ((be-like-begin name)
     (define-syntax name
       (syntax-rules ()
         ((name expr (... ...))
          (begin expr (... ...))))))))
(be-like-begin sequence)
(show (sequence 1 2 3 4))
(show (let ((begin list)) (sequence 1 2 3 4)))

(define-syntax be-like-begin2
  (syntax-rules ()
    ((_ name dots)
     (define-syntax name
       (syntax-rules ()
         ((name expr dots) (list expr dots)))))))
(be-like-begin2 collect ...)
(show (collect 1 2 3))

(define-syntax be-like-begin3
  (syntax-rules ::: ()
    ((_ name (fixed :::))
     (define-syntax name
       (syntax-rules ()
         ((name expr ...) (list fixed ::: expr ...)))))))
(be-like-begin3 prefixed (1 2))
(show (prefixed 3 4))
(define-syntax own-dots
  (syntax-rules dots ()
    ((_ (a b dots) dots) '((b dots a) dots))))
(show (own-dots (1 2 3) (4)))
(define-syntax dots-as-data
  (syntax-rules dots () ((_ x dots) '(x dots ... end))))
(show (dots-as-data 1 2))

(define-syntax escapes
  (syntax-rules ()
    ((_ a ...) '((... ...) a ... (... (x ... y))))))
(show (escapes 1 2))

(define-syntax define-alias
  (syntax-rules ()
    ((_ new old)
     (define-syntax new
       (syntax-rules () ((_ . rest) (old . rest)))))))
(define-alias my-if if)
(define-alias my-lambda lambda)
(show ((my-lambda (if) (my-if if 1 2)) #f))
(show (let ()
        (define-alias my-define define)
        (my-define x 5)
        (my-define (f y) (* x y))
        (f 2)))

(define-syntax jabberwocky
  (syntax-rules ()
    ((_ hatter)
     (begin
       (define march-hare 42)
       (define-syntax hatter
         (syntax-rules ()
           ((_) march-hare)))))))
(show (let () (jabberwocky mad-hatter) (mad-hatter)))
(show (let ((march-hare 1)) (jabberwocky mad-hatter) (list march-hare (mad-hatter))))

; Three levels.
(define-syntax level1
  (syntax-rules ()
    ((_ name1 x)
     (define-syntax name1
       (syntax-rules ()
         ((_ name2 y)
          (define-syntax name2
            (syntax-rules ()
              ((_ z) (list 'x 'y 'z x y z))))))))))
(show (let ((a 1) (b 2) (c 3))
        (level1 level2 a)
        (level2 level3 b)
        (let ((a 10) (b 20)) (level3 c))))
