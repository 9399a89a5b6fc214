;;; Regular expressions as strings, in Emacs's syntax, and their algebra (rexps): MIT reference manual 6.8, the option
;;; regular-expression.

(define-library (mit regexp)
  (export re-string-match re-substring-match re-string-search-forward re-substring-search-forward
          re-string-search-backward re-substring-search-backward
          re-match-start-index re-match-end-index re-match-extract re-registers? re-registers set-re-registers!
          preserving-re-registers
          re-compile-pattern re-compile-string re-compile-char re-quote-string regexp-group re-pattern->regsexp
          condition-type:re-compile-pattern
          rexp? rexp-compile rexp->regexp rexp-any-char rexp-line-start rexp-line-end rexp-string-start rexp-string-end
          rexp-word-edge rexp-not-word-edge rexp-word-start rexp-word-end rexp-word-char rexp-not-word-char
          rexp-syntax-char rexp-not-syntax-char
          rexp-alternatives rexp-sequence rexp-group rexp-optional rexp* rexp+ rexp-n* rexp-*n rexp-n*m rexp-n*n
          rexp-case-fold)
  (import (mit legacy runtime) (mit regsexp))
  (begin

    (define-record-type compiled-regexp (make-compiled matcher) compiled-regexp? (matcher matcher))

    (define-record-type re-registers
      (make-registers starts ends)
      re-registers?
      (starts starts)
      (ends ends))

    (define last-registers #f)
    (define (re-registers) last-registers)
    (define (set-re-registers! registers) (set! last-registers registers))
    (define (preserving-re-registers thunk)
      (let ((saved last-registers))
        (let ((value (thunk)))
          (set! last-registers saved)
          value)))

    (define condition-type:re-compile-pattern
      (make-condition-type 're-compile-pattern condition-type:error '(message)
        (lambda (condition port)
          (write-string "Error compiling regular expression: " port)
          (write-string (access-condition condition 'message) port))))
    (define error-compile
      (condition-signaller condition-type:re-compile-pattern '(message) standard-error-handler))

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

    ;;; Matching

    (define (as-matcher pattern case-fold?)
      (cond ((compiled-regexp? pattern) (matcher pattern))
            ((string? pattern) (matcher (re-compile-pattern pattern case-fold?)))
            (else (error:wrong-type-argument pattern "regular expression" 're-string-match))))

    (define (try matcher string start end index)
      (%match-pattern matcher string start end index
        (lambda (next groups)
          (let ((from (make-vector 10 #f)) (to (make-vector 10 #f)))
            (vector-set! from 0 index)
            (vector-set! to 0 next)
            (for-each (lambda (group)
                        (if (< (car group) 10)
                            (begin
                              (vector-set! from (car group) (cadr group))
                              (vector-set! to (car group) (cddr group)))))
                      (reverse groups))
            (set! last-registers (make-registers from to))
            last-registers))))

    (define (re-substring-match pattern string start end #!optional case-fold? syntax-table)
      (try (as-matcher pattern case-fold?) string start end start))
    (define (re-string-match pattern string #!optional case-fold? syntax-table)
      (re-substring-match pattern string 0 (string-length string) case-fold?))

    (define (re-substring-search-forward pattern string start end #!optional case-fold? syntax-table)
      (let ((matcher (as-matcher pattern case-fold?)))
        (let loop ((index start))
          (and (<= index end)
               (or (try matcher string start end index)
                   (loop (+ index 1)))))))
    (define (re-string-search-forward pattern string #!optional start case-fold? syntax-table)
      (re-substring-search-forward pattern string (if (default-object? start) 0 start) (string-length string) case-fold?))

    (define (re-substring-search-backward pattern string start end #!optional case-fold? syntax-table)
      (let ((matcher (as-matcher pattern case-fold?)))
        (let loop ((index end))
          (and (>= index start)
               (or (try matcher string start end index)
                   (loop (- index 1)))))))
    (define (re-string-search-backward pattern string end #!optional case-fold? syntax-table)
      (re-substring-search-backward pattern string 0 end case-fold?))

    (define (registers-of registers)
      (if (or (default-object? registers) (not registers)) last-registers registers))
    (define (re-match-start-index index #!optional registers)
      (vector-ref (starts (registers-of registers)) index))
    (define (re-match-end-index index #!optional registers)
      (vector-ref (ends (registers-of registers)) index))
    (define (re-match-extract string registers index)
      (let ((start (re-match-start-index index registers)))
        (and start
             (substring string start (re-match-end-index index registers)))))

    ;;; Rexps: a string, a char-set or a list (operator operand ...).

    (define operators
      '(any-char line-start line-end string-start string-end word-edge not-word-edge word-start word-end word-char
        not-word-char syntax-char not-syntax-char alternatives sequence group optional * +))

    (define (rexp? object)
      (or (string? object)
          (char-set-like? object)
          (and (pair? object) (memq (car object) operators) (list? object)
               (or (memq (car object) '(syntax-char not-syntax-char))
                   (every rexp? (cdr object)))
               #t)))

    (define (char-set-like? object)
      (and (environment-bound? system-global-environment 'char-set?)
           ((environment-lookup system-global-environment 'char-set?) object)))

    (define (rexp-any-char) '(any-char))
    (define (rexp-line-start) '(line-start))
    (define (rexp-line-end) '(line-end))
    (define (rexp-string-start) '(string-start))
    (define (rexp-string-end) '(string-end))
    (define (rexp-word-edge) '(word-edge))
    (define (rexp-not-word-edge) '(not-word-edge))
    (define (rexp-word-start) '(word-start))
    (define (rexp-word-end) '(word-end))
    (define (rexp-word-char) '(word-char))
    (define (rexp-not-word-char) '(not-word-char))
    (define (rexp-syntax-char type) (list 'syntax-char type))
    (define (rexp-not-syntax-char type) (list 'not-syntax-char type))

    (define (rexp-alternatives . rexps) (cons 'alternatives rexps))
    (define (rexp-sequence . rexps)
      (let ((rexps (remove (lambda (rexp) (equal? rexp "")) rexps)))
        (cond ((null? rexps) "")
              ((null? (cdr rexps)) (car rexps))
              (else (cons 'sequence rexps)))))
    (define (rexp-group . rexps) (list 'group (apply rexp-sequence rexps)))
    (define (rexp-optional . rexps) (list 'optional (apply rexp-sequence rexps)))
    (define (rexp* . rexps) (list '* (apply rexp-sequence rexps)))
    (define (rexp+ . rexps) (list '+ (apply rexp-sequence rexps)))

    (define (times count rexp) (apply rexp-sequence (make-list count rexp)))
    (define (rexp-n* count . rexps)
      (let ((rexp (apply rexp-sequence rexps)))
        (rexp-sequence (times count rexp) (rexp* rexp))))
    (define (rexp-*n count . rexps)
      (let ((rexp (apply rexp-sequence rexps)))
        (let loop ((count count))
          (if (= count 0) "" (rexp-optional rexp (loop (- count 1)))))))
    (define (rexp-n*m least most . rexps)
      (let ((rexp (apply rexp-sequence rexps)))
        (rexp-sequence (times least rexp) (rexp-*n (- most least) rexp))))
    (define (rexp-n*n count . rexps) (times count (apply rexp-sequence rexps)))

    (define (rexp-case-fold rexp)
      (cond ((string? rexp)
             (apply rexp-sequence
                    (map (lambda (char)
                           (if (char=? (char-upcase char) (char-downcase char))
                               (string char)
                               (list 'alternatives (string (char-upcase char)) (string (char-downcase char)))))
                         (string->list rexp))))
            ((and (pair? rexp) (memq (car rexp) '(alternatives sequence group optional * +)))
             (cons (car rexp) (map rexp-case-fold (cdr rexp))))
            (else rexp)))

    (define (rexp->regexp rexp)
      (cond ((string? rexp) (re-quote-string rexp))
            ((char-set-like? rexp) (char-set->regexp rexp))
            (else
             (case (car rexp)
               ((any-char) ".")
               ((line-start) "^")
               ((line-end) "$")
               ((string-start) "\\`")
               ((string-end) "\\'")
               ((word-edge) "\\b")
               ((not-word-edge) "\\B")
               ((word-start) "\\<")
               ((word-end) "\\>")
               ((word-char) "\\w")
               ((not-word-char) "\\W")
               ((syntax-char) (string-append "\\s" (syntax-code (cadr rexp))))
               ((not-syntax-char) (string-append "\\S" (syntax-code (cadr rexp))))
               ((alternatives)
                (decorated (map rexp->regexp (cdr rexp)) "\\|"))
               ((sequence)
                (apply string-append
                       (map (lambda (part)
                              (if (and (pair? part) (eq? (car part) 'alternatives))
                                  (in-group part)
                                  (rexp->regexp part)))
                            (cdr rexp))))
               ((group) (in-group (cadr rexp)))
               ((optional) (repeated (cadr rexp) "?"))
               ((*) (repeated (cadr rexp) "*"))
               ((+) (repeated (cadr rexp) "+"))
               (else (error:wrong-type-argument rexp "regular expression" 'rexp->regexp))))))

    (define (decorated strings separator)
      (if (null? strings)
          ""
          (fold-left (lambda (text string) (string-append text separator string))
                     (car strings)
                     (cdr strings))))

    (define (in-group rexp) (string-append "\\(" (rexp->regexp rexp) "\\)"))

    (define (repeated rexp operator)
      (string-append (if (or (and (string? rexp) (= (string-length rexp) 1))
                             (char-set-like? rexp)
                             (and (pair? rexp)
                                  (memq (car rexp) '(any-char word-char not-word-char group syntax-char not-syntax-char))))
                         (rexp->regexp rexp)
                         (in-group rexp))
                     operator))

    (define (syntax-code type)
      (case type
        ((whitespace) " ")
        ((word) "w")
        ((symbol) "_")
        ((open) "(")
        ((close) ")")
        ((string-delimiter) "\"")
        ((comment) "<")
        (else ".")))

    (define (char-set->regexp set)
      (let* ((lookup (lambda (name) (environment-lookup system-global-environment name)))
             (in-set? (lookup 'char-in-set?)))
        ;; The first 256 characters, as ranges.
        (let loop ((code 0) (text "") (close-first? #f))
          (cond ((> code 255)
                 (string-append "[" (if close-first? "]" "") text "]"))
                ((not (in-set? (integer->char code) set)) (loop (+ code 1) text close-first?))
                ((char=? (integer->char code) #\]) (loop (+ code 1) text #t))
                (else
                 (let end ((last code))
                   (if (and (< last 255) (in-set? (integer->char (+ last 1)) set)
                            (not (= (+ last 1) 93)))
                       (end (+ last 1))
                       (loop (+ last 1)
                             (string-append text
                                            (string (integer->char code))
                                            (if (> last (+ code 1)) "-" "")
                                            (if (> last code) (string (integer->char last)) ""))
                             close-first?))))))))

    (define (rexp-compile rexp)
      (make-compiled (%compile-pattern (rexp->regsexp rexp (list 0)))))

    (define (rexp->regsexp rexp counter)
      (define (inner rexp) (rexp->regsexp rexp counter))
      (cond ((string? rexp) rexp)
            ((char-set-like? rexp) (list 'char-in rexp))
            (else
             (case (car rexp)
               ((any-char line-start line-end string-start string-end) rexp)
               ((word-edge) word-edge)
               ((not-word-edge) not-word-edge)
               ((word-start) word-start)
               ((word-end) word-end)
               ((word-char) (one-char word-char?))
               ((not-word-char) (one-char (lambda (char) (not (word-char? char)))))
               ((syntax-char) (one-char (syntax-test (string-ref (syntax-code (cadr rexp)) 0))))
               ((not-syntax-char)
                (let ((test (syntax-test (string-ref (syntax-code (cadr rexp)) 0))))
                  (one-char (lambda (char) (not (test char))))))
               ((alternatives) (cons 'alt (in-order inner (cdr rexp))))
               ((sequence) (cons 'seq (in-order inner (cdr rexp))))
               ((group)
                (set-car! counter (+ 1 (car counter)))
                (let ((number (car counter)))
                  (list 'group number (inner (cadr rexp)))))
               ((optional) (list '? (inner (cadr rexp))))
               ((*) (list '* (inner (cadr rexp))))
               ((+) (list '+ (inner (cadr rexp))))
               (else (error:wrong-type-argument rexp "regular expression" 'rexp-compile))))))

    ;; Groups are numbered from left to right.
    (define (in-order procedure items)
      (if (null? items)
          '()
          (let ((first (procedure (car items))))
            (cons first (in-order procedure (cdr items))))))))
