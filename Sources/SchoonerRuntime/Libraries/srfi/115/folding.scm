;;; Going through all matches in a string.

;; (kons index match string state) for each match in turn, where the index is the end of the match before.
(define regexp-fold
  (case-lambda
    ((re kons knil string)
     (regexp-fold re kons knil string (lambda (index match string state) state)))
    ((re kons knil string finish)
     (regexp-fold re kons knil string finish 0 #f))
    ((re kons knil string finish start)
     (regexp-fold re kons knil string finish start #f))
    ((re kons knil string finish start end)
     (guarantee procedure? kons 'regexp-fold)
     (guarantee procedure? finish 'regexp-fold)
     (let ((regexp (regexp re)))
       (with-range string (list start end) 'regexp-fold
         (lambda (start end)
           ;; After an empty match the search goes on behind the next character.
           (let loop ((from start) (index start) (state knil))
             (let ((match (and (<= from end)
                               (run-regexp regexp string start end from #t #f))))
               (if match
                   (let ((match-end (group-end match 0)))
                     (loop (if (= match-end (group-start match 0)) (+ match-end 1) match-end)
                           match-end
                           (kons index match string state)))
                   (finish index #f string state))))))))))

(define (empty-match? match)
  (= (group-start match 0) (group-end match 0)))

(define (regexp-extract re string . range)
  (with-range string range 'regexp-extract
    (lambda (start end)
      (regexp-fold re
                   (lambda (index match string state)
                     (if (empty-match? match)
                         state
                         (cons (group-string match 0) state)))
                   '()
                   string
                   (lambda (index match string state) (reverse state))
                   start
                   end))))

;; The parts between the non-empty matches, and the matches. `add` takes the part before a match, the match and the
;; state; `finish` the part after the last match and the state.
(define (fold-parts re string start end add finish)
  (let ((result
         (regexp-fold re
                      (lambda (index match string state)
                        (if (empty-match? match)
                            state
                            (cons (group-end match 0)
                                  (add (substring string (car state) (group-start match 0))
                                       match
                                       (cdr state)))))
                      (cons start '())
                      string
                      (lambda (index match string state) state)
                      start
                      end)))
    (finish (substring string (car result) end) (cdr result))))

(define (regexp-split re string . range)
  (with-range string range 'regexp-split
    (lambda (start end)
      (fold-parts re string start end
                  (lambda (part match state) (cons part state))
                  (lambda (part state) (reverse (cons part state)))))))

(define (regexp-partition re string . range)
  (with-range string range 'regexp-partition
    (lambda (start end)
      (fold-parts re string start end
                  (lambda (part match state) (cons (group-string match 0) (cons part state)))
                  (lambda (part state)
                    (reverse (if (and (string=? part "") (pair? state))
                                 state
                                 (cons part state))))))))

;;; Replacing. The result is that for the part of the string from start to end.

;; The text that a substitution stands for: a string; the number or name of a group; pre or post, the text before or
;; after the match; a procedure of the match; or a list of these.
(define (substitution-text substitution match start end)
  (cond ((string? substitution) substitution)
        ((eq? substitution 'pre) (substring (match-string match) start (group-start match 0)))
        ((eq? substitution 'post) (substring (match-string match) (group-end match 0) end))
        ((or (symbol? substitution) (exact-nonnegative-integer? substitution))
         (or (regexp-match-submatch match substitution) ""))
        ((procedure? substitution) (substitution-text (substitution match) match start end))
        ((list? substitution)
         (apply string-append
                (map (lambda (part) (substitution-text part match start end)) substitution)))
        (else (error:bad-range-argument substitution 'regexp-replace))))

;; (regexp-replace re string substitution [start [end [count]]]): replaces the count-th match, counted from 0.
(define (regexp-replace re string substitution . options)
  (let* ((regexp (regexp re))
         (count (if (= (length options) 3) (list-ref options 2) 0)))
    (guarantee exact-nonnegative-integer? count 'regexp-replace)
    (with-range string options 'regexp-replace
      (lambda (start end)
        (let loop ((from start) (left count))
          (let ((match (and (<= from end)
                            (run-regexp regexp string start end from #t #f))))
            (cond ((not match) (substring string start end))
                  ((> left 0)
                   (loop (if (empty-match? match) (+ (group-end match 0) 1) (group-end match 0))
                         (- left 1)))
                  (else
                   (string-append (substring string start (group-start match 0))
                                  (substitution-text substitution match start end)
                                  (substring string (group-end match 0) end))))))))))

(define (regexp-replace-all re string substitution . range)
  (with-range string range 'regexp-replace-all
    (lambda (start end)
      (regexp-fold re
                   (lambda (index match string state)
                     (cons (substitution-text substitution match start end)
                           (cons (substring string index (group-start match 0)) state)))
                   '()
                   string
                   (lambda (index match string state)
                     (apply string-append (reverse (cons (substring string index end) state))))
                   start
                   end))))
