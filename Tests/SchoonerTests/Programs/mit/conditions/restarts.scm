(write-line
 (with-simple-restart 'my-restart "Do it."
   (lambda () (invoke-restart (find-restart 'my-restart)) 'not-reached)))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (with-restart 'use-this "Use this." (lambda (v) (k (list 'used v))) values
      (lambda ()
        (let ((r (find-restart 'use-this)))
          (write-line (restart/name r))
          (write-line (restart? r))
          (invoke-restart r 42)))))))
(write-line (find-restart 'no-such-restart))
