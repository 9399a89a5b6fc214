;; R7RS 4.2.7: exception handling
(import (scheme base) (scheme write))
(include "checking.scm")

;; guard binds the raised object to the variable and evaluates the clauses like those of cond.
(check (guard (condition ((assq 'a condition) => cdr) ((assq 'b condition))) (raise (list (cons 'a 42)))) => 42)
(check (guard (condition ((assq 'a condition) => cdr) ((assq 'b condition))) (raise (list (cons 'b 23)))) => '(b . 23))
(check (guard (e ((symbol? e) (list 'symbol e)) ((string? e) 'string)) (raise 'boom)) => '(symbol boom))
(check (guard (e ((symbol? e) 'symbol) (else 'other)) (raise 1)) => 'other)
(check (guard (e (#f 'never) ((eq? e 'x)) (else 'no)) (raise 'x)) => #t)
(check (guard (e (else 1 2 3)) (raise 'x)) => 3)
(check-values (guard (e (else (values 1 2))) (raise 'x)) => 1 2)

;; Without an exception the values of the body are returned.
(check (guard (e (#t 'caught)) 1 2 3) => 3)
(check-values (guard (e (#t 'caught)) (values 1 2)) => 1 2)
(check (guard (e (#t 'caught)) (define x 1) (+ x 1)) => 2)

;; Any object may be raised.
(check (guard (e (#t e)) (raise #f)) => #f)
(check (guard (e (#t e)) (raise '())) => '())
(check (guard (e (#t e)) (raise 3.5)) => 3.5)
(check (guard (e (#t (error-object-message e))) (error "message" 1)) => "message")

;; If no clause matches, raise-continuable is invoked again in the dynamic environment of the original raise.
(check (guard (e ((symbol? e) (list 'outer e))) (guard (e ((string? e) 'inner)) (raise 'boom))) => '(outer boom))
(check (with-exception-handler
         (lambda (e) 10)
         (lambda () (guard (e ((string? e) 'string)) (+ 1 (raise-continuable 'number)))))
       => 11)
(check (let ((trace '()))
         (guard (e (#t (set! trace (cons 'handler trace))))
           (guard (e ((string? e) 'never))
             (dynamic-wind
               (lambda () (set! trace (cons 'in trace)))
               (lambda () (raise 'x))
               (lambda () (set! trace (cons 'out trace))))))
         (reverse trace))
       => '(in out in out handler))

;; The clauses are evaluated with the continuation and dynamic environment of the guard.
(check (let ((trace '()))
         (guard (e (#t (set! trace (cons 'clause trace))))
           (dynamic-wind (lambda () #f) (lambda () (raise 'x)) (lambda () (set! trace (cons 'after trace)))))
         (reverse trace))
       => '(after clause))
(check (let ((p (make-parameter 1))) (guard (e (#t (p))) (parameterize ((p 2)) (raise 'x)))) => 1)
(check (guard (e (#t (list 'outer e))) (guard (e (#t (raise 'second))) (raise 'first))) => '(outer second))
(check (+ 1 (guard (e (#t 10)) (* 100 (raise 'x)))) => 11)

;; A guard within a handler's thunk, and an exception caught inside a procedure called by map.
(check (map (lambda (x) (guard (e (#t 'bad)) (/ 10 x))) '(1 0 5)) => '(10 bad 2))

;; The variable is bound only in the clauses.
(check (let ((e 'outer)) (guard (e (#f 1) (else e)) (raise 'inner))) => 'inner)
(check (let ((e 'outer)) (guard (e (#t 1)) e)) => 'outer)

;; else and => are recognised by their bindings.
(check (guard (e ((memv e '(1 2 3)) => cdr)) (raise 2)) => '(3))

;; Errors found by the system are raised to guard as well.
(check (guard (e (#t 'caught)) (car 5)) => 'caught)
(check (guard (e (#t 'caught)) (vector-ref (vector 1 2) 2)) => 'caught)
(check (guard (e (#t 'caught)) (undefined-variable-of-this-test)) => 'caught)
(check (guard (e (#t 'caught)) ((lambda (x) x))) => 'caught)
(check (guard (e ((error-object? e) 'error-object)) (error "x")) => 'error-object)

;; A loop through guard and reraise.
(check (let loop ((n 0)) (if (= n 100) n (loop (guard (e (#t (+ e 1))) (raise n))))) => 100)

(report-checks)
