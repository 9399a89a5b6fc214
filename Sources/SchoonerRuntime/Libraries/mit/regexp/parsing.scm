;;; From a string to a regular s-expression

(define (word-char? char) (or (char-alphabetic? char) (char-numeric? char)))

(define (at-place here?)
  (lambda (text start end index groups succeed fail)
    (if (here? (and (fix:> index start) (word-char? (string-ref text (fix:- index 1))))
               (and (fix:< index end) (word-char? (string-ref text index))))
        (succeed index groups fail)
        (fail))))

(define (one-char matches?)
  (lambda (text start end index groups succeed fail)
    (if (and (fix:< index end) (matches? (string-ref text index)))
        (succeed (fix:+ index 1) groups fail)
        (fail))))

(define word-edge (at-place (lambda (before after) (not (eq? before after)))))
(define not-word-edge (at-place (lambda (before after) (eq? before after))))
(define word-start (at-place (lambda (before after) (and (not before) after))))
(define word-end (at-place (lambda (before after) (and before (not after)))))

(define (parse string)
  (let ((end (string-length string)) (group-count 0))
    (define (peek index) (and (< index end) (string-ref string index)))
    (define (escaped? index char) (and (eqv? (peek index) #\\) (eqv? (peek (+ index 1)) char)))

    ;; Each gives the receiver what it parsed and the next index.
    (define (alternatives index receiver)
      (let loop ((index index) (branches '()))
        (branch index
          (lambda (pattern index)
            (if (escaped? index #\|)
                (loop (+ index 2) (cons pattern branches))
                (receiver (if (null? branches)
                              pattern
                              (cons 'alt (reverse (cons pattern branches))))
                          index))))))

    (define (branch index receiver)
      (let loop ((index index) (parts '()))
        (define (finish) (receiver (sequence (reverse parts)) index))
        (cond ((>= index end) (finish))
              ((or (escaped? index #\|) (escaped? index #\))) (finish))
              (else
               (item index (null? parts)
                 (lambda (pattern index)
                   (loop* index pattern
                          (lambda (pattern index) (loop index (cons pattern parts))))))))))

    (define (loop* index pattern receiver)
      (let ((char (peek index)))
        (if (memv char '(#\* #\+ #\?))
            (let ((lazy? (eqv? (peek (+ index 1)) #\?)))
              (loop* (+ index (if lazy? 2 1))
                     (list (if lazy?
                               (case char ((#\*) '*?) ((#\+) '+?) (else '??))
                               (case char ((#\*) '*) ((#\+) '+) (else '?)))
                           pattern)
                     receiver))
            (receiver pattern index))))

    (define (item index first? receiver)
      (let ((char (peek index)))
        (case char
          ((#\.) (receiver '(any-char) (+ index 1)))
          ((#\^) (receiver (if first? '(line-start) #\^) (+ index 1)))
          ((#\$)
           (receiver (if (or (= (+ index 1) end) (escaped? (+ index 1) #\)) (escaped? (+ index 1) #\|))
                         '(line-end)
                         #\$)
                     (+ index 1)))
          ((#\[) (char-class (+ index 1) receiver))
          ((#\\) (escape (+ index 1) receiver))
          (else (receiver char (+ index 1))))))

    (define (escape index receiver)
      (let ((char (peek index)))
        (case char
          ((#f) (error-compile "Premature end of regular expression"))
          ((#\()
           (set! group-count (+ group-count 1))
           (let ((number group-count))
             (alternatives (+ index 1)
               (lambda (pattern index)
                 (if (not (escaped? index #\))) (error-compile "Unmatched \\("))
                 (receiver (list 'group number pattern) (+ index 2))))))
          ((#\w) (receiver (one-char word-char?) (+ index 1)))
          ((#\W) (receiver (one-char (lambda (char) (not (word-char? char)))) (+ index 1)))
          ((#\b) (receiver word-edge (+ index 1)))
          ((#\B) (receiver not-word-edge (+ index 1)))
          ((#\<) (receiver word-start (+ index 1)))
          ((#\>) (receiver word-end (+ index 1)))
          ((#\`) (receiver '(string-start) (+ index 1)))
          ((#\') (receiver '(string-end) (+ index 1)))
          ((#\s #\S)
           (let ((test (syntax-test (or (peek (+ index 1)) (error-compile "Premature end of regular expression")))))
             (receiver (one-char (if (char=? char #\s) test (lambda (char) (not (test char)))))
                       (+ index 2))))
          (else
           (receiver (if (char-numeric? char) (list 'group-ref (char->digit char 10)) char)
                     (+ index 1))))))

    (define (char-class index receiver)
      (let* ((inverse? (eqv? (peek index) #\^))
             (first (if inverse? (+ index 1) index)))
        (let loop ((index first) (specs '()))
          (let ((char (peek index)))
            (cond ((not char) (error-compile "Premature end of regular expression"))
                  ((and (char=? char #\]) (> index first))
                   (receiver (cons (if inverse? 'char-not-in 'char-in) (reverse specs)) (+ index 1)))
                  ((and (eqv? (peek (+ index 1)) #\-)
                        (peek (+ index 2))
                        (not (eqv? (peek (+ index 2)) #\])))
                   (loop (+ index 3)
                         (cons (cons (char->integer char) (+ 1 (char->integer (peek (+ index 2))))) specs)))
                  (else (loop (+ index 1) (cons char specs))))))))

    (alternatives 0
      (lambda (pattern index)
        (if (< index end) (error-compile "Unmatched \\)"))
        pattern))))

;; Characters in a row make a string, unless there is only one.
(define (sequence parts)
  (let ((joined (join parts)))
    (if (and (pair? joined) (null? (cdr joined)))
        (car joined)
        (cons 'seq joined))))

(define (join parts)
  (let loop ((parts parts) (chars '()))
    (define (flush rest)
      (if (null? chars) rest (cons (list->string (reverse chars)) rest)))
    (cond ((null? parts) (flush '()))
          ((char? (car parts)) (loop (cdr parts) (cons (car parts) chars)))
          (else (flush (cons (car parts) (loop (cdr parts) '())))))))

(define (syntax-test code)
  (case code
    ((#\space #\-) char-whitespace?)
    ((#\w) word-char?)
    ((#\() (lambda (char) (memv char '(#\( #\[ #\{))))
    ((#\)) (lambda (char) (memv char '(#\) #\] #\}))))
    ((#\") (lambda (char) (char=? char #\")))
    ((#\_) (lambda (char) (memv char '(#\_ #\- #\+ #\*))))
    (else (lambda (char) #f))))

(define (re-pattern->regsexp string) (parse string))

(define (re-compile-pattern string #!optional case-fold?)
  (make-compiled (%compile-pattern (fold-pattern (parse string) case-fold?))))
(define (re-compile-string string #!optional case-fold?)
  (make-compiled (%compile-pattern (fold-pattern string case-fold?))))
(define (re-compile-char char #!optional case-fold?)
  (make-compiled (%compile-pattern (fold-pattern char case-fold?))))

(define (fold-pattern pattern case-fold?)
  (if (or (default-object? case-fold?) (not case-fold?))
      pattern
      (let loop ((pattern pattern))
        (cond ((string? pattern) (list 'string-ci pattern))
              ((char? pattern) (list 'char-ci pattern))
              ((and (pair? pattern) (memq (car pattern) '(seq alt ? * + ?? *? +?)))
               (cons (car pattern) (map loop (cdr pattern))))
              ((and (pair? pattern) (eq? (car pattern) 'group))
               (list 'group (cadr pattern) (loop (caddr pattern))))
              ((and (pair? pattern) (memq (car pattern) '(char-in char-not-in)))
               (cons (car pattern)
                     (append-map (lambda (spec)
                                   (if (char? spec)
                                       (list (char-downcase spec) (char-upcase spec))
                                       (list spec)))
                                 (cdr pattern))))
              (else pattern)))))

(define special (string->list "[].*+?^$\\"))

(define (re-quote-string string)
  (list->string
   (append-map (lambda (char)
                 (if (memv char special) (list #\\ char) (list char)))
               (string->list string))))

;; The pattern that is one of the patterns.
(define (regexp-group . patterns)
  (string-append "\\(" ((string-joiner* 'infix "\\|") patterns) "\\)"))
