;;; The read-eval-print loop (MIT Scheme user manual 3.4, reference manual 16.4 and 18.2)

(define-library (schooner repl)
  (export run-console-repl run-repl repl-error-entry (rename repl/outer repl/parent)
          restart bkpt abort->top-level abort->previous abort->nearest
          nearest-repl repl? repl/environment repl/level repl/port repl/condition repl/prompt set-repl/prompt!
          set-repl/environment! ge pe
          cmdl-interrupt/abort-top-level cmdl-interrupt/abort-previous cmdl-interrupt/abort-nearest
          repl-write %run-abort-message
          prompt-for-expression prompt-for-evaluated-expression prompt-for-command-expression
          prompt-for-confirmation prompt-for-string prompt-for-command-char
          write-error-report write-restart-list)
  (import (mit legacy runtime))
  (include "repl/levels.scm" "repl/printing.scm" "repl/reports.scm" "repl/restarting.scm" "repl/prompting.scm"))
