;;; Tables of calls that are errors: a program includes this file after checking.scm.

;; Calls the procedure with each list of arguments; every call must raise a condition that guard catches.
(define (check-fails name procedure . argument-lists)
  (for-each
   (lambda (arguments)
     (check-raises (cons name arguments) (lambda () (apply procedure arguments))))
   argument-lists))

(define-syntax fails
  (syntax-rules ()
    ((_ procedure arguments ...)
     (check-fails 'procedure procedure arguments ...))))
