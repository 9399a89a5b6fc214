;; SRFI 95: sorting and merging.
(import (scheme base) (scheme write) (srfi 95))

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

(show (sorted? '(1 2 2 3) <))
(show (sorted? '(1 3 2) <))
(show (sorted? #(3 2 1) >))
(show (sorted? '() <))
(show (sorted? '((a 1) (b 2)) < cadr))
(show (sorted? 'a <))
(show (merge '(1 3 5) '(2 3 4 6) <))
(show (merge '((1 a) (2 b)) '((1 c) (3 d)) < car))
(show (merge '() '(1) <))
(show (merge 'a '(1) <))
(show (merge! (list 1 3 5) (list 2 3 4 6) <))
(show (merge! (list '(1 a) '(2 b)) (list '(1 c) '(3 d)) < car))
(show (merge! (list) (list 1) <))
(show (sort '(3 1 2) <))
(show (sort #(3 1 2) >))
(show (sort '((b 2) (a 2) (c 1)) < cadr))
(show (sort (list "b" "a") string<?))
(show (let ((v (vector 3 1 2))) (sort! v <) v))
(show (sort! (list 3 1 2) <))
(show (sort! (list '(3) '(1)) < car))
(show (sort 12 <))
