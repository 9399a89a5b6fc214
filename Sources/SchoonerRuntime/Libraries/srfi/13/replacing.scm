;;;; Repeating, replacing, taking apart, filtering.

;; The string repeats without end in both directions; this is the part from one index to another.
(define (xsubstring s from . optional)
  (if (not (exact-integer? from)) (error:wrong-type-argument from 1 'xsubstring))
  (let-string-start+end (start end) 'xsubstring s (rest-of optional)
    (let* ((length (- end start))
           (to (first-or optional (+ from length))))
      (if (not (exact-integer? to)) (error:wrong-type-argument to 2 'xsubstring))
      (if (not (<= from to)) (error:bad-range-argument to 2 'xsubstring))
      (cond ((= from to) "")
            ((= length 0) (error:bad-range-argument s 0 'xsubstring))
            (else
             (string-tabulate
              (lambda (index)
                (string-ref s (+ start (floor-remainder (+ from index) length))))
              (- to from)))))))

(define (string-xcopy! target target-start s from . optional)
  (let ((part (apply xsubstring s from optional)))
    (check-string target 0 'string-xcopy!)
    (string-copy! target target-start part)))

(define (string-replace s1 s2 start1 end1 . range)
  (check-substring-spec 'string-replace s1 start1 end1)
  (let-string-start+end (start2 end2) 'string-replace s2 range
    (string-append (string-copy s1 0 start1)
                   (string-copy s2 start2 end2)
                   (string-copy s1 end1))))

;; The longest parts of characters that are in the set.
(define (string-tokenize s . optional)
  (let ((holds? (criterion->predicate (first-or optional char-set:graphic) 'string-tokenize)))
    (let-string-start+end (start end) 'string-tokenize s (rest-of optional)
      (let loop ((end end) (tokens '()))
        (let ((last (end-without (lambda (char) (not (holds? char))) s start end)))
          (if (= last start)
              tokens
              (let ((first (end-without holds? s start last)))
                (loop first (cons (string-copy s first last) tokens)))))))))

(define (select proc criterion s range wanted)
  (let ((holds? (criterion->predicate criterion proc)))
    (let-string-start+end (start end) proc s range
      (list->string
       (let loop ((index (- end 1)) (chars '()))
         (if (< index start)
             chars
             (let ((char (string-ref s index)))
               (loop (- index 1)
                     (if (eq? wanted (if (holds? char) #t #f))
                         (cons char chars)
                         chars)))))))))

(define (string-filter criterion s . range)
  (select 'string-filter criterion s range #t))

(define (string-delete criterion s . range)
  (select 'string-delete criterion s range #f))
