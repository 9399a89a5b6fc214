;;;; Prefixes and suffixes; looking for characters and for strings.

(define (common-prefix proc s1 s2 key args receiver)
  (let-two-ranges (start1 end1 start2 end2) proc s1 s2 args
    (let loop ((i start1) (j start2))
      (if (and (< i end1)
               (< j end2)
               (char=? (key (string-ref s1 i)) (key (string-ref s2 j))))
          (loop (+ i 1) (+ j 1))
          (receiver (- i start1) (- end1 start1))))))

(define (common-suffix proc s1 s2 key args receiver)
  (let-two-ranges (start1 end1 start2 end2) proc s1 s2 args
    (let loop ((i end1) (j end2))
      (if (and (> i start1)
               (> j start2)
               (char=? (key (string-ref s1 (- i 1))) (key (string-ref s2 (- j 1)))))
          (loop (- i 1) (- j 1))
          (receiver (- end1 i) (- end1 start1))))))

(define (length-of-it length whole) length)

(define-syntax define-affix
  (syntax-rules ()
    ((_ name common key receiver)
     (define (name s1 s2 . range)
       (common 'name s1 s2 key range receiver)))))

(define-affix string-prefix-length common-prefix plain length-of-it)
(define-affix string-suffix-length common-suffix plain length-of-it)
(define-affix string-prefix-length-ci common-prefix fold length-of-it)
(define-affix string-suffix-length-ci common-suffix fold length-of-it)
(define-affix string-prefix? common-prefix plain =)
(define-affix string-suffix? common-suffix plain =)
(define-affix string-prefix-ci? common-prefix fold =)
(define-affix string-suffix-ci? common-suffix fold =)

;;; Characters

(define (index-from-left proc s criterion range wanted)
  (let ((holds? (criterion->predicate criterion proc)))
    (let-string-start+end (start end) proc s range
      (let loop ((index start))
        (and (< index end)
             (if (eq? wanted (if (holds? (string-ref s index)) #t #f))
                 index
                 (loop (+ index 1))))))))

(define (index-from-right proc s criterion range wanted)
  (let ((holds? (criterion->predicate criterion proc)))
    (let-string-start+end (start end) proc s range
      (let loop ((index (- end 1)))
        (and (>= index start)
             (if (eq? wanted (if (holds? (string-ref s index)) #t #f))
                 index
                 (loop (- index 1))))))))

(define (string-index s criterion . range)
  (index-from-left 'string-index s criterion range #t))

(define (string-index-right s criterion . range)
  (index-from-right 'string-index-right s criterion range #t))

(define (string-skip s criterion . range)
  (index-from-left 'string-skip s criterion range #f))

(define (string-skip-right s criterion . range)
  (index-from-right 'string-skip-right s criterion range #f))

(define (string-count s criterion . range)
  (let ((holds? (criterion->predicate criterion 'string-count)))
    (let-string-start+end (start end) 'string-count s range
      (let loop ((index start) (count 0))
        (if (= index end)
            count
            (loop (+ index 1) (if (holds? (string-ref s index)) (+ count 1) count)))))))

;;; Strings

(define (contains proc s1 s2 key args)
  (let-two-ranges (start1 end1 start2 end2) proc s1 s2 args
    (let* ((same? (lambda (a b) (char=? (key a) (key b))))
           (restarts (make-kmp-restart-vector s2 same? start2 end2))
           (length (- end2 start2)))
      (let loop ((index start1) (matched 0))
        (cond ((= matched length) (- index length))
              ((= index end1) #f)
              (else
               (loop (+ index 1)
                     (kmp-step s2 restarts (string-ref s1 index) matched same? start2))))))))

(define (string-contains s1 s2 . range)
  (contains 'string-contains s1 s2 plain range))

(define (string-contains-ci s1 s2 . range)
  (contains 'string-contains-ci s1 s2 fold range))
