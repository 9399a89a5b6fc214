(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define (deriv e v)
  (cond ((number? e) 0)
        ((symbol? e) (if (eq? e v) 1 0))
        ((eq? (car e) '+) (list '+ (deriv (second e) v) (deriv (third e) v)))
        ((eq? (car e) '*) (list '+ (list '* (second e) (deriv (third e) v)) (list '* (deriv (second e) v) (third e))))
        (else (error "Unknown operator:" (car e)))))
(write-line (deriv '(* x (+ x 3)) 'x))
(write-line (report (lambda () (deriv '(/ x 2) 'x))))
(pp (deriv '(* x (* x (* x x))) 'x))
