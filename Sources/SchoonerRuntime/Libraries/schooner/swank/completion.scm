;;; Completion of names.

;; The names that mean something in the environment, as sorted strings without repetition.
(define (matching-names matches? environment)
  (let ((seen (make-equal-hash-table)))
    (let loop ((environment environment))
      (for-each (lambda (name)
                  (let ((text (symbol->string name)))
                    (if (and (matches? text) (not (string-prefix? "%" text)))
                        (hash-table-set! seen text #t))))
                (append (environment-bound-names environment) (environment-macro-names environment)))
      (if (environment-has-parent? environment)
          (loop (environment-parent environment))))
    (sort (hash-table-keys seen) string<?)))

(define (environment-argument name)
  (or (and (string? name) (named-environment name))
      (buffer-environment)))

(define (common-prefix strings)
  (if (null? strings)
      ""
      (fold-left (lambda (prefix text)
                   (let ((limit (min (string-length prefix) (string-length text))))
                     (let loop ((index 0))
                       (if (and (< index limit)
                                (char=? (string-ref prefix index) (string-ref text index)))
                           (loop (+ index 1))
                           (string-head prefix index)))))
                 (car strings)
                 (cdr strings))))

(define-request '(swank:simple-completions swank:completions swank:completions-for-character)
  (lambda (connection text #!optional environment)
    (let ((names (matching-names (lambda (name) (string-prefix? text name))
                                 (environment-argument (if (default-object? environment) #f environment)))))
      (list names (if (null? names) text (common-prefix names)))))
  #t)

;;; Fuzzy completion: the characters in order, with others between them

(define (contains-in-order? text name)
  (let ((length (string-length text)) (end (string-length name)))
    (let loop ((index 0) (place 0))
      (cond ((= index length) #t)
            ((= place end) #f)
            ((char=? (string-ref text index) (string-ref name place)) (loop (+ index 1) (+ place 1)))
            (else (loop index (+ place 1)))))))

;; Names that begin alike come first, then short ones.
(define (fuzzy-score text name)
  (+ (if (string-prefix? text name) 100. 0.)
     (/ (* 100. (string-length text)) (max 1 (string-length name)))))

(define (option options name default)
  (let ((tail (memq name options)))
    (if (and tail (pair? (cdr tail))) (cadr tail) default)))

(define-request '(swank:fuzzy-completions)
  (lambda (connection text environment . options)
    (let* ((names (matching-names (lambda (name) (contains-in-order? text name)) (environment-argument environment)))
           (scored (sort (map (lambda (name) (cons (fuzzy-score text name) name)) names)
                         (lambda (a b) (> (car a) (car b)))))
           (limit (option options ':limit 300)))
      (list (map (lambda (entry)
                   (list (cdr entry)
                         (number->string (/ (round (* 100 (car entry))) 100))
                         '()
                         "--------"))
                 (if (exact-nonnegative-integer? limit)
                     (list-head scored (min limit (length scored)))
                     scored))
            #f)))
  #t)

(define-request '(swank:fuzzy-completion-selected) (lambda (connection . ignored) #f) #t)
