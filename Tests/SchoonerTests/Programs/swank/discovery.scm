; Macro expansion, the places of definitions, tracing, and reading from the listener.
(import (scheme base) (scheme write) (mit legacy runtime) (schooner swank))
(include "support/client.scm")

(define port (connect (start-swank 0)))

(request port '(swank:listener-eval
                "(define-syntax my-or (syntax-rules () ((_ a) a) ((_ a b ...) (let ((t a)) (if t t (my-or b ...))))))
                 (define-syntax unless-zero (syntax-rules () ((_ n form) (my-or (zero? n) form))))
                 (define (add-up . numbers) (apply + numbers))"))

(show "-- expansion")
(request port '(swank:swank-macroexpand-1 "(unless-zero k (foo))"))
(request port '(swank:swank-macroexpand "(unless-zero k (foo))"))
(request port '(swank:swank-macroexpand-all "(list (unless-zero k (foo)) '(my-or 1 2))"))
(request port '(swank:swank-macroexpand-1 "(list 1)"))
(request port '(swank:swank-macroexpand-1 "(my-or)"))

(show "-- definitions")
(define (ask form)
  (send-datum port (list ':emacs-rex form "(user)" 't 0))
  (let loop ()
    (let ((message (receive port)))
      (if (eq? (car message) ':return)
          (cadr (cadr message))
          (loop)))))

(define file (->namestring (merge-pathnames "swank-discovery-test.scm" (temporary-directory-pathname))))
(call-with-output-file file
  (lambda (port) (write-string "; A comment.\n\n  (define (found-here x)\n    (car x))\n" port)))
(ask (list 'swank:load-file file))

(define (show-definition name)
  (let ((answer (ask (list 'swank:find-definitions-for-emacs name))))
    (if (and (pair? answer) (eq? (car (cadr (car answer))) ':location))
        (let ((place (cdr (cadr (car answer)))))
          (show (car (car answer)) " " (equal? (cadr (car place)) file) " " (cadr place)))
        (begin (write answer) (newline)))))

(show-definition "found-here")
(show-definition "car")
(show-definition "nobody-at-all")

; A definition compiled from a buffer knows its line.
(ask (list 'swank:compile-string-for-emacs "(define (compiled-here y)\n  (vector-ref y 0))" "buffer.scm"
           (list 'quote '((:position 300) (:line 12 1))) file 'nil))
(show-definition "compiled-here")
(request port '(swank:listener-eval "(list (compiled-here 5))") ':debug-activate)
(show (list-tail (ask '(swank:frame-source-location 0)) 2))
(request port '(swank:frame-locals-and-catch-tags 0))
(request port '(swank:throw-to-toplevel))
(delete-file file)

(show "-- variables of a frame")
(request port '(swank:listener-eval
                "(define (locals a) (let loop ((i 0) (b (* a 2))) (if (< i 2) (loop (+ i 1) b) (list (car (+ a b))))))
                 (list (locals 4))")
         ':debug-activate)
(request port '(swank:frame-locals-and-catch-tags 0))
(request port '(swank:eval-string-in-frame "(list a b i)" 0))
(request port '(swank:throw-to-toplevel))

(show "-- tracing")
(request port '(swank:swank-toggle-trace "add-up"))
(request port '(swank:eval-and-grab-output "(list (add-up 1 2 3))"))
(request port '(swank:swank-toggle-trace "add-up"))
(request port '(swank:eval-and-grab-output "(list (add-up 1 2 3))"))
(request port '(swank:untrace-all))

(show "-- reading")
(define (answer-question text)
  (let* ((message (receive-until port ':read-string)) (tag (caddr message)))
    (send-datum port (list ':emacs-return-string 1 tag text))))

(send-datum port '(:emacs-rex (swank:listener-eval "(begin (display \"name? \") (let* ((a (read-line)) (b (read)) (c (read))) (list a b c)))") "(user)" t 90))
(answer-question "a whole line\n")
(answer-question "(one\n")
(answer-question "datum) two\n")
(receive-until port ':return)
; A question that is left.
(send-datum port '(:emacs-rex (swank:listener-eval "(read-line)") "(user)" t 91))
(receive-until port ':read-string)
(send-datum port '(:emacs-interrupt 1))
(receive-until port ':debug-activate)
(send-datum port '(:emacs-rex (swank:throw-to-toplevel) "(user)" 1 92))
(receive-until port ':return)
(receive-until port ':return)
(request port '(swank:listener-eval "'still-there"))
