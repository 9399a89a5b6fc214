;;;; Specifiers: which tests are meant.  A procedure of the runner, or what stands for one: a name or a number.

(define (test-match-name name)
  (lambda (runner)
    (equal? name (test-runner-test-name runner))))

;; The tests from the n-th to which the specifier is applied, as many as count.
(define test-match-nth
  (case-lambda
    ((n) (test-match-nth n 1))
    ((n count)
     (let ((seen 0))
       (lambda (runner)
         (set! seen (+ seen 1))
         (and (<= n seen) (< seen (+ n count))))))))

;; All specifiers are asked in any case, so that those that count do.
(define (answers specifiers runner)
  (map (lambda (matches?) (and (matches? runner) #t)) specifiers))

(define (test-match-any . specifiers)
  (let ((specifiers (map specifier->procedure specifiers)))
    (lambda (runner)
      (and (memq #t (answers specifiers runner)) #t))))

(define (test-match-all . specifiers)
  (let ((specifiers (map specifier->procedure specifiers)))
    (lambda (runner)
      (not (memq #f (answers specifiers runner))))))

(define (specifier->procedure specifier)
  (cond ((procedure? specifier) specifier)
        ((exact-integer? specifier) (test-match-nth 1 specifier))
        ((string? specifier) (test-match-name specifier))
        (else (error:wrong-type-argument specifier #f 'test-skip))))

(define (any-matches? specifiers runner)
  (and (memq #t (answers specifiers runner)) #t))

(define (test-skip . specifiers)
  (let ((runner (test-runner-get)))
    (set-runner-skips! runner
                       (cons (apply test-match-all specifiers) (runner-skips runner)))))

(define (test-expect-fail . specifiers)
  (let ((runner (test-runner-get)))
    (set-runner-failures! runner
                          (cons (apply test-match-all specifiers) (runner-failures runner)))))

;; Whether the test that the result names is to be passed over.  What test-apply has not selected is not counted by the
;; specifiers of test-skip.
(define (to-skip? runner)
  (or (not (or (eq? (runner-selection runner) #t)
               (any-matches? (runner-selection runner) runner)))
      (any-matches? (runner-skips runner) runner)))
