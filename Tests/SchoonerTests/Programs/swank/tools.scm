; What Emacs asks for while the user types: completion, argument lists, descriptions, compiling, inspecting.
(import (scheme base) (scheme write) (mit legacy runtime) (schooner swank))
(include "support/client.scm")

(define port (connect (start-swank 0)))

(request port '(swank:listener-eval "(define (zebra-stripes count #!optional colour . more) (* 2 count)) (define zebra-herd '(a b))"))

(show "-- completion")
(request port '(swank:simple-completions "zebra-" "(user)"))
(request port '(swank:completions "zebra-s" "(user)"))
(request port '(swank:completions "no-such-name-at-all" "(user)"))
(request port '(swank:simple-completions "call-with-current" "()"))
(request port '(swank:fuzzy-completions "zbrs" "(user)" :limit 10 :time-limit-in-msec 1500))

(show "-- argument lists")
(request port '(swank:autodoc '("zebra-stripes" "1" swank::%cursor-marker%) :print-right-margin 80))
(request port '(swank:autodoc '("define" ("f") ("zebra-stripes" "" swank::%cursor-marker%)) :print-right-margin 80))
(request port '(swank:autodoc '("cons" swank::%cursor-marker%)))
(request port '(swank:autodoc '("nobody" swank::%cursor-marker%)))
(request port '(swank:operator-arglist "zebra-stripes" "(user)"))
(request port '(swank:operator-arglist "zebra-herd" "(user)"))

(show "-- descriptions")
(request port '(swank:describe-symbol "zebra-herd"))
(request port '(swank:describe-symbol "zebra-stripes"))
(request port '(swank:describe-symbol "if"))
(request port '(swank:describe-symbol "nobody"))
(request port '(swank:apropos-list-for-emacs "zebra" t nil "(user)"))

(show "-- compiling")
(define (without-time answer)
  (let ((result (cadr (caddr answer))))
    (write (append (list-head result 3) (list (real? (list-ref result 3))) (list-tail result 4)))
    (newline)))

(define (ask form)
  (send-datum port (list ':emacs-rex form "(user)" 't 0))
  (receive port))

(define (compile form)
  (let ((message (ask form)))
    (if (eq? (car message) ':return)
        (without-time (list #f #f (cadr message)))
        (begin
          (show-message message)
          (without-time (list #f #f (cadr (receive port))))))))

(compile '(swank:compile-string-for-emacs "(define compiled 3) (display compiled)" "buffer.scm" '((:position 1)) nil nil))
(define file (->namestring (merge-pathnames "swank-tools-test.scm" (temporary-directory-pathname))))
(call-with-output-file file (lambda (port) (write '(define from-file 12) port)))
(compile (list 'swank:compile-file-for-emacs file 't))
(request port '(swank:interactive-eval "(list compiled from-file)"))
(show (equal? (cadr (ask (list 'swank:load-file file))) (list ':ok file)))
(delete-file file)

(show "-- inspecting")
(request port '(swank:init-inspector "(list 1 (vector 'a \"b\"))"))
(request port '(swank:inspect-nth-part 1))
(request port '(swank:inspector-pop))
(request port '(swank:inspector-pop))
(request port '(swank:inspector-next))
(request port '(swank:inspector-range 0 2))
(request port '(swank:quit-inspector))
