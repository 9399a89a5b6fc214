;;; Looking at the computation that an error stopped (MIT Scheme user manual 5.1)

(define-library (schooner debugging)
  (export debug)
  (import (mit legacy runtime) (schooner repl))
  (include "debugging/frames.scm" "debugging/commands.scm"))
