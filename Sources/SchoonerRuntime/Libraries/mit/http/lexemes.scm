;;; A header's value as a list of lexemes, and parsers of such lists: RFC 7230, 3.2.6.

;; A token, a quoted string and a comment are pairs of a symbol for the kind and the text; any other character is
;; itself. #f for a string or comment that does not end.
(define (lexemes text)
  (let ((end (string-length text)))
    (let loop ((index 0) (found '()))
      (if (= index end)
          (reverse! found)
          (let ((char (string-ref text index)))
            (cond ((or (char=? char #\space) (char=? char #\tab)) (loop (+ index 1) found))
                  ((char=? char #\")
                   (delimited text (+ index 1) #f
                     (lambda (inside next) (loop next (cons (cons 'quoted inside) found)))))
                  ((char=? char #\()
                   (delimited text (+ index 1) #t
                     (lambda (inside next) (loop next (cons (cons 'comment inside) found)))))
                  ((char-set-contains? char-set:http-token char)
                   (let ((next (token-end text index)))
                     (loop next (cons (cons 'token (substring text index next)) found))))
                  (else (loop (+ index 1) (cons char found)))))))))

(define (token-end text start)
  (let loop ((index start))
    (if (and (< index (string-length text)) (char-set-contains? char-set:http-token (string-ref text index)))
        (loop (+ index 1))
        index)))

;; A quoted string, or a comment, in which others may nest. A backslash stands before any character.
(define (delimited text start comment? receiver)
  (let ((end (string-length text)))
    (let loop ((index start) (depth 0) (chars '()))
      (and (< index end)
           (let ((char (string-ref text index)))
             (cond ((char=? char #\\)
                    (and (< (+ index 1) end)
                         (loop (+ index 2) depth (cons (string-ref text (+ index 1)) chars))))
                   ((and (= depth 0) (char=? char (if comment? #\) #\")))
                    (receiver (list->string (reverse! chars)) (+ index 1)))
                   ((and comment? (char=? char #\()) (loop (+ index 1) (+ depth 1) (cons char chars)))
                   ((and comment? (char=? char #\))) (loop (+ index 1) (- depth 1) (cons char chars)))
                   (else (loop (+ index 1) depth (cons char chars)))))))))

;;; A parser takes lexemes and gives a pair of a value and the lexemes behind it, or #f.

(define ((lexeme-of kind) items)
  (and (pair? items)
       (pair? (car items))
       (eq? (car (car items)) kind)
       (cons (cdr (car items)) (cdr items))))

(define parse-token (lexeme-of 'token))
(define parse-quoted (lexeme-of 'quoted))
(define parse-comment (lexeme-of 'comment))

(define ((parse-char char) items)
  (and (pair? items)
       (eqv? (car items) char)
       (cons char (cdr items))))

(define ((converted parser convert) items)
  (let ((result (parser items)))
    (and result (cons (convert (car result)) (cdr result)))))

;; Only where the value passes a test.
(define ((checked parser test) items)
  (let ((result (parser items)))
    (and result (test (car result)) result)))

(define ((either . parsers) items)
  (let loop ((parsers parsers))
    (and (pair? parsers)
         (or ((car parsers) items)
             (loop (cdr parsers))))))

(define ((in-order . parsers) items)
  (let loop ((parsers parsers) (items items) (values '()))
    (if (pair? parsers)
        (let ((result ((car parsers) items)))
          (and result (loop (cdr parsers) (cdr result) (cons (car result) values))))
        (cons (reverse! values) items))))

(define ((maybe parser) items)
  (or (parser items) (cons #f items)))

(define ((many parser) items)
  (let loop ((items items) (values '()))
    (let ((result (parser items)))
      (if result
          (loop (cdr result) (cons (car result) values))
          (cons (reverse! values) items)))))

;; Elements with commas between them; empty ones do not count.
(define ((comma-list parser minimum) items)
  (let loop ((items items) (values '()))
    (cond ((and (pair? items) (eqv? (car items) #\,)) (loop (cdr items) values))
          ((null? items) (and (>= (length values) minimum) (cons (reverse! values) '())))
          (else
           (let ((result (parser items)))
             (and result
                  (or (null? (cdr result)) (eqv? (car (cdr result)) #\,))
                  (loop (cdr result) (cons (car result) values))))))))

;; Applies a parser to a whole text: a list of the value, or #f.
(define (parse-whole parser text)
  (let* ((items (lexemes text))
         (result (and items (parser items))))
    (and result (null? (cdr result)) (list (car result)))))
