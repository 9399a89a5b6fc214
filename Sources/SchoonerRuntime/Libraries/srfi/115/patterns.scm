;;; Reading an SRE: it becomes a tree of nodes, lists that begin with one of
;;;   (empty) (char c) (set predicate) (sequence node …) (choice node …) (repeat from to greedy? node)
;;;   (group index node) (assert predicate) (look ahead? negated? node)

;; What numbering the groups needs: how many there are, and which have names.
(define-record-type <groups>
  (make-groups count names)
  groups?
  (count groups-count set-groups-count!)
  (names groups-names set-groups-names!))

(define (sequence-node sres context groups)
  (cond ((null? sres) '(empty))
        ((not (list? sres)) (bad-sre sres))
        ((null? (cdr sres)) (sre->node (car sres) context groups))
        (else
         ;; From left to right: groups are numbered as they come.
         (let loop ((rest sres) (nodes '()))
           (if (null? rest)
               (cons 'sequence (reverse nodes))
               (loop (cdr rest) (cons (sre->node (car rest) context groups) nodes)))))))

(define (sre->node sre context groups)
  (let ((predicate (cset-predicate sre context)))
    (cond (predicate
           (if (and (char? sre) (not (context-nocase? context)))
               (list 'char sre)
               (list 'set predicate)))
          ((string? sre) (string-node sre context))
          ((symbol? sre) (name-node sre context groups))
          ((and (pair? sre) (list? sre)) (operation-node sre (car sre) (cdr sre) context groups))
          (else (bad-sre sre)))))

(define (string-node string context)
  (if (string=? string "")
      '(empty)
      (cons 'sequence
            (map (lambda (char)
                   (if (context-nocase? context)
                       (list 'set (char-predicate char context))
                       (list 'char char)))
                 (string->list string)))))

(define (name-node name context groups)
  (call-with-values
      (lambda () (word-boundaries context))
    (lambda (word-start? word-end? inside?)
      (case name
        ((bos) (list 'assert at-string-start?))
        ((eos) (list 'assert at-string-end?))
        ((bol) (list 'assert at-line-start?))
        ((eol) (list 'assert at-line-end?))
        ((bow) (list 'assert word-start?))
        ((eow) (list 'assert word-end?))
        ((nwb) (list 'assert inside?))
        ((word) (sre->node '(word+ any) context groups))
        ((bog) (list 'assert (if (context-ascii? context) anywhere? at-cluster-start?)))
        ((eog) (list 'assert (if (context-ascii? context) anywhere? at-cluster-end?)))
        ((grapheme)
         (let ((any (list 'set (named-predicate 'any context))))
           (if (context-ascii? context)
               any
               (list 'sequence
                     any
                     (list 'repeat 0 #f #t (list 'sequence (list 'assert inside-cluster?) any))
                     (list 'assert at-cluster-end?)))))
        (else (bad-sre name))))))

(define (operation-node sre operator operands context groups)
  (define (body operands) (sequence-node operands context groups))
  (define (count index)
    (if (not (and (> (length operands) index)
                  (exact-nonnegative-integer? (list-ref operands index))))
        (bad-sre sre))
    (list-ref operands index))
  (case operator
    ((: seq) (body operands))
    ((or |\||)
     (cons 'choice (map-in-order (lambda (sre) (sre->node sre context groups)) operands)))
    ((* zero-or-more) (list 'repeat 0 #f #t (body operands)))
    ((+ one-or-more) (list 'repeat 1 #f #t (body operands)))
    ((? optional) (list 'repeat 0 1 #t (body operands)))
    ((*? non-greedy-zero-or-more) (list 'repeat 0 #f #f (body operands)))
    ((?? non-greedy-optional) (list 'repeat 0 1 #f (body operands)))
    ((= exactly) (list 'repeat (count 0) (count 0) #t (body (cdr operands))))
    ((>= at-least) (list 'repeat (count 0) #f #t (body (cdr operands))))
    ((** repeated **? non-greedy-repeated)
     (let ((from (count 0)) (to (count 1)))
       (if (> from to) (bad-sre sre))
       (list 'repeat from to (if (memq operator '(** repeated)) #t #f) (body (cddr operands)))))
    (($ submatch) (group-node #f operands context groups))
    ((-> submatch-named)
     (if (not (and (pair? operands) (symbol? (car operands)))) (bad-sre sre))
     (group-node (car operands) (cdr operands) context groups))
    ((word)
     (body (append '(bow) operands '(eow))))
    ((word+)
     (let ((predicate (compound-predicate 'or operands context))
           (word? (word-char-predicate context)))
       (if (not predicate) (bad-sre sre))
       (list 'sequence
             (sre->node 'bow context groups)
             (list 'repeat 1 #f #t
                   (list 'set (lambda (char) (and (word? char) (predicate char)))))
             (sre->node 'eow context groups))))
    ((look-ahead) (list 'look #t #f (body operands)))
    ((neg-look-ahead) (list 'look #t #t (body operands)))
    ((look-behind) (list 'look #f #f (body operands)))
    ((neg-look-behind) (list 'look #f #t (body operands)))
    (else
     (let ((inner (context-within operator context)))
       (if inner
           (sequence-node operands inner groups)
           (bad-sre sre))))))

(define (map-in-order procedure list)
  (let loop ((rest list) (results '()))
    (if (null? rest)
        (reverse results)
        (loop (cdr rest) (cons (procedure (car rest)) results)))))

(define (group-node name operands context groups)
  (if (context-nocapture? context)
      (sequence-node operands context groups)
      (let ((index (+ (groups-count groups) 1)))
        (set-groups-count! groups index)
        (if name
            (set-groups-names! groups (append (groups-names groups) (list (cons name index)))))
        (list 'group index (sequence-node operands context groups)))))
