(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (->namestring (merge-pathnames "foo" "/usr/bin/bar.scm")))
(write-line (->namestring (merge-pathnames "x/foo.c" "/usr/bin/")))
(write-line (->namestring (merge-pathnames "/abs/foo" "/usr/bin/bar.scm")))
(write-line (->namestring (merge-pathnames "../up" "/usr/bin/")))
(write-line (->namestring (merge-pathnames "dir/" "/usr/bin/bar.scm")))
(write-line (pathname-absolute? (merge-pathnames "foo")))
(write-line (report (lambda () (->namestring 5))))
