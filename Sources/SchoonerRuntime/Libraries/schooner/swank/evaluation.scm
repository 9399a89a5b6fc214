;;; Evaluation: the listener, and forms of buffers.

;; The values of the last form of the text, as a list.
(define (evaluate-text text environment)
  (let ((port (open-input-string text)))
    (let loop ((results '()))
      (let ((form (read port)))
        (if (eof-object? form)
            results
            (loop (evaluate-form form environment)))))))

(define (evaluate-form form environment)
  (call-with-values (lambda () (eval form environment)) list))

(define (evaluate-in-buffer connection text)
  (with-output-to-emacs connection
    (lambda ()
      (parameterize ((%current-environment (lambda () (connection-environment connection))))
        (evaluate-text text (buffer-environment))))))

(define (value-text value)
  (cond ((eq? value unspecific) ";Unspecified return value")
        ((default-object? value) ";Default value")
        (else (write-to-string value))))

(define (echo-text values)
  (if (null? values)
      "; No value"
      (string-append "=> " (join (map value-text values) ", "))))

(define (join strings separator)
  (if (null? strings)
      ""
      (fold-left (lambda (text more) (string-append text separator more)) (car strings) (cdr strings))))

(define (pretty-text object)
  (call-with-output-string (lambda (port) (pp object port))))

;; (environment . (* ** ***)) has no place in Scheme; the listener's variables are the program's own.
(define-request '(swank:create-repl swank-repl:create-repl)
  (lambda (connection . ignored)
    (let ((title (environment-title (connection-environment connection))))
      (list title title))))

(define-request '(swank:listener-eval swank-repl:listener-eval)
  (lambda (connection text . ignored)
    (let ((results (with-output-to-emacs connection
                     (lambda ()
                       (parameterize ((%current-environment (lambda () (connection-environment connection))))
                         (evaluate-text text (connection-environment connection)))))))
      (for-each (lambda (value)
                  (send connection ':write-string (string-append (value-text value) "\n") ':repl-result))
                results)
      #f)))

(define-request '(swank:interactive-eval swank:interactive-eval-region)
  (lambda (connection text)
    (echo-text (evaluate-in-buffer connection text))))

;; The output is part of the answer.
(define-request '(swank:eval-and-grab-output)
  (lambda (connection text)
    (let* ((output (open-output-string))
           (results (parameterize ((current-output-port output))
                      (evaluate-text text (buffer-environment)))))
      (list (get-output-string output)
            (join (map value-text results) "\n")))))

(define-request '(swank:pprint-eval)
  (lambda (connection text)
    (apply string-append (map pretty-text (evaluate-in-buffer connection text)))))

(define-request '(swank:re-evaluate-defvar)
  (lambda (connection text)
    (echo-text (evaluate-in-buffer connection text))))
