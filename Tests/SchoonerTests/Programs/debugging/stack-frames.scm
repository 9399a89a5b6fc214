; The stack behind an error by the names of MIT Scheme's debugger, from a handler and after it was left.
(define (f x) (+ 1 (g x 2)))
(define (g y z) (* z (car y)))

(define (show-frames frame)
  (let loop ((frame frame) (left 2))
    (if (and frame (> left 0))
        (call-with-values (lambda () (stack-frame/debugging-info frame))
          (lambda (expression environment subexpression)
            (if (or (debugging-info/compiled-code? expression)
                    (debugging-info/undefined-expression? expression)
                    (debugging-info/noise? expression))
                (loop (stack-frame/next-subproblem frame) left)
                (begin
                  (write (list expression
                               (map (lambda (name) (environment-lookup environment name)) (cdr expression))
                               (debugging-info/undefined-environment? environment)
                               (debugging-info/unknown-expression? subexpression)
                               (stack-frame/repl-eval-boundary? frame)))
                  (newline)
                  (loop (stack-frame/next-subproblem frame) (- left 1)))))))))

(define condition
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (condition)
        (show-frames (continuation/first-subproblem (condition/continuation condition)))
        (k condition))
      (lambda () (f 5))))))

(show-frames (continuation->stack-frame (condition/continuation condition)))
(write (stack-frame? (continuation/first-subproblem (condition/continuation condition))))
(newline)
(write (continuation? (stack-frame->continuation (continuation/first-subproblem (condition/continuation condition)))))
(newline)

(define (h n) (if (= n 0) (error "Deep:" n) (+ 1 (h (- n 1)))))
(show-frames (continuation/first-subproblem (condition/continuation (ignore-errors (lambda () (h 3))))))

(write (cmdl? (nearest-cmdl)))
(newline)
(write (eq? (cmdl/port (nearest-cmdl)) console-i/o-port))
(newline)
(write (with-repl-eval-boundary (nearest-cmdl) (lambda () (repl-eval '(+ 1 2) system-global-environment))))
(newline)
