;;; Compiling is evaluating: every form is compiled before it runs.

(define (result-of-compilation thunk load-file)
  (let ((start (real-time)))
    (thunk)
    (list ':compilation-result '() #t (/ (- (real-time) start) 1000.) #f load-file)))

(define-request '(swank:compile-string-for-emacs swank:compile-multiple-strings-for-emacs)
  (lambda (connection text . ignored)
    (result-of-compilation
     (lambda ()
       (if (string? text)
           (evaluate-in-buffer connection text)
           (for-each (lambda (entry) (evaluate-in-buffer connection (car entry))) text)))
     #f)))

(define (load-for-emacs connection file)
  (with-output-to-emacs connection
    (lambda () (load file (buffer-environment)))))

;; A file is compiled when it is loaded; without that, its forms are only read.
(define-request '(swank:compile-file-for-emacs)
  (lambda (connection file load? . ignored)
    (result-of-compilation
     (lambda ()
       (if (emacs-false? load?)
           (call-with-input-file file
             (lambda (port)
               (let loop ()
                 (if (not (eof-object? (read port))) (loop)))))
           (load-for-emacs connection file)))
     #f)))

(define-request '(swank:load-file)
  (lambda (connection file)
    (load-for-emacs connection file)
    file))
