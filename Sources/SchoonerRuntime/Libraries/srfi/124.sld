;;; SRFI 124: ephemerons, which MIT Scheme binds globally.
(define-library (srfi 124)
  (export make-ephemeron ephemeron? ephemeron-key ephemeron-datum ephemeron-broken? reference-barrier)
  (import (only (mit legacy runtime)
            make-ephemeron ephemeron? ephemeron-key ephemeron-datum ephemeron-broken? reference-barrier)))
