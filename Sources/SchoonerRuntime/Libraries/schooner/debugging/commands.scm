;;; The debugger's commands: letters, as in MIT Scheme.

(define (debug)
  (let* ((repl (nearest-repl)) (port (repl/port repl)))
    (let ((frames (stopped-frames)))
      (fresh-line port)
      (newline port)
      (if (null? frames)
          (begin
            (write-string "There is nothing on the stack." port)
            (newline port))
          (begin
            (write-string (string-append "There " (if (null? (cdr frames)) "is " "are ")
                                         (number->string (length frames))
                                         (if (null? (cdr frames)) " subproblem" " subproblems")
                                         " on the stack.")
                          port)
            (newline port)
            (write-frame frames 0 port)
            (write-string "You are now in the debugger.  Type q to quit, ? for commands." port)
            (newline port)
            (command-loop repl frames 0 port))))))

(define (write-frame frames level port)
  (let ((frame (list-ref frames level)))
    (newline port)
    (write-string (string-append "Subproblem level: " (number->string level)
                                 (cond ((= level 0) " (this is the lowest subproblem level)")
                                       ((= level (- (length frames) 1)) " (this is the highest subproblem level)")
                                       (else "")))
                  port)
    (newline port)
    (write-string (string-append "In " (frame-title frame)) port)
    (let ((place (frame-place frame)))
      (if place (write-string (string-append " at " place) port)))
    (newline port)
    (let ((text (frame-text frame)))
      (if text
          (begin
            (write-string (string-append "    " text) port)
            (newline port))))
    (write-bindings (frame-parameters frame) port)
    (write-bindings (frame-variables frame) port)))

(define (write-bindings bindings port)
  (for-each (lambda (binding)
              (write-string "    " port)
              (write (car binding) port)
              (write-string " = " port)
              (write (cdr binding) port)
              (newline port))
            bindings))

(define (write-history frames port)
  (let loop ((frames frames) (level 0))
    (if (pair? frames)
        (let ((place (frame-place (car frames))))
          (write-string (string-pad-left (number->string level) 4) port)
          (write-string (string-append "  " (frame-title (car frames))) port)
          (if place (write-string (string-append " at " place) port))
          (newline port)
          (loop (cdr frames) (+ level 1))))))

(define help-text
  "   ?   help, list command letters
   C   show the parameters of the Current procedure
   D   move (Down) to the previous subproblem (later in time)
   A   show All bindings that the current subproblem sees
   G   Go to a particular subproblem
   H   prints a summary (History) of all subproblems
   I   redisplay the error message Info
   K   continue the program using a standard restart option
   Q   Quit (exit debugger)
   T   print the current subproblem
   U   move (Up) to the next subproblem (earlier in time)
   V   eValuate an expression with the variables in sight; E does so, too")

(define (command-loop repl frames level port)
  (let ((last-level (- (length frames) 1)))
    (define (say text)
      (fresh-line port)
      (write-string text port)
      (newline port))
    (define (move to)
      (write-frame frames to port)
      to)
    (let loop ((level level))
      (let ((command
             (prompt-for-command-char (string-append (number->string (+ 1 (repl/level repl))) " debug>") port)))
        (cond ((eof-object? command) unspecific)
              ((memv command '(#\q #\Q)) unspecific)
              (else
               (newline port)
               (loop
                (case command
                  ((#\u #\U)
                   (if (< level last-level)
                       (move (+ level 1))
                       (begin (say "Already at highest subproblem level.") level)))
                  ((#\d #\D)
                   (if (> level 0)
                       (move (- level 1))
                       (begin (say "Already at lowest subproblem level.") level)))
                  ((#\t #\T) (move level))
                  ((#\h #\H) (write-history frames port) level)
                  ((#\c #\C) (write-bindings (frame-parameters (list-ref frames level)) port) level)
                  ((#\a #\A) (write-bindings (frame-bindings (list-ref frames level)) port) level)
                  ((#\g #\G)
                   (let ((to (prompt-for-expression "Go to subproblem level" port)))
                     (if (and (exact-nonnegative-integer? to) (<= to last-level))
                         (move to)
                         (begin (say "There is no such level.") level))))
                  ((#\e #\E #\v #\V)
                   (evaluate-in-frame repl (list-ref frames level) port)
                   level)
                  ((#\i #\I)
                   (let ((condition (repl/condition repl)))
                     (if (condition? condition)
                         (say (string-append ";" (condition/report-string condition)))
                         (begin (write condition port) (newline port))))
                   level)
                  ((#\k #\K) (restart) level)
                  ((#\?) (say help-text) level)
                  (else (say "Unknown command; type ? for help.") level)))))))))

;; In copies of the variables: an assignment here does not change the program's own.
(define (evaluate-in-frame repl frame port)
  (let ((environment
         (extend-top-level-environment (repl/environment repl)
                                       (map car (frame-bindings frame))
                                       (map cdr (frame-bindings frame)))))
    (let ((value (eval (prompt-for-expression "Eval" port) environment)))
      (fresh-line port)
      (write-string ";Value: " port)
      (write value port)
      (newline port))))
