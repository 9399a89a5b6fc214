; Macros by explicit renaming and by syntactic closures.
(define-syntax swap!
  (er-macro-transformer
   (lambda (form rename compare)
     (let ((a (cadr form)) (b (caddr form)))
       `(,(rename 'let) ((,(rename 'tmp) ,a)) (,(rename 'set!) ,a ,b) (,(rename 'set!) ,b ,(rename 'tmp)))))))
(define tmp 1)
(define other 2)
(swap! tmp other)
(write-line (list tmp other))
(define-syntax while
  (rsc-macro-transformer
   (lambda (form env)
     (let ((loop (close-syntax 'loop env)) (if* (close-syntax 'if env)) (let* (close-syntax 'let env)) (begin* (close-syntax 'begin env)))
       `(,let* ,loop () (,if* ,(cadr form) (,begin* ,@(cddr form) (,loop))))))))
(define i 0)
(while (< i 3) (write i) (set! i (+ i 1)))
(newline)
(define-syntax my-or
  (sc-macro-transformer
   (lambda (form env)
     (if (null? (cdr form))
         #f
         `(let ((t ,(close-syntax (cadr form) env)))
            (if t t (my-or ,@(map (lambda (f) (close-syntax f env)) (cddr form)))))))))
(define t 'outer)
(write-line (my-or #f t))
(write-line (my-or))
(define-syntax loop-until
  (sc-macro-transformer
   (lambda (exp env)
     (let ((id (cadr exp)) (close (lambda (e free) (make-syntactic-closure env free e))))
       `(letrec ((loop (lambda (,id)
                         (if ,(close (cadddr exp) (list id)) ,id
                             (loop ,(close (list-ref exp 4) (list id)))))))
          (loop ,(close (caddr exp) '())))))))
(write-line (loop-until n 1 (> n 100) (* n 2)))
(define-syntax kw
  (er-macro-transformer (lambda (form rename compare) (if (compare (cadr form) (rename 'else)) ''is-else ''is-not))))
(write-line (list (kw else) (kw x)))
(write-line (let ((else 1)) (kw else)))
(write-line (let-syntax ((ten (syntax-rules () ((_) 10)))) (+ (ten) 1)))
(write-line (letrec-syntax ((ev? (syntax-rules () ((_) #t) ((_ x . r) (od? . r)))) (od? (syntax-rules () ((_) #f) ((_ x . r) (ev? . r))))) (list (ev? 1 2) (ev? 1))))
