;;;; SRFI 30: nested comments, #| … |#, which the reader always knows.  There is nothing to import.

(define-library (srfi 30)
  (export)
  (import))
