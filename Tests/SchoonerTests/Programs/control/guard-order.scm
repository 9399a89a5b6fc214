; guard, handlers and dynamic-wind: who runs where, and in which order. R7RS 4.2.7, 6.11.
(define trail '())
(define (note x) (set! trail (cons x trail)))
(define (show x)
  (write x)
  (write (reverse trail))
  (newline)
  (set! trail '()))

(show (guard (e (#t (note 'clause) (list 'caught e)))
        (dynamic-wind (lambda () (note 'in))
                      (lambda () (raise 'oops))
                      (lambda () (note 'out)))))
; No clause takes it: raised again inside.
(show (guard (e (#t (note 'outer) (list 'outer e)))
        (guard (e ((begin (note 'test) #f) 'never))
          (dynamic-wind (lambda () (note 'in))
                        (lambda () (raise 'oops))
                        (lambda () (note 'out))))))
(show (with-exception-handler
       (lambda (e) (note (list 'handler e)) 42)
       (lambda ()
         (guard (e ((string? e) 'string))
           (dynamic-wind (lambda () (note 'in))
                         (lambda () (let ((v (raise-continuable 'c))) (note v) (+ v 1)))
                         (lambda () (note 'out)))))))
(show (guard (e ((assq 'a e) => cdr) ((assq 'b e)))
        (raise (list (cons 'a 42)))))
(show (guard (e ((assq 'a e) => cdr) ((assq 'b e)))
        (raise (list (cons 'b 23)))))
(show (guard (e (#t (list 'outer e)))
        (guard (e (#t (raise (list 'inner e))))
          (raise 'x))))
(define p (make-parameter 'outside))
(show (guard (e (#t (list e (p))))
        (parameterize ((p 'inside)) (raise (p)))))
(show (parameterize ((p 'handler))
        (with-exception-handler
         (lambda (e) (list e (p)))
         (lambda () (parameterize ((p 'inside)) (raise-continuable 'x))))))
; A handler runs with the handlers outside it.
(show (with-exception-handler
       (lambda (e) (list 'outer e))
       (lambda ()
         (with-exception-handler
          (lambda (e) (raise-continuable (list 'inner e)))
          (lambda () (raise-continuable 1))))))
(show (call-with-values
       (lambda () (guard (e (#t (values 'a e))) (values 1 2 3)))
       list))
(show (call-with-values
       (lambda () (guard (e (#t (values 'a e))) (raise 4)))
       list))
(show (let loop ((i 0) (caught 0))
        (if (= i 20)
            caught
            (loop (+ i 1) (guard (e (else (+ caught 1))) (raise i))))))
; Leaving by the continuation that the body captured.
(show (let ((k #f) (n 0))
        (guard (e (#t (note (list 'caught e n)) (if (< n 3) (k n) 'done)))
          (call-with-current-continuation (lambda (c) (set! k c)))
          (set! n (+ n 1))
          (raise 'again))))
