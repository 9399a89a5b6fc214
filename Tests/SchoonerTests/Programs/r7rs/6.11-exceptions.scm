;; R7RS 6.11: exceptions
(import (scheme base) (scheme read) (scheme file) (scheme write))
(include "checking.scm")

;; with-exception-handler installs the handler for the dynamic extent of thunk, whose values it returns.
(check (with-exception-handler (lambda (e) 'ignored) (lambda () (+ 1 2))) => 3)
(check-values (with-exception-handler (lambda (e) 'ignored) (lambda () (values 1 2))) => 1 2)
(check-error (with-exception-handler 5 (lambda () 1)))

;; raise calls the current handler; if the handler returns, a secondary exception is raised in the outer handler.
(check (call-with-current-continuation
        (lambda (k) (with-exception-handler (lambda (e) (k (list 'condition e))) (lambda () (+ 1 (raise 'an-error))))))
       => '(condition an-error))
(check (guard (e (#t 'secondary)) (with-exception-handler (lambda (e) 'returned) (lambda () (+ 1 (raise 'an-error))))) => 'secondary)
(check (let ((seen '()))
         (guard (e (#t #f))
           (with-exception-handler (lambda (e) (set! seen (cons e seen)) 'returned) (lambda () (raise 'boom))))
         seen)
       => '(boom))

;; raise-continuable: the values the handler returns are the values of the call.
(check (with-exception-handler
        (lambda (con) (cond ((string? con) 42) (else 'other)))
        (lambda () (+ (raise-continuable "should be a number") 23)))
       => 65)
(check-values (with-exception-handler (lambda (e) (values 1 2)) (lambda () (raise-continuable 'x))) => 1 2)
(check (with-exception-handler (lambda (e) (* e 2)) (lambda () (+ (raise-continuable 1) (raise-continuable 10)))) => 22)

;; The handler is called with the handler that was in place when it was installed.
(check (with-exception-handler
        (lambda (e) (list 'outer e))
        (lambda () (with-exception-handler
                    (lambda (e) (list 'inner (raise-continuable e)))
                    (lambda () (raise-continuable 'x)))))
       => '(inner (outer x)))
(check (guard (e (#t (list 'outer e)))
         (with-exception-handler (lambda (e) (raise (list 'again e))) (lambda () (raise 'x))))
       => '(outer (again x)))
;; ... and otherwise in the dynamic environment of the raise.
(check (let ((p (make-parameter 0)))
         (with-exception-handler (lambda (e) (p)) (lambda () (parameterize ((p 1)) (raise-continuable 'x)))))
       => 1)

;; error raises a new error object with the message and irritants.
(check (guard (e (#t (list (and (error-object? e) #t) (error-object-message e) (error-object-irritants e)))) (error "BOOM!" 1 2 'x))
       => '(#t "BOOM!" (1 2 x)))
(check (guard (e (#t (error-object-irritants e))) (error "none")) => '())
(check (guard (e (#t (error-object-message e))) (error "a message" "irritant")) => "a message")
(check (guard (e (#t (error-object-irritants e))) (error "m" '(1 2) "s" #\c)) => '((1 2) "s" #\c))
(define (null-list? l)
  (cond ((pair? l) #f) ((null? l) #t) (else (error "null-list?: argument out of domain" l))))
(check (guard (e ((error-object? e) (error-object-irritants e))) (null-list? 5)) => '(5))

;; error-object? is #t for objects created by error, or one of an implementation-defined set; #f for others.
(check (error-object? 5) => #f)
(check (error-object? 'error) => #f)
(check (error-object? "error") => #f)
(check (guard (e (#t (error-object? e))) (raise 'x)) => #f)
(check (guard (e (#t (error-object? e))) (raise (list "error"))) => #f)
(check-error (error-object-message 5))
(check-error (error-object-irritants 'a))

;; read-error? and file-error?
(check-true (guard (e (#t (read-error? e))) (read (open-input-string ")"))))
(check-true (guard (e (#t (read-error? e))) (read (open-input-string "(1 2"))))
(check-true (guard (e (#t (read-error? e))) (read (open-input-string "#<x>"))))
(check (guard (e (#t (read-error? e))) (error "x")) => #f)
(check-true (guard (e (#t (file-error? e))) (open-input-file "/no/such/file/anywhere")))
(check-true (guard (e (#t (file-error? e))) (open-output-file "/no/such/directory/file")))
(check-true (guard (e (#t (file-error? e))) (delete-file "/no/such/file/anywhere")))
(check (guard (e (#t (file-error? e))) (error "x")) => #f)
(check (guard (e (#t (read-error? e))) (open-input-file "/no/such/file/anywhere")) => #f)
(check (read-error? 'x) => #f)
(check (file-error? 5) => #f)

;; Errors that procedures signal are conditions that can be caught, and the program goes on.
(check (guard (e (#t 'caught)) (vector-ref #(1) 5)) => 'caught)
(check (guard (e (#t 'caught)) (+ 'a 1)) => 'caught)
(check (guard (e (#t 'caught)) (raise-continuable 1)) => 'caught)
(check (map (lambda (thunk) (guard (e ((error-object? e) 'error) (else 'other)) (thunk)))
            (list (lambda () (error "x")) (lambda () (raise 1)) (lambda () (car 1))))
       => '(error other error))

;; An escape from the handler leaves the dynamic extents between.
(check (let ((trace '()))
         (call/cc (lambda (k)
                    (with-exception-handler
                     (lambda (e) (set! trace (cons 'handler trace)) (k 1))
                     (lambda ()
                       (dynamic-wind (lambda () #f) (lambda () (raise 'x)) (lambda () (set! trace (cons 'after trace))))))))
         (reverse trace))
       => '(handler after))

(report-checks)
