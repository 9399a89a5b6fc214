;; A comment before the library, and a block comment #| inside |# it.
#| first |#
(define-library (support shapes square)
  (include-library-declarations "square-exports.scm")
  (import (scheme base))
  (include "square-body.scm" "square-more.scm"))
