;; SRFI 173: hooks.
(import (scheme base) (scheme write) (srfi 173))

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

(define hook (make-hook 1))
(define log '())
(define (note! object) (set! log (cons object log)))
(define (twice! object) (note! (list object object)))
(show (list (hook? hook) (hook? 'a)))
(hook-add! hook note!)
(hook-run hook 1)
(show log)
(hook-add! hook twice!)
(show (length (hook->list hook)))
(hook-delete! hook note!)
(hook-run hook 2)
(show log)
(show (hook-run hook 1 2))
(hook-reset! hook)
(show (hook->list hook))
(list->hook! hook (list note!))
(hook-run hook 3)
(show log)
(hook-run (list->hook 0 (list (lambda () (note! 'none)))))
(show log)
(show (hook-add! 'a note!))
