;; SRFI 0: cond-expand.
(import (only (scheme base) define-syntax syntax-rules begin quote lambda call-with-current-continuation
              with-exception-handler newline)
        (scheme write) (srfi 0))

(define-syntax show
  (syntax-rules ()
    ((_ form)
     (begin
       (write 'form)
       (display " => ")
       (write (call-with-current-continuation
               (lambda (k)
                 (with-exception-handler
                  (lambda (object) (k 'error))
                  (lambda () form)))))
       (newline)))))

(show (cond-expand (full-unicode 'first) (else 'second)))
(show (cond-expand (no-such-feature 'first) (else 'second)))
(show (cond-expand ((and r7rs (not no-such-feature)) 'both) (else 'neither)))
(show (cond-expand ((or no-such-feature r7rs) 'either) (else 'neither)))
(show (cond-expand ((and) 'empty-and)))
(show (cond-expand ((or) 'empty-or) (else 'else)))
(show (cond-expand ((library (scheme base)) 'found) (else 'missing)))
(show (cond-expand ((library (no such library)) 'found) (else 'missing)))
(show (cond-expand (srfi-0 'srfi-0) (else 'none)))
