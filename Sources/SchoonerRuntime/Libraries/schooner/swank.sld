;;; A Swank server: Emacs with SLIME works in the running program (MIT Scheme 12.1's start-swank; the protocol is SLIME's)

(define-library (schooner swank)
  (export start-swank stop-swank)
  (import (mit legacy runtime) (mit environments) (mit port-types) (schooner tracing))
  (include "swank/packets.scm" "swank/connections.scm" "swank/input.scm" "swank/requests.scm" "swank/environments.scm"
           "swank/evaluation.scm" "swank/debugger.scm" "swank/compilation.scm" "swank/completion.scm"
           "swank/descriptions.scm" "swank/expansion.scm" "swank/definitions.scm" "swank/tracing.scm" "swank/inspector.scm"
           "swank/server.scm"))
