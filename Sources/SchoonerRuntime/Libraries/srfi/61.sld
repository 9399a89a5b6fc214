;;;; SRFI 61: cond with clauses (generator guard => receiver).

(define-library (srfi 61)
  (export cond)
  (import (rename (scheme base) (cond simple-cond)))
  (begin

    (define-syntax cond
      (syntax-rules (=> else)
        ((_ (else form1 form2 ...))
         (begin form1 form2 ...))
        ((_ (generator guard => receiver) clause ...)
         (call-with-values (lambda () generator)
           (lambda values
             (if (apply guard values)
                 (apply receiver values)
                 (cond clause ...)))))
        ((_ clause)
         (simple-cond clause))
        ((_ clause more ...)
         (simple-cond clause (else (cond more ...))))
        ((_) (if #f #f))))))
