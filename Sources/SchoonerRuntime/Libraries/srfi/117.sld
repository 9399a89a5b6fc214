;;;; SRFI 117: queues made of lists.

(define-library (srfi 117)
  (export make-list-queue list-queue list-queue-copy list-queue-unfold list-queue-unfold-right
          list-queue? list-queue-empty? list-queue-front list-queue-back list-queue-list list-queue-first-last
          list-queue-add-front! list-queue-add-back! list-queue-remove-front! list-queue-remove-back!
          list-queue-remove-all! list-queue-set-list!
          list-queue-append list-queue-append! list-queue-concatenate
          list-queue-map list-queue-map! list-queue-for-each)
  (import (scheme base) (scheme case-lambda)
          (only (mit legacy runtime) error:wrong-type-argument error:bad-range-argument))
  (include "117/queues.scm"))
