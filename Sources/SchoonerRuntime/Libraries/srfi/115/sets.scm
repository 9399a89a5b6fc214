;;; Character sets: what a cset-sre stands for is a predicate of characters.

;; SRFI 14 and the Unicode categories are looked up when a pattern needs them, since most do not.
(define (global name) (environment-lookup system-global-environment name))

(define (char-set? object) ((global 'char-set?) object))
(define (char-set-contains? set char) ((global 'char-set-contains?) set char))
(define (char-general-category char) ((global 'char-general-category) char))

(define (ascii-char? char) (char<? char #\x80))

(define (ascii-fold char)
  (if (char<=? #\A char #\Z) (char-downcase char) char))

;; The predicate for a cset-sre, or #f when it is some other pattern.
(define (cset-predicate sre context)
  (cond ((char? sre) (char-predicate sre context))
        ((string? sre)
         (and (= (string-length sre) 1)
              (char-predicate (string-ref sre 0) context)))
        ((symbol? sre) (named-predicate sre context))
        ((pair? sre) (compound-predicate (car sre) (cdr sre) context))
        ((char-set? sre)
         (in-context (lambda (char) (char-set-contains? sre char)) context))
        (else #f)))

(define (char-predicate member context)
  (cond ((not (context-nocase? context)) (lambda (char) (char=? char member)))
        ((context-ascii? context)
         (let ((folded (ascii-fold member)))
           (lambda (char) (char=? (ascii-fold char) folded))))
        (else
         (let ((folded (char-foldcase member)))
           (lambda (char) (char=? (char-foldcase char) folded))))))

;; Where case does not count, a character is in a set when one of its variants is.
(define (in-context member? context)
  (cond ((not (context-nocase? context)) member?)
        ((context-ascii? context)
         (lambda (char)
           (or (member? char)
               (and (ascii-char? char)
                    (or (member? (char-upcase char)) (member? (char-downcase char)))))))
        (else
         (lambda (char)
           (or (member? char) (member? (char-upcase char)) (member? (char-downcase char)))))))

(define (string-predicate members context)
  (in-context
   (lambda (char)
     (let loop ((index 0))
       (and (< index (string-length members))
            (or (char=? char (string-ref members index))
                (loop (+ index 1))))))
   context))

(define (compound-predicate operator operands context)
  (case operator
    ((char-set)
     (and (pair? operands)
          (null? (cdr operands))
          (string? (car operands))
          (string-predicate (car operands) context)))
    ((/ char-range) (range-predicate operands context))
    ((or |\||) (combined-predicate operands context union))
    ((and &)
     (combined-predicate operands context
                         (lambda (tests) (lambda (char) (all? tests char)))))
    ((- difference)
     (and (pair? operands)
          (combined-predicate operands context
                              (lambda (tests)
                                (let ((first (car tests)) (others (cdr tests)))
                                  (lambda (char) (and (first char) (not (some? others char)))))))))
    ((~ complement)
     (combined-predicate operands context
                         (lambda (tests)
                           (if (context-ascii? context)
                               (lambda (char) (and (ascii-char? char) (not (some? tests char))))
                               (lambda (char) (not (some? tests char)))))))
    ((w/case w/nocase w/ascii w/unicode)
     (combined-predicate operands (context-within operator context) union))
    (else
     (and (string? operator)
          (null? operands)
          (string-predicate operator context)))))

(define (some? tests char)
  (and (pair? tests)
       (or ((car tests) char)
           (some? (cdr tests) char))))

(define (all? tests char)
  (or (null? tests)
      (and ((car tests) char)
           (all? (cdr tests) char))))

(define (union tests)
  (lambda (char) (some? tests char)))

;; What `combine` makes of the predicates of several cset-sres; #f when one of them is none.
(define (combined-predicate operands context combine)
  (and (list? operands)
       (let loop ((rest operands) (tests '()))
         (if (null? rest)
             (combine (reverse tests))
             (let ((test (cset-predicate (car rest) context)))
               (and test (loop (cdr rest) (cons test tests))))))))

;; (/ spec …): strings and characters, whose characters in turn begin and end ranges.
(define (range-predicate specs context)
  (and (list? specs)
       (let ((bounds (range-bounds specs)))
         (and bounds
              (even? (length bounds))
              (in-context
               (lambda (char)
                 (let loop ((rest bounds))
                   (and (pair? rest)
                        (or (char<=? (car rest) char (cadr rest))
                            (loop (cddr rest))))))
               context)))))

(define (range-bounds specs)
  (let loop ((rest specs) (bounds '()))
    (cond ((null? rest) bounds)
          ((char? (car rest)) (loop (cdr rest) (append bounds (list (car rest)))))
          ((string? (car rest)) (loop (cdr rest) (append bounds (string->list (car rest)))))
          (else #f))))

;;; Named sets

(define (category char)
  (symbol->string (char-general-category char)))

(define (category-predicate prefix)
  (let ((length (string-length prefix)))
    (lambda (char)
      (let ((category (category char)))
        (and (>= (string-length category) length)
             (string=? (substring category 0 length) prefix))))))

(define punctuation-category? (category-predicate "punctuation:"))
(define symbol-category? (category-predicate "symbol:"))
(define title-category? (category-predicate "letter:titlecase"))
(define other-category? (category-predicate "other:"))

;; A predicate of the characters of a string, all of them ASCII.
(define (ascii-members members)
  (lambda (char)
    (and (ascii-char? char)
         (let loop ((index 0))
           (and (< index (string-length members))
                (or (char=? char (string-ref members index))
                    (loop (+ index 1))))))))

(define ascii-punctuation? (ascii-members "!\"#%&'()*,-./:;?@[\\]_{}"))
(define ascii-symbol? (ascii-members "$+<=>^`|~"))

(define (within-ascii ascii? predicate)
  (if ascii?
      (lambda (char) (and (ascii-char? char) (predicate char)))
      predicate))

(define (alphanumeric? char) (or (char-alphabetic? char) (char-numeric? char)))

(define (named-predicate name context)
  (let ((ascii? (context-ascii? context))
        (nocase? (context-nocase? context)))
    (case name
      ((any) (if ascii? ascii-char? (lambda (char) #t)))
      ((nonl)
       (within-ascii ascii? (lambda (char) (not (or (char=? char #\newline) (char=? char #\return))))))
      ((ascii) ascii-char?)
      ((lower-case lower)
       (within-ascii ascii? (if nocase? cased? char-lower-case?)))
      ((upper-case upper)
       (within-ascii ascii? (if nocase? cased? char-upper-case?)))
      ((title-case title)
       (if ascii? (lambda (char) #f) (lambda (char) (and (not (ascii-char? char)) (title-category? char)))))
      ((alphabetic alpha letter) (within-ascii ascii? char-alphabetic?))
      ((numeric num digit) (within-ascii ascii? char-numeric?))
      ((alphanumeric alphanum alnum) (within-ascii ascii? alphanumeric?))
      ((punctuation punct) (punctuation-predicate ascii?))
      ((symbol) (symbol-predicate ascii?))
      ((graphic graph) (graphic-predicate ascii?))
      ((whitespace white space) (within-ascii ascii? char-whitespace?))
      ((printing print)
       (let ((graphic? (graphic-predicate ascii?))
             (white? (within-ascii ascii? char-whitespace?)))
         (lambda (char) (or (graphic? char) (white? char)))))
      ((control cntrl)
       (if ascii?
           (lambda (char) (char<? char #\space))
           (lambda (char) (or (char<? char #\space) (char=? char #\delete)
                              (and (not (ascii-char? char)) (other-category? char))))))
      ((hex-digit xdigit)
       (lambda (char)
         (or (char<=? #\0 char #\9) (char<=? #\a char #\f) (char<=? #\A char #\F))))
      (else #f))))

(define (cased? char) (or (char-lower-case? char) (char-upper-case? char)))

(define (punctuation-predicate ascii?)
  (if ascii?
      ascii-punctuation?
      (lambda (char)
        (if (ascii-char? char) (ascii-punctuation? char) (punctuation-category? char)))))

(define (symbol-predicate ascii?)
  (if ascii?
      ascii-symbol?
      (lambda (char)
        (if (ascii-char? char) (ascii-symbol? char) (symbol-category? char)))))

(define (graphic-predicate ascii?)
  (let ((alphanumeric? (within-ascii ascii? alphanumeric?))
        (punctuation? (punctuation-predicate ascii?))
        (symbol? (symbol-predicate ascii?)))
    (lambda (char)
      (or (alphanumeric? char) (punctuation? char) (symbol? char)))))

;;; Writing a SRFI 14 set down: (/ from to from to …)

(define (char-set->sre set)
  (guarantee char-set? set 'char-set->sre)
  (let loop ((code 0) (start #f) (bounds '()))
    (cond ((= code #x110000)
           (cons '/ (reverse (if start (cons (integer->char (- code 1)) bounds) bounds))))
          ((<= #xD800 code #xDFFF)
           (loop #xE000 #f (if start (cons (integer->char #xD7FF) bounds) bounds)))
          ((char-set-contains? set (integer->char code))
           (if start
               (loop (+ code 1) start bounds)
               (loop (+ code 1) code (cons (integer->char code) bounds))))
          (else
           (loop (+ code 1)
                 #f
                 (if start (cons (integer->char (- code 1)) bounds) bounds))))))
