;;;; The search of Knuth, Morris and Pratt, in pieces.
;;;;
;;;; The restart vector has an entry for each length of a match that has just failed: how much of the pattern is matched
;;;; all the same, to be tried with the same character; -1 where the character cannot begin the pattern either.

(define (make-kmp-restart-vector pattern . optional)
  (let ((same? (first-or optional char=?)))
    (let-string-start+end (start end) 'make-kmp-restart-vector pattern (rest-of optional)
      (let* ((length (- end start))
             (restarts (make-vector length -1)))
        (define (char-at index) (string-ref pattern (+ start index)))
        ;; `border' is the length of the longest proper end of what precedes `index' that begins the pattern.
        (let loop ((index 1) (border 0))
          (if (< index length)
              (let ((char (char-at index)))
                (vector-set! restarts index
                             (if (same? char (char-at border))
                                 (vector-ref restarts border)
                                 border))
                (let shrink ((border border))
                  (cond ((< border 0) (loop (+ index 1) 0))
                        ((same? char (char-at border)) (loop (+ index 1) (+ border 1)))
                        (else (shrink (vector-ref restarts border))))))))
        restarts))))

;; How many characters of the pattern are matched after one more character.
(define (kmp-step pattern restarts char matched same? pattern-start)
  (let loop ((matched matched))
    (cond ((< matched 0) 0)
          ((same? char (string-ref pattern (+ matched pattern-start))) (+ matched 1))
          (else (loop (vector-ref restarts matched))))))

;; Goes through a string: the negated index behind the match, or how many characters are matched at the end.
(define (string-kmp-partial-search pattern restarts s matched . optional)
  (let* ((same? (first-or optional char=?))
         (rest (rest-of optional))
         (pattern-start (first-or rest 0))
         (length (vector-length restarts)))
    (let-string-start+end (start end) 'string-kmp-partial-search s (rest-of rest)
      (let loop ((index start) (matched matched))
        (cond ((= matched length) (- index))
              ((= index end) matched)
              (else
               (loop (+ index 1)
                     (kmp-step pattern restarts (string-ref s index) matched same? pattern-start))))))))
