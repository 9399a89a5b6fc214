;;; Strings and procedures: R7RS 6.7, MIT reference manual 6.

;; The test that a character, a character set or a predicate stands for.
(define (%char-matcher object caller)
  (cond ((procedure? object) object)
        ((char? object) (lambda (char) (char=? char object)))
        ((char-set? object) (lambda (char) (char-set-contains? object char)))
        (else (%wrong-type object caller))))

(define (%string-end string end caller)
  (if (or (default-object? end) (not end))
      (string-length string)
      (begin
        (if (not (exact-nonnegative-integer? end)) (%wrong-type end caller))
        (if (> end (string-length string)) (%bad-range end caller))
        end)))

(define (%string-start start end caller)
  (if (or (default-object? start) (not start))
      0
      (begin
        (if (not (exact-nonnegative-integer? start)) (%wrong-type start caller))
        (if (> start end) (%bad-range start caller))
        start)))

;;; Mapping

(define (%shortest-length strings)
  (let loop ((rest (cdr strings)) (length (string-length (car strings))))
    (if (pair? rest)
        (loop (cdr rest) (min length (string-length (car rest))))
        length)))

(define (%string-refs strings index)
  (map (lambda (string) (string-ref string index)) strings))

;; As in MIT's, a value may be a string, which is spliced in.
(define (%string-of-parts parts)
  (let loop ((rest parts) (make list->string))
    (if (pair? rest)
        (cond ((char? (car rest)) (loop (cdr rest) make))
              ((string? (car rest)) (loop (cdr rest) string*))
              (else (error "Unsupported argument:" (car rest))))
        (make parts))))

(define (string-map procedure string . strings)
  (if (null? strings)
      (let ((end (string-length string)))
        (let loop ((index 0) (parts '()))
          (if (< index end)
              (loop (+ index 1) (cons (procedure (string-ref string index)) parts))
              (%string-of-parts (reverse parts)))))
      (let* ((strings (cons string strings)) (end (%shortest-length strings)))
        (let loop ((index 0) (parts '()))
          (if (< index end)
              (loop (+ index 1) (cons (apply procedure (%string-refs strings index)) parts))
              (%string-of-parts (reverse parts)))))))

(define (string-for-each procedure string . strings)
  (if (null? strings)
      (let ((end (string-length string)))
        (let loop ((index 0))
          (if (< index end)
              (begin
                (procedure (string-ref string index))
                (loop (+ index 1)))
              #t)))
      (let* ((strings (cons string strings)) (end (%shortest-length strings)))
        (let loop ((index 0))
          (if (< index end)
              (begin
                (apply procedure (%string-refs strings index))
                (loop (+ index 1)))
              #t)))))

(define (string-any predicate string . strings)
  (let* ((strings (cons string strings)) (end (%shortest-length strings)))
    (let loop ((index 0))
      (and (< index end)
           (or (apply predicate (%string-refs strings index))
               (loop (+ index 1)))))))

(define (string-every predicate string . strings)
  (let* ((strings (cons string strings)) (end (%shortest-length strings)))
    (let loop ((index 0) (value #t))
      (if (< index end)
          (let ((value (apply predicate (%string-refs strings index))))
            (and value (loop (+ index 1) value)))
          value))))

(define (string-fold procedure initial string #!optional start end)
  (let* ((end (%string-end string end 'string-fold)) (start (%string-start start end 'string-fold)))
    (let loop ((index start) (value initial))
      (if (< index end)
          (loop (+ index 1) (procedure (string-ref string index) value))
          value))))

(define (string-fold-right procedure initial string #!optional start end)
  (let* ((end (%string-end string end 'string-fold-right)) (start (%string-start start end 'string-fold-right)))
    (let loop ((index end) (value initial))
      (if (> index start)
          (loop (- index 1) (procedure (string-ref string (- index 1)) value))
          value))))

;; `(string-count predicate string …)` as 12.1 has it, and `(string-count string matcher start end)` as the manual has.
(define (string-count first second . rest)
  (if (string? first)
      (let* ((matches? (%char-matcher second 'string-count))
             (end (%string-end first (if (and (pair? rest) (pair? (cdr rest))) (cadr rest) #f) 'string-count))
             (start (%string-start (if (pair? rest) (car rest) #f) end 'string-count)))
        (let loop ((index start) (count 0))
          (if (< index end)
              (loop (+ index 1) (if (matches? (string-ref first index)) (+ count 1) count))
              count)))
      (let* ((matches? (%char-matcher first 'string-count))
             (strings (cons second rest))
             (end (%shortest-length strings)))
        (let loop ((index 0) (count 0))
          (if (< index end)
              (loop (+ index 1) (if (apply matches? (%string-refs strings index)) (+ count 1) count))
              count)))))

;;; Searching for characters

(define (string-index string matcher #!optional start end)
  (cond ((char? matcher) (string-find-next-char string matcher start end))
        ((char-set? matcher) (string-find-next-char-in-set string matcher start end))
        (else
         (let* ((matches? (%char-matcher matcher 'string-index))
                (end (%string-end string end 'string-index))
                (start (%string-start start end 'string-index)))
           (let loop ((index start))
             (and (< index end)
                  (if (matches? (string-ref string index))
                      index
                      (loop (+ index 1)))))))))

(define (string-rindex string matcher #!optional start end)
  (cond ((char? matcher) (string-find-previous-char string matcher start end))
        ((char-set? matcher) (string-find-previous-char-in-set string matcher start end))
        (else
         (let* ((matches? (%char-matcher matcher 'string-rindex))
                (end (%string-end string end 'string-rindex))
                (start (%string-start start end 'string-rindex)))
           (let loop ((index (- end 1)))
             (and (>= index start)
                  (if (matches? (string-ref string index))
                      index
                      (loop (- index 1)))))))))

(define (string-find-first-index predicate string . strings)
  (let* ((strings (cons string strings)) (end (%shortest-length strings)))
    (let loop ((index 0))
      (and (< index end)
           (if (apply predicate (%string-refs strings index))
               index
               (loop (+ index 1)))))))

(define (string-find-last-index predicate string . strings)
  (let* ((strings (cons string strings)) (end (%shortest-length strings)))
    (let loop ((index (- end 1)))
      (and (>= index 0)
           (if (apply predicate (%string-refs strings index))
               index
               (loop (- index 1)))))))

(define (string-replace string old new)
  (string-length string)
  (if (not (char? old)) (%wrong-type old 'string-replace))
  (if (not (char? new)) (%wrong-type new 'string-replace))
  (string-map (lambda (char) (if (char=? char old) new char)) string))

;;; Trimming

;; `keep?` is true of the characters at which trimming stops.
(define (%trim string sides keep?)
  (let* ((length (string-length string))
         (start
          (if (odd? sides)
              (let loop ((index 0))
                (if (and (< index length) (not (keep? (string-ref string index))))
                    (loop (+ index 1))
                    index))
              0))
         (end
          (if (>= sides 2)
              (let loop ((index length))
                (if (and (> index start) (not (keep? (string-ref string (- index 1)))))
                    (loop (- index 1))
                    index))
              length)))
    (substring string start end)))

(define (%trim-by string sides keep caller)
  (if (default-object? keep)
      (%string-trim string sides)
      (%trim string sides (%char-matcher keep caller))))

(define (string-trim string #!optional keep) (%trim-by string 3 keep 'string-trim))
(define (string-trim-left string #!optional keep) (%trim-by string 1 keep 'string-trim-left))
(define (string-trim-right string #!optional keep) (%trim-by string 2 keep 'string-trim-right))

;; The value of a keyword in a list of keywords and values.
(define (%keyword-value options keyword default caller)
  (let loop ((rest options))
    (cond ((null? rest) default)
          ((and (pair? rest) (pair? (cdr rest)))
           (if (eq? (car rest) keyword)
               (cadr rest)
               (loop (cddr rest))))
          (else (%wrong-type options caller)))))

(define (string-trimmer . options)
  (let* ((trim? (%char-matcher (%keyword-value options 'to-trim char-whitespace? 'string-trimmer) 'string-trimmer))
         (keep? (lambda (char) (not (trim? char))))
         (sides
          (case (%keyword-value options 'where 'both 'string-trimmer)
            ((both) 3)
            ((leading) 1)
            ((trailing) 2)
            (else (%wrong-type options 'string-trimmer)))))
    (lambda (string) (%trim string sides keep?))))

;; Strings padded or cut to a number of characters.
(define (string-padder . options)
  (let* ((where (%keyword-value options 'where 'leading 'string-padder))
         (clip? (%keyword-value options 'clip? #t 'string-padder))
         (fill (%keyword-value options 'fill-with " " 'string-padder))
         (char
          (cond ((char? fill) fill)
                ((and (string? fill) (= (string-length fill) 1)) (string-ref fill 0))
                (else (%wrong-type fill 'string-padder))))
         (pad
          (case where
            ((leading) string-pad-left)
            ((trailing) string-pad-right)
            (else (%wrong-type where 'string-padder)))))
    (lambda (string count)
      (if (and (not clip?) (index-fixnum? count) (>= (string-length string) count))
          string
          (pad string count char)))))

;;; Joining and splitting

(define (%string-option options keyword caller)
  (let ((value (%keyword-value options keyword "" caller)))
    (if (string? value) value (%wrong-type value caller))))

(define (string-joiner* . options)
  (let ((infix (%string-option options 'infix 'string-joiner*))
        (prefix (%string-option options 'prefix 'string-joiner*))
        (suffix (%string-option options 'suffix 'string-joiner*)))
    (lambda (strings)
      (if (pair? strings)
          (let loop ((rest (cdr strings)) (parts (list suffix (car strings) prefix)))
            (if (pair? rest)
                (loop (cdr rest) (cons* suffix (car rest) prefix infix parts))
                (%string-of-parts (reverse! parts))))
          ""))))

(define (string-joiner . options)
  (let ((joiner (apply string-joiner* options)))
    (lambda strings (joiner strings))))

(define (decorated-string-append prefix infix suffix strings)
  ((string-joiner* 'prefix prefix 'infix infix 'suffix suffix) strings))

;; The parts between delimiters; empty parts are left out when runs count as one delimiter.
(define (%split string start end delimiter? allow-runs?)
  (let loop ((index end) (part-end end) (parts '()))
    (let ((at-delimiter? (and (> index start) (delimiter? (string-ref string (- index 1))))))
      (if (or at-delimiter? (= index start))
          (let ((parts
                 (if (and allow-runs? (= index part-end))
                     parts
                     (cons (substring string index part-end) parts))))
            (if at-delimiter?
                (loop (- index 1) (- index 1) parts)
                parts))
          (loop (- index 1) part-end parts)))))

(define (string-splitter . options)
  (let ((delimiter?
         (%char-matcher (%keyword-value options 'delimiter char-whitespace? 'string-splitter) 'string-splitter))
        (allow-runs? (%keyword-value options 'allow-runs? #t 'string-splitter)))
    (lambda (string #!optional start end)
      (let* ((end (%string-end string end 'string-splitter))
             (start (%string-start start end 'string-splitter)))
        (%split string start end delimiter? allow-runs?)))))

(define (burst-string string delimiter allow-runs?)
  (%split string 0 (string-length string) (%char-matcher delimiter 'burst-string) allow-runs?))

;;; Building

(define (string-builder #!optional options)
  (if (not (or (default-object? options) (not options)))
      (%wrong-type options 'string-builder))
  (let ((parts '()) (count 0))
    (lambda (#!optional object)
      (cond ((or (default-object? object) (eq? object 'result))
             (string* (reverse parts)))
            ((char? object)
             (set! parts (cons object parts))
             (set! count (+ count 1)))
            ((string? object)
             (set! parts (cons (string-copy object) parts))
             (set! count (+ count (string-length object))))
            ((eq? object 'count) count)
            ((eq? object 'reset!)
             (set! parts '())
             (set! count 0))
            (else (error "Unsupported argument:" object))))))
