;; SRFI 9: records.
(import (except (scheme base) define-record-type) (scheme write) (srfi 9))

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

;; The SRFI's example.
(define-record-type :pare
  (kons x y)
  pare?
  (x kar set-kar!)
  (y kdr))
(show (pare? (kons 1 2)))
(show (pare? (cons 1 2)))
(show (kar (kons 1 2)))
(show (kdr (kons 1 2)))
(show (let ((k (kons 1 2)))
        (set-kar! k 3)
        (kar k)))
(show (kar 'a))
(show (kar (cons 1 2)))
(show (vector? (kons 1 2)))

;; Fields that the constructor leaves out, and two types of one shape.
(define-record-type thing (make-thing b) thing? (a thing-a set-thing-a!) (b thing-b))
(define-record-type other (make-other b) other? (a other-a) (b other-b))
(show (let ((t (make-thing 1))) (set-thing-a! t 2) (list (thing-a t) (thing-b t))))
(show (thing? (make-other 1)))
(show (thing-b (make-other 1)))
