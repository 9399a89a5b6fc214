; The macros that every book has, used where the names they introduce are bound. R7RS 4.3.
(define-syntax show
  (syntax-rules ()
    ((_ expression) (begin (write expression) (newline)))))

(define-syntax my-or
  (syntax-rules ()
    ((_) #f)
    ((_ e) e)
    ((_ e r ...) (let ((t e)) (if t t (my-or r ...))))))

(define-syntax swap!
  (syntax-rules ()
    ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))

(define-syntax while
  (syntax-rules ()
    ((_ condition body ...)
     (let loop ()
       (if condition
           (begin body ... (loop))
           #f)))))

(define-syntax for
  (syntax-rules (in from to)
    ((_ x in l body ...) (for-each (lambda (x) body ...) l))
    ((_ x from a to z body ...) (do ((x a (+ x 1))) ((> x z)) body ...))))

(define-syntax my-let
  (syntax-rules ()
    ((_ ((name value) ...) . body) ((lambda (name ...) . body) value ...))
    ((_ tag ((name value) ...) . body)
     ((letrec ((tag (lambda (name ...) . body))) tag) value ...))))

(define-syntax my-let*
  (syntax-rules ()
    ((_ () body ...) (let () body ...))
    ((_ ((name value) . rest) body ...)
     (let ((name value)) (my-let* rest body ...)))))

(define-syntax loop-until
  (syntax-rules ()
    ((_ id init test return step)
     (letrec ((loop (lambda (id) (if test return (loop step)))))
       (loop init)))))

(define-syntax my-do
  (syntax-rules ()
    ((_ ((var init step ...) ...) (test expression ...) command ...)
     (letrec ((loop (lambda (var ...)
                      (if test
                          (begin #f expression ...)
                          (begin command ... (loop (my-do "step" var step ...) ...))))))
       (loop init ...)))
    ((_ "step" x) x)
    ((_ "step" x y) y)))

(define-syntax my-case-with-break
  (syntax-rules ()
    ((_ break body ...) (call-with-current-continuation (lambda (break) body ...)))))

(let ((t 5) (if list))
  (show (my-or #f t)))
(let ((x #f) (y 7) (temp 8) (let odd?) (if even?))
  (show (my-or x (let temp) (if y) y)))
(show (my-or))
(let ((tmp 1) (other 2))
  (swap! tmp other)
  (show (list tmp other)))
(let ((set! 1) (let 2))
  (swap! set! let)
  (show (list set! let)))
(let ((v (vector 1 2 3)) (loop 0) (seen '()))
  (while (< loop 3)
    (set! seen (cons (vector-ref v loop) seen))
    (set! loop (+ loop 1)))
  (show seen))
(let ((result '()))
  (for x in '(1 2 3) (set! result (cons x result)))
  (for y from 5 to 7 (set! result (cons y result)))
  (show result))
(show (my-let ((a 1) (b 2)) (define c 3) (+ a b c)))
(show (my-let again ((i 0)) (if (< i 10) (again (+ i 1)) i)))
(show (my-let* ((x 1) (y (+ x 1)) (x (* y 10))) (list x y)))
(show (loop-until loop 1 (> loop 10) (* loop 2) (+ loop 1)))
(let ((loop 'outer))
  (show (my-do ((i 0 (+ i 1)) (acc '() (cons (list i loop) acc)) (fixed 9)) ((= i 2) (list acc fixed)))))
(show (my-case-with-break stop (for i from 1 to 10 (if (> (* i i) 30) (stop i)))))
