;; SRFI 137: unique types.
(import (scheme base) (scheme write) (srfi 137))

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

(define-values (animal-payload make-animal animal? animal-ref make-animal-subtype) (make-type 'animal))
(define-values (dog-payload make-dog dog? dog-ref make-dog-subtype) (make-animal-subtype 'dog))
(define-values (plant-payload make-plant plant? plant-ref make-plant-subtype) (make-type 'animal))
(define rex (make-dog "Rex"))
(define cat (make-animal "Tom"))
(show (list (animal-payload) (dog-payload)))
(show (list (animal? rex) (dog? rex) (plant? rex) (animal? cat) (dog? cat) (animal? 'a)))
(show (list (dog-ref rex) (animal-ref rex) (animal-ref cat)))
(show (dog-ref cat))
(show (plant-ref rex))
