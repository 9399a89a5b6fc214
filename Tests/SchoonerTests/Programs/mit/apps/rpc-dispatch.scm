(define procedures (make-strong-eqv-hash-table))
(define-syntax define-rpc (syntax-rules () ((_ (name . args) body ...) (hash-table-set! procedures 'name (lambda args body ...)))))
(define-rpc (add a b) (+ a b))
(define-rpc (echo . xs) xs)
(define-rpc (fail) (error "Deliberate:" 'fail))
(define (handle request)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (e) (k (list 'error (condition/report-string e))))
      (lambda ()
        (let ((p (hash-table-ref procedures (car request) (lambda () (error "No such procedure:" (car request))))))
          (list 'ok (apply p (cdr request)))))))))
(for-each (lambda (r) (write-line (handle (read-from-string r)))) '("(add 1 2)" "(echo a \"b\")" "(fail)" "(nope)"))
