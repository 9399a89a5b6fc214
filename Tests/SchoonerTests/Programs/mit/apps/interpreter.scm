(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define (ev e env)
  (cond ((symbol? e) (cdr (or (assq e env) (error "Unbound:" e))))
        ((not (pair? e)) e)
        ((eq? (car e) 'let1) (ev (cadddr e) (alist-cons (cadr e) (ev (caddr e) env) env)))
        ((eq? (car e) 'if0) (if (= 0 (ev (cadr e) env)) (ev (caddr e) env) (ev (cadddr e) env)))
        (else (apply (ev (car e) env) (map (lambda (x) (ev x env)) (cdr e))))))
(define base (list (cons 'add +) (cons 'mul *)))
(write-line (ev '(let1 x 5 (add x (mul 2 x))) base))
(write-line (ev '(if0 0 1 2) base))
(write-line (report (lambda () (ev '(foo 1) base))))
