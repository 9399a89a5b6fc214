;;; Textual ports whose operations are procedures of the program: MIT reference manual 14.8.

(define-library (mit port-types)
  (export make-textual-port-type make-port-type port-type?
          input-port-type? output-port-type? i/o-port-type?
          port-type/operation port-type/operations port-type/operation-names
          make-textual-port make-port
          textual-port-type port/type textual-port-state port/state set-textual-port-state! set-port/state!
          textual-port-operation port/operation textual-port-operation-names port/operation-names
          output-port/write-char output-port/write-string output-port/write-substring output-port/fresh-line
          output-port/discretionary-flush
          output-port/column output-port/line-start? output-port/x-size output-port/y-size
          transcript-on transcript-off)
  (import (mit legacy runtime))
  (include "port-types/types.scm" "port-types/ports.scm" "port-types/system-types.scm" "port-types/reading.scm"
           "port-types/writing.scm" "port-types/serving.scm" "port-types/direct-output.scm"
           "port-types/transcript.scm"))
