; The macros that are procedures, with and without hygiene. MIT Reference 2.12.3.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(define-syntax swap!
  (er-macro-transformer
   (lambda (form rename compare)
     (let ((a (cadr form)) (b (caddr form)))
       `(,(rename 'let) ((,(rename 'tmp) ,a))
         (,(rename 'set!) ,a ,b)
         (,(rename 'set!) ,b ,(rename 'tmp)))))))
(show (let ((tmp 1) (set! 2)) (swap! tmp set!) (list tmp set!)))

(define-syntax my-cond
  (er-macro-transformer
   (lambda (form rename compare)
     (if (null? (cdr form))
         #f
         (let ((clause (cadr form)))
           (if (and (identifier? (car clause)) (compare (car clause) (rename 'else)))
               (cadr clause)
               `(,(rename 'if) ,(car clause) ,(cadr clause) (,(rename 'my-cond) ,@(cddr form)))))))))
(show (my-cond (#f 1) (else 2)))
(show (let ((else #f) (if list)) (my-cond (else 1) (#t 2))))

(define-syntax loop-with-exit
  (rsc-macro-transformer
   (lambda (form environment)
     (let ((call (close-syntax 'call-with-current-continuation environment)))
       `(,call (lambda (exit) (let again () ,@(cdr form) (again))))))))
(show (let ((n 0)) (loop-with-exit (set! n (+ n 1)) (if (= n 5) (exit n)))))

(define-syntax push!
  (sc-macro-transformer
   (lambda (form environment)
     (let ((item (make-syntactic-closure environment '() (cadr form)))
           (place (make-syntactic-closure environment '() (caddr form))))
       `(set! ,place (cons ,item ,place))))))
(show (let ((stack '()) (cons list)) (push! 1 stack) (push! 2 stack) stack))

(define-syntax with-it
  (sc-macro-transformer
   (lambda (form environment)
     (let ((test (make-syntactic-closure environment '() (cadr form)))
           (yes (make-syntactic-closure environment '(it) (caddr form)))
           (no (make-syntactic-closure environment '() (cadddr form))))
       `(let ((it ,test)) (if it ,yes ,no))))))
(show (let ((it 'outer)) (list (with-it (assq 'b '((a 1) (b 2))) (cadr it) it) (with-it #f 1 it))))

; In bodies, and beside syntax-rules.
(show (let ((x 5))
        (define-syntax get-x
          (er-macro-transformer (lambda (form rename compare) (rename 'x))))
        (define-syntax let-x
          (syntax-rules () ((_ v body) (let ((x v)) (list x (get-x) body)))))
        (let ((x 6)) (let-x 7 x))))
(show (let-syntax ((add (er-macro-transformer
                         (lambda (form rename compare) (cons (rename '+) (cdr form))))))
        (let ((+ *)) (add 3 4))))
(show (let ()
        (define-syntax define-accessors
          (rsc-macro-transformer
           (lambda (form environment)
             `(begin
                ,@(map (lambda (name index)
                         `(define (,(symbol 'get- name) v) (vector-ref v ,index)))
                       (cdr form)
                       (iota (length (cdr form))))))))
        (define-accessors a b)
        (list (get-a #(1 2)) (get-b #(1 2)))))
