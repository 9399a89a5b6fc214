;;; The stack of a stopped computation and the loop that stopped it, by the names of MIT Scheme 12.1's debugger.
;;; A frame here is a call of a compound procedure that waits: its expression is the call with the parameters by name, its
;;; environment holds copies of the variables in sight. Frames of the library are compiled code, as they are there.

(define-library (mit debugger)
  (export continuation/first-subproblem continuation->stack-frame stack-frame? stack-frame/next
          stack-frame/next-subproblem stack-frame/subproblem? stack-frame->continuation stack-frame/debugging-info
          stack-frame/length stack-frame/ref stack-frame/repl-eval-boundary?
          debugging-info/undefined-expression? debugging-info/unknown-expression? debugging-info/compiled-code?
          debugging-info/undefined-environment? debugging-info/noise? debugging-info/noise
          cmdl? nearest-cmdl nearest-cmdl/level nearest-cmdl/port cmdl/port cmdl/level cmdl/parent
          repl-eval with-repl-eval-boundary)
  (import (mit legacy runtime))
  (begin

    ;;; Frames

    (define-record-type stack-frame
      (make-stack-frame description later continuation)
      stack-frame?
      ;; name, file, line, column, library?, parameters, other variables
      (description stack-frame-description)
      ;; The descriptions of the frames outside this one.
      (later stack-frame-later)
      (continuation stack-frame-continuation))

    ;; Where the continuation belongs to a computation that was left, the stack is looked at by going there and back,
    ;; without what dynamic-wind would run on the way. The
    ;; library's frames that signalled an error are left out, where there are others.
    (define (descriptions continuation)
      (let ((frames
             (call-with-current-continuation
              (lambda (here)
                (%within-continuation continuation
                  (lambda ()
                    (let ((frames (%stack-frames)))
                      (%within-continuation here (lambda () frames)))))))))
        (let loop ((rest frames))
          (cond ((null? rest) frames)
                ((vector-ref (car rest) 4) (loop (cdr rest)))
                (else rest)))))

    (define (first-frame frames continuation)
      (and (pair? frames)
           (make-stack-frame (car frames) (cdr frames) continuation)))

    (define (continuation/first-subproblem continuation)
      (guarantee continuation? continuation 'continuation/first-subproblem)
      (first-frame (descriptions continuation) continuation))

    (define continuation->stack-frame continuation/first-subproblem)

    (define (stack-frame/next-subproblem frame)
      (guarantee stack-frame? frame 'stack-frame/next-subproblem)
      (first-frame (stack-frame-later frame) (stack-frame-continuation frame)))

    (define stack-frame/next stack-frame/next-subproblem)

    ;; Every frame that is described waits for a value.
    (define (stack-frame/subproblem? frame)
      (guarantee stack-frame? frame 'stack-frame/subproblem?)
      #t)

    (define (stack-frame->continuation frame)
      (guarantee stack-frame? frame 'stack-frame->continuation)
      (stack-frame-continuation frame))

    ;; The elements: the name and the values of the parameters.
    (define (stack-frame-elements frame)
      (cons (vector-ref (stack-frame-description frame) 0)
            (map cdr (vector-ref (stack-frame-description frame) 5))))

    (define (stack-frame/length frame)
      (guarantee stack-frame? frame 'stack-frame/length)
      (length (stack-frame-elements frame)))

    (define (stack-frame/ref frame index)
      (guarantee stack-frame? frame 'stack-frame/ref)
      (let ((elements (stack-frame-elements frame)))
        (if (not (and (index-fixnum? index) (< index (length elements))))
            (error:bad-range-argument index 'stack-frame/ref))
        (list-ref elements index)))

    (define (stack-frame/repl-eval-boundary? frame)
      (guarantee stack-frame? frame 'stack-frame/repl-eval-boundary?)
      (let ((description (stack-frame-description frame)))
        (and (vector-ref description 4)
             (eq? (vector-ref description 0) 'read-eval-print))))

    ;;; What is known of a frame

    (define compiled-code (list 'compiled-code))
    (define undefined-expression (list 'undefined-expression))
    (define unknown-expression (list 'unknown-expression))
    (define undefined-environment (list 'undefined-environment))

    ;; Three values: expression, environment, subexpression. Which operand waits is not known.
    (define (stack-frame/debugging-info frame)
      (guarantee stack-frame? frame 'stack-frame/debugging-info)
      (let* ((description (stack-frame-description frame))
             (name (vector-ref description 0))
             (bindings (vector-ref description 5))
             (all (append (vector-ref description 6)
                          (remove (lambda (binding) (assq (car binding) (vector-ref description 6))) bindings))))
        (cond ((vector-ref description 4)
               (values compiled-code undefined-environment undefined-expression))
              ((not name)
               (values undefined-expression user-initial-environment undefined-expression))
              (else
               (values (cons name (map car bindings))
                       (extend-top-level-environment user-initial-environment (map car all) (map cdr all))
                       unknown-expression)))))

    (define (debugging-info/undefined-expression? object) (eq? object undefined-expression))
    (define (debugging-info/unknown-expression? object) (eq? object unknown-expression))
    (define (debugging-info/compiled-code? object) (eq? object compiled-code))
    (define (debugging-info/undefined-environment? object) (eq? object undefined-environment))

    ;; There are no frames but those of calls.
    (define (debugging-info/noise? object) #f)

    (define (debugging-info/noise object)
      (error:bad-range-argument object 'debugging-info/noise))

    ;;; Command loops: the read-eval-print loops, and the console where a program runs without one

    (define-record-type console-cmdl
      (make-console-cmdl)
      console-cmdl?)

    (define the-console (make-console-cmdl))

    (define (cmdl? object) (or (repl? object) (console-cmdl? object)))

    (define (nearest-cmdl)
      (let ((repl (ignore-errors nearest-repl)))
        (if (condition? repl) the-console repl)))

    (define (cmdl/port cmdl)
      (guarantee cmdl? cmdl 'cmdl/port)
      (if (repl? cmdl) (repl/port cmdl) console-i/o-port))

    (define (cmdl/level cmdl)
      (guarantee cmdl? cmdl 'cmdl/level)
      (if (repl? cmdl) (repl/level cmdl) 1))

    (define (cmdl/parent cmdl)
      (guarantee cmdl? cmdl 'cmdl/parent)
      (and (repl? cmdl) (repl/parent cmdl)))

    (define (nearest-cmdl/level) (cmdl/level (nearest-cmdl)))
    (define (nearest-cmdl/port) (cmdl/port (nearest-cmdl)))

    ;; Evaluation has no boundary of its own: each loop's frame is one.
    (define (with-repl-eval-boundary repl thunk) (thunk))

    (define (repl-eval form #!optional environment repl)
      (eval form
            (if (or (default-object? environment) (not environment))
                (nearest-repl/environment)
                environment)))))
