(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(load-option 'synchronous-subprocess)
(write-line (run-synchronous-subprocess "/bin/echo" '("a" "b c")))
(write-line (call-with-output-string (lambda (port) (run-synchronous-subprocess "sh" '("-c" "echo $0 $1" "x" "y") 'output port))))
(write-line (report (lambda () (run-synchronous-subprocess "no-such-program-anywhere" '()))))
