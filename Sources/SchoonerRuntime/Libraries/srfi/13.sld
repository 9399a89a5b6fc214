;;;; SRFI 13: strings.
;;;;
;;;; What R7RS took over is R7RS's.  string-map and string-for-each take a range, as here, or more strings, as there.

(define-library (srfi 13)
  (export string? string-null? string-every string-any
          make-string string string-tabulate
          string->list list->string reverse-list->string string-join
          string-length string-ref string-copy substring/shared string-copy!
          string-take string-take-right string-drop string-drop-right
          string-pad string-pad-right string-trim string-trim-right string-trim-both
          string-set! string-fill!
          string-compare string-compare-ci
          string= string<> string< string> string<= string>=
          string-ci= string-ci<> string-ci< string-ci> string-ci<= string-ci>=
          string-hash string-hash-ci
          string-prefix-length string-suffix-length string-prefix-length-ci string-suffix-length-ci
          string-prefix? string-suffix? string-prefix-ci? string-suffix-ci?
          string-index string-index-right string-skip string-skip-right string-count
          string-contains string-contains-ci
          string-titlecase string-upcase string-downcase string-titlecase! string-upcase! string-downcase!
          string-reverse string-reverse!
          string-append string-concatenate string-append/shared string-concatenate/shared
          string-concatenate-reverse string-concatenate-reverse/shared
          string-map string-map! string-fold string-fold-right string-unfold string-unfold-right
          string-for-each string-for-each-index
          xsubstring string-xcopy! string-replace string-tokenize string-filter string-delete
          string-parse-start+end string-parse-final-start+end let-string-start+end
          check-substring-spec substring-spec-ok?
          make-kmp-restart-vector kmp-step string-kmp-partial-search)
  (import (rename (scheme base)
                  (string-map map-strings)
                  (string-for-each for-each-of-strings))
          (scheme case-lambda)
          (only (scheme char) char-upcase char-downcase char-foldcase char-whitespace? char-alphabetic?)
          (only (srfi 14) char-set? char-set-contains? char-set:graphic)
          (only (srfi 129) char-titlecase)
          (rename (only (mit legacy runtime) string-hash) (string-hash hash-of-string))
          (only (mit legacy runtime) error:wrong-type-argument error:bad-range-argument))
  (include "13/ranges.scm" "13/selection.scm" "13/comparison.scm" "13/searching.scm" "13/case.scm"
           "13/joining.scm" "13/folding.scm" "13/replacing.scm" "13/matching.scm"))
