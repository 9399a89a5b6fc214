;;; Compiling is evaluating: every form is compiled before it runs.

(define (result-of-compilation thunk load-file)
  (let ((start (real-time)))
    (thunk)
    (list ':compilation-result '() #t (/ (- (real-time) start) 1000.) #f load-file)))

(define-request '(swank:compile-string-for-emacs)
  (lambda (connection text buffer #!optional position file policy)
    (let ((line (and (not (default-object? position)) (line-of position))))
      (result-of-compilation
       (lambda ()
         (if (and line (not (default-object? file)) (string? file))
             (with-output-to-emacs connection
               (lambda () (evaluate-at text file line (buffer-environment))))
             (evaluate-in-buffer connection text)))
       #f))))

(define-request '(swank:compile-multiple-strings-for-emacs)
  (lambda (connection texts . ignored)
    (result-of-compilation
     (lambda ()
       (for-each (lambda (entry) (evaluate-in-buffer connection (car entry))) texts))
     #f)))

;; From what Emacs says of a text's place, such as ((:position 234) (:line 12 1)); #f where the line is not there.
(define (line-of position)
  (let ((entry (and (list? position)
                    (find (lambda (entry) (and (pair? entry) (eq? (car entry) ':line))) position))))
    (and entry
         (pair? (cdr entry))
         (exact-nonnegative-integer? (cadr entry))
         (> (cadr entry) 0)
         (cadr entry))))

;; The forms of the text know that they stand in the file, from the line on.
(define (evaluate-at text file line environment)
  (let ((source (%open-source-text (string-append (make-string (- line 1) #\newline) text) file environment)))
    (let loop ()
      (let ((thunk (%next-form source)))
        (if (not (eof-object? thunk))
            (begin
              (thunk)
              (loop)))))))

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
