;;;; SRFI 130: strings with cursors.  A cursor is an index here, so that each may stand for the other.

(define-library (srfi 130)
  (export string-cursor? string-cursor-start string-cursor-end string-cursor-next string-cursor-prev
          string-cursor-forward string-cursor-back
          string-cursor=? string-cursor<? string-cursor>? string-cursor<=? string-cursor>=?
          string-cursor-diff string-cursor->index string-index->cursor
          string-null? string-every string-any
          string-tabulate string-unfold string-unfold-right
          string->list/cursors string->vector/cursors reverse-list->string string-join
          string-ref/cursor substring/cursors string-copy/cursors
          string-take string-take-right string-drop string-drop-right
          string-pad string-pad-right string-trim string-trim-right string-trim-both
          string-prefix-length string-suffix-length string-prefix? string-suffix?
          string-index string-index-right string-skip string-skip-right string-contains string-contains-right
          string-reverse string-concatenate string-concatenate-reverse
          string-fold string-fold-right string-for-each-cursor string-replicate string-count
          string-replace string-split string-filter string-remove)
  (import (scheme base)
          (rename (only (srfi 152)
                        string-null? string-every string-any string-tabulate string-unfold string-unfold-right
                        reverse-list->string string-join
                        string-take string-take-right string-drop string-drop-right
                        string-pad string-pad-right string-trim string-trim-right string-trim-both
                        string-prefix-length string-suffix-length string-prefix? string-suffix?
                        string-index string-index-right string-skip string-skip-right
                        string-contains string-contains-right
                        string-concatenate string-concatenate-reverse string-fold string-fold-right
                        string-replicate string-count string-replace string-split string-filter string-remove)
                  (string-index find-index)
                  (string-index-right find-index-right)
                  (string-skip find-skip)
                  (string-skip-right find-skip-right))
          (only (srfi 13) string-reverse string-for-each-index let-string-start+end)
          (only (mit legacy runtime) error:wrong-type-argument error:bad-range-argument))
  (include "130/cursors.scm"))
