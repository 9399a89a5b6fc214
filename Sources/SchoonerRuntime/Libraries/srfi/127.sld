;;;; SRFI 127: lazy sequences, lists that end in a generator of what follows.

(define-library (srfi 127)
  (export generator->lseq lseq? lseq=?
          lseq-car lseq-first lseq-cdr lseq-rest lseq-ref lseq-take lseq-drop
          lseq-realize lseq->generator lseq-length lseq-append lseq-zip
          lseq-map lseq-for-each lseq-filter lseq-remove
          lseq-find lseq-find-tail lseq-take-while lseq-drop-while
          lseq-any lseq-every lseq-index lseq-member lseq-memq lseq-memv)
  (import (scheme base) (scheme case-lambda)
          (only (mit legacy runtime) error:wrong-type-argument error:bad-range-argument))
  (include "127/lseqs.scm"))
