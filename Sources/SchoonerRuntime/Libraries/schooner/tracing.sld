;;; Tracing calls (MIT Scheme user manual 5.4)

(define-library (schooner tracing)
  (export trace trace-both trace-entry trace-exit untrace untrace-entry untrace-exit
          traced-procedure?
          trace-output-port set-trace-output-port! with-trace-output-port)
  (import (mit legacy runtime))
  (include "tracing/calls.scm"))
