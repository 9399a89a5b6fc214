;;; Regular expressions as strings, in Emacs's syntax, and their algebra (rexps): MIT reference manual 6.8, the option
;;; regular-expression.

(define-library (mit regexp)
  (export re-string-match re-substring-match re-string-search-forward re-substring-search-forward
          re-string-search-backward re-substring-search-backward
          re-match-start-index re-match-end-index re-match-extract re-registers? re-registers set-re-registers!
          preserving-re-registers
          re-compile-pattern re-compile-string re-compile-char re-quote-string regexp-group re-pattern->regsexp
          condition-type:re-compile-pattern
          rexp? rexp-compile rexp->regexp rexp-any-char rexp-line-start rexp-line-end rexp-string-start rexp-string-end
          rexp-word-edge rexp-not-word-edge rexp-word-start rexp-word-end rexp-word-char rexp-not-word-char
          rexp-syntax-char rexp-not-syntax-char
          rexp-alternatives rexp-sequence rexp-group rexp-optional rexp* rexp+ rexp-n* rexp-*n rexp-n*m rexp-n*n
          rexp-case-fold)
  (import (mit legacy runtime) (mit regsexp))
  (include "regexp/registers.scm" "regexp/parsing.scm" "regexp/matching.scm" "regexp/rexps.scm"))
