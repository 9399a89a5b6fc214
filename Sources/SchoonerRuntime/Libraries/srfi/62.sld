;;;; SRFI 62: datum comments, #;datum, which the reader always knows.  There is nothing to import.

(define-library (srfi 62)
  (export)
  (import))
