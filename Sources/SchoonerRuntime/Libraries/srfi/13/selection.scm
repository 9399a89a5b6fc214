;;;; Predicates of whole strings, making strings, taking parts of them.

(define (string-null? s)
  (check-string s 0 'string-null?)
  (= (string-length s) 0))

;; The last character's answer is the answer, as a tail call.
(define (string-every criterion s . range)
  (let ((holds? (criterion->predicate criterion 'string-every)))
    (let-string-start+end (start end) 'string-every s range
      (or (= start end)
          (let loop ((index start))
            (if (= (+ index 1) end)
                (holds? (string-ref s index))
                (and (holds? (string-ref s index))
                     (loop (+ index 1)))))))))

(define (string-any criterion s . range)
  (let ((holds? (criterion->predicate criterion 'string-any)))
    (let-string-start+end (start end) 'string-any s range
      (and (< start end)
           (let loop ((index start))
             (if (= (+ index 1) end)
                 (holds? (string-ref s index))
                 (or (holds? (string-ref s index))
                     (loop (+ index 1)))))))))

(define (string-tabulate proc length)
  (let ((result (make-string length)))
    (do ((index 0 (+ index 1)))
        ((= index length) result)
      (string-set! result index (proc index)))))

(define (reverse-list->string chars)
  (list->string (reverse chars)))

(define substring/shared
  (case-lambda
    ((s start) (substring/shared s start (string-length s)))
    ((s start end)
     (if (and (eqv? start 0) (eqv? end (string-length s)))
         s
         (string-copy s start end)))))

(define (check-count count s proc)
  (check-string s 0 proc)
  (if (not (exact-integer? count)) (error:wrong-type-argument count 1 proc))
  (if (not (<= 0 count (string-length s))) (error:bad-range-argument count 1 proc)))

(define (string-take s count)
  (check-count count s 'string-take)
  (string-copy s 0 count))

(define (string-drop s count)
  (check-count count s 'string-drop)
  (string-copy s count))

(define (string-take-right s count)
  (check-count count s 'string-take-right)
  (string-copy s (- (string-length s) count)))

(define (string-drop-right s count)
  (check-count count s 'string-drop-right)
  (string-copy s 0 (- (string-length s) count)))

(define (check-length length proc)
  (if (not (exact-integer? length)) (error:wrong-type-argument length 1 proc))
  (if (< length 0) (error:bad-range-argument length 1 proc)))

;; The right end of the string, filled up on the left.
(define (string-pad s length . optional)
  (check-length length 'string-pad)
  (let ((char (first-or optional #\space)))
    (let-string-start+end (start end) 'string-pad s (rest-of optional)
      (if (<= length (- end start))
          (string-copy s (- end length) end)
          (let ((result (make-string length char)))
            (string-copy! result (- length (- end start)) s start end)
            result)))))

(define (string-pad-right s length . optional)
  (check-length length 'string-pad-right)
  (let ((char (first-or optional #\space)))
    (let-string-start+end (start end) 'string-pad-right s (rest-of optional)
      (if (<= length (- end start))
          (string-copy s start (+ start length))
          (let ((result (make-string length char)))
            (string-copy! result 0 s start end)
            result)))))

(define (first-without holds? s start end)
  (let loop ((index start))
    (if (and (< index end) (holds? (string-ref s index)))
        (loop (+ index 1))
        index)))

;; One behind the last.
(define (end-without holds? s start end)
  (let loop ((index end))
    (if (and (> index start) (holds? (string-ref s (- index 1))))
        (loop (- index 1))
        index)))

(define-syntax define-trim
  (syntax-rules ()
    ((_ (name holds? s start end) part)
     (define (name s . optional)
       (let ((holds? (criterion->predicate (first-or optional char-whitespace?) 'name)))
         (let-string-start+end (start end) 'name s (rest-of optional)
           part))))))

(define-trim (string-trim holds? s start end)
  (string-copy s (first-without holds? s start end) end))

(define-trim (string-trim-right holds? s start end)
  (string-copy s start (end-without holds? s start end)))

(define-trim (string-trim-both holds? s start end)
  (let ((first (first-without holds? s start end)))
    (string-copy s first (end-without holds? s first end))))
