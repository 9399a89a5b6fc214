;;; Regular expressions and matches as objects.

(define-record-type <regexp>
  (make-regexp sre program group-count names)
  regexp?
  (sre regexp->sre)
  (program regexp-program)
  (group-count regexp-group-count)
  (names regexp-names))

;; The positions are a vector: where the match and each group start and end, #f for groups that took no part.
(define-record-type <regexp-match>
  (make-regexp-match string positions names)
  regexp-match?
  (string match-string)
  (positions match-positions)
  (names match-names))

(define (regexp object)
  (if (regexp? object)
      object
      (let* ((groups (make-groups 0 '()))
             (node (sre->node object plain-context groups)))
        (make-regexp object (node->program node) (groups-count groups) (groups-names groups)))))

(define (valid-sre? object)
  (call-with-current-continuation
   (lambda (return)
     (with-exception-handler
      (lambda (condition) (return #f))
      (lambda ()
        (and (not (regexp? object))
             (regexp object)
             #t))))))

(define (check-string-range string start end caller)
  (guarantee string? string caller)
  (if (not (and (exact-nonnegative-integer? end) (<= end (string-length string))))
      (error:bad-range-argument end caller))
  (if (not (and (exact-nonnegative-integer? start) (<= start end)))
      (error:bad-range-argument start caller)))

;; The start and end that optional arguments stand for; #f for the end is the string's end.
(define (with-range string range caller receiver)
  (guarantee string? string caller)
  (let* ((start (if (pair? range) (car range) 0))
         (given (and (pair? range) (pair? (cdr range)) (cadr range)))
         (end (or given (string-length string))))
    (check-string-range string start end caller)
    (receiver start end)))

(define (run-regexp regexp string start end from search? whole?)
  (let ((positions
         (run (regexp-program regexp) string start end from end search? whole?
              (make-vector (* 2 (+ 1 (regexp-group-count regexp))) #f))))
    (and positions
         (make-regexp-match string positions (regexp-names regexp)))))

(define (regexp-matches re string . range)
  (let ((regexp (regexp re)))
    (with-range string range 'regexp-matches
      (lambda (start end) (run-regexp regexp string start end start #f #t)))))

(define (regexp-matches? re string . range)
  (if (apply regexp-matches re string range) #t #f))

(define (regexp-search re string . range)
  (let ((regexp (regexp re)))
    (with-range string range 'regexp-search
      (lambda (start end) (run-regexp regexp string start end start #t #f)))))

;;; Parts of a match

(define (regexp-match-count match)
  (guarantee regexp-match? match 'regexp-match-count)
  (- (quotient (vector-length (match-positions match)) 2) 1))

;; The index of a group, given by its number or name. Of several groups with the name it is the first that matched.
(define (group-index match field caller)
  (guarantee regexp-match? match caller)
  (cond ((and (exact-nonnegative-integer? field)
              (<= field (regexp-match-count match)))
         field)
        ((symbol? field)
         (let loop ((rest (match-names match)) (unmatched #f))
           (cond ((null? rest) (or unmatched (error:bad-range-argument field caller)))
                 ((not (eq? (car (car rest)) field)) (loop (cdr rest) unmatched))
                 ((vector-ref (match-positions match) (+ 1 (* 2 (cdr (car rest))))) (cdr (car rest)))
                 (else (loop (cdr rest) (or unmatched (cdr (car rest))))))))
        (else (error:bad-range-argument field caller))))

(define (group-start match index) (vector-ref (match-positions match) (* 2 index)))
(define (group-end match index) (vector-ref (match-positions match) (+ 1 (* 2 index))))

(define (group-string match index)
  (let ((end (group-end match index)))
    (and end (substring (match-string match) (group-start match index) end))))

(define (regexp-match-submatch match . field)
  (group-string match (group-index match (if (pair? field) (car field) 0) 'regexp-match-submatch)))

(define (regexp-match-submatch-start match . field)
  (let ((index (group-index match (if (pair? field) (car field) 0) 'regexp-match-submatch-start)))
    (and (group-end match index) (group-start match index))))

(define (regexp-match-submatch-end match . field)
  (group-end match (group-index match (if (pair? field) (car field) 0) 'regexp-match-submatch-end)))

(define (regexp-match->list match)
  (let loop ((index (regexp-match-count match)) (strings '()))
    (if (< index 0)
        strings
        (loop (- index 1) (cons (group-string match index) strings)))))
