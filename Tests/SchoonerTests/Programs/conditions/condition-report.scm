;; Reports of conditions that hold other objects.
(define (report thunk) (guard (e (#t (condition/report-string e))) (thunk)))
(write-line (report (lambda () (error "Value is wrong:" '(1 "two" #\3) #(4)))))
(write-line (report (lambda () (error "Two strings" "a" "b"))))
(write-line (report (lambda () (error "Nothing"))))
(write-line (report (lambda () (error "List:" '()))))
(write-line (report (lambda () (error 'my-procedure "went wrong:" 5))))
(write-line (report (lambda () (error "" 5))))
(write-line (report (lambda () (warn-free))))
