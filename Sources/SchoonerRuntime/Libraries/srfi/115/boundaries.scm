;;; Assertions: predicates of a string, a position and the ends of what is searched.

(define (at-string-start? string position start end) (= position start))
(define (at-string-end? string position start end) (= position end))

(define (at-line-start? string position start end)
  (or (= position start)
      (case (string-ref string (- position 1))
        ((#\newline) #t)
        ((#\return) (not (and (< position end) (char=? (string-ref string position) #\newline))))
        (else #f))))

(define (at-line-end? string position start end)
  (or (= position end)
      (case (string-ref string position)
        ((#\return) #t)
        ((#\newline) (not (and (> position start) (char=? (string-ref string (- position 1)) #\return))))
        (else #f))))

;; The three boundaries of words, for the word characters of a context.
(define (word-boundaries context)
  (let ((word? (word-char-predicate context)))
    (define (before? string position start)
      (and (> position start) (word? (string-ref string (- position 1)))))
    (define (after? string position end)
      (and (< position end) (word? (string-ref string position))))
    (values
     (lambda (string position start end)
       (and (not (before? string position start)) (after? string position end)))
     (lambda (string position start end)
       (and (before? string position start) (not (after? string position end))))
     (lambda (string position start end)
       (eq? (before? string position start) (after? string position end))))))

(define (word-char-predicate context)
  (let ((alphanumeric? (within-ascii (context-ascii? context) alphanumeric?)))
    (lambda (char) (or (alphanumeric? char) (char=? char #\_)))))

;;; Grapheme clusters, by the main rules of UAX 29

(define (between? code low high) (and (>= code low) (<= code high)))

;; How a character behaves at the boundaries of clusters.
(define (cluster-class char)
  (let ((code (char->integer char)))
    (cond ((= code 13) 'return)
          ((= code 10) 'newline)
          ((or (< code 32) (between? code 127 159)) 'control)
          ((< code #x300) 'other)
          ((between? code #x1100 #x115F) 'leading)
          ((between? code #x1160 #x11A7) 'vowel)
          ((between? code #x11A8 #x11FF) 'trailing)
          ((between? code #xAC00 #xD7A3)
           (if (= 0 (modulo (- code #xAC00) 28)) 'vowel-syllable 'closed-syllable))
          ((= code #x200D) 'joiner)
          ((between? code #x1F1E6 #x1F1FF) 'regional)
          ((between? code #x1F3FB #x1F3FF) 'extend)
          ((or (between? code #x1F300 #x1FAFF) (between? code #x2600 #x27BF)) 'pictograph)
          (else
           (case (char-general-category char)
             ((mark:nonspacing mark:enclosing mark:spacing-combining) 'extend)
             ((other:control separator:line separator:paragraph) 'control)
             (else 'other))))))

;; Whether no cluster goes on across a position inside the string.
(define (cluster-break? string position start)
  (let ((before (cluster-class (string-ref string (- position 1))))
        (after (cluster-class (string-ref string position))))
    (cond ((and (eq? before 'return) (eq? after 'newline)) #f)
          ((or (memq before '(return newline control)) (memq after '(return newline control))) #t)
          ((memq after '(extend joiner)) #f)
          (else
           (case before
             ((leading) (not (memq after '(leading vowel vowel-syllable closed-syllable))))
             ((vowel vowel-syllable) (not (memq after '(vowel trailing))))
             ((trailing closed-syllable) (not (eq? after 'trailing)))
             ((joiner) (not (eq? after 'pictograph)))
             ((regional)
              (not (and (eq? after 'regional)
                        (odd? (regional-indicators-before string position start)))))
             (else #t))))))

(define (regional-indicators-before string position start)
  (let loop ((index (- position 1)) (count 0))
    (if (and (>= index start)
             (eq? (cluster-class (string-ref string index)) 'regional))
        (loop (- index 1) (+ count 1))
        count)))

(define (at-cluster-start? string position start end)
  (and (< position end)
       (or (= position start) (cluster-break? string position start))))

(define (at-cluster-end? string position start end)
  (and (> position start)
       (or (= position end) (cluster-break? string position start))))

(define (inside-cluster? string position start end)
  (and (> position start)
       (< position end)
       (not (cluster-break? string position start))))

(define (anywhere? string position start end) #t)
