; GUARD, WITH-EXCEPTION-HANDLER and BIND-CONDITION-HANDLER share one stack of handlers.
(define (catch thunk)
  (call-with-current-continuation
   (lambda (k) (with-exception-handler (lambda (e) (k (list 'caught e))) thunk))))
(write-line
 (guard (e ((symbol? e) (list 'guarded e)))
   (bind-condition-handler '() (lambda (c) (write-line (list 'mit-saw (condition? c))))
     (lambda () (raise 'oops)))))
(write-line
 (guard (e ((condition? e) (condition/report-string e)))
   (bind-condition-handler (list condition-type:error) (lambda (c) (write-line (condition/report-string c)))
     (lambda () (error "both see" 'this)))))
(write-line
 (catch (lambda () (guard (e ((string? e) 'no)) (raise 'passes-through)))))
(write-line
 (with-exception-handler
  (lambda (e) 10)
  (lambda () (+ 1 (raise-continuable 'need-number)))))
(write-line
 (guard (e (#t (list 'cleaned e)))
   (guard (e2 ((number? e2) 'number))
     (raise (list 'a 'list)))))
(write-line
 (guard (e ((assq 'a e) => cdr) ((assq 'b e)))
   (raise (list (cons 'a 42)))))
(write-line
 (guard (e ((error-object? e) (list (error-object-message e) (error-object-irritants e))))
   (vector-ref (vector 1) 'x)))
(write-line
 (guard (e ((access-condition e 'irritants) => (lambda (x) x)))
   (error 'some-procedure "went wrong:" 1 2)))
