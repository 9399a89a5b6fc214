;;;; What SRFI 13 does not have, or has in another way.

;;; Unfolding: the mapper gives characters or strings.

(define (->string object proc)
  (cond ((string? object) object)
        ((char? object) (string object))
        (else (error:wrong-type-argument object #f proc))))

(define (nothing seed) "")

;; The pieces, last first, and the seed that stops.
(define (unfold-pieces proc stop? mapper successor seed receiver)
  (let loop ((seed seed) (pieces '()))
    (if (stop? seed)
        (receiver pieces seed)
        (let ((piece (->string (mapper seed) proc)))
          (loop (successor seed) (cons piece pieces))))))

(define string-unfold
  (case-lambda
    ((stop? mapper successor seed) (string-unfold stop? mapper successor seed "" nothing))
    ((stop? mapper successor seed base) (string-unfold stop? mapper successor seed base nothing))
    ((stop? mapper successor seed base make-final)
     (unfold-pieces 'string-unfold stop? mapper successor seed
                    (lambda (pieces seed)
                      (string-concatenate-reverse
                       (cons (->string (make-final seed) 'string-unfold)
                             (append pieces (list (->string base 'string-unfold))))))))))

(define string-unfold-right
  (case-lambda
    ((stop? mapper successor seed) (string-unfold-right stop? mapper successor seed "" nothing))
    ((stop? mapper successor seed base) (string-unfold-right stop? mapper successor seed base nothing))
    ((stop? mapper successor seed base make-final)
     (unfold-pieces 'string-unfold-right stop? mapper successor seed
                    (lambda (pieces seed)
                      (string-concatenate
                       (cons (->string (make-final seed) 'string-unfold-right)
                             (append pieces (list (->string base 'string-unfold-right))))))))))

;;; Searching

;; The start of the last place where s2 is in s1.
(define (string-contains-right s1 s2 . range)
  (let-string-start+end (start1 end1 rest) 'string-contains-right s1 range
    (let-string-start+end (start2 end2) 'string-contains-right s2 rest
      (let ((length (- end2 start2)))
        (let loop ((index (- end1 length)))
          (and (>= index start1)
               (if (= length
                      (string-prefix-length s1 s2 index (+ index length) start2 end2))
                   index
                   (loop (- index 1)))))))))

;;; Splitting by a predicate

(define-syntax define-split
  (syntax-rules ()
    ((_ (name s start end place) look part)
     (define (name s pred . range)
       (let-string-start+end (start end) 'name s range
         (let ((place (look s pred start end)))
           part))))))

(define-split (string-take-while s start end place) string-skip
  (string-copy s start (or place end)))

(define-split (string-drop-while s start end place) string-skip
  (string-copy s (or place end) end))

(define-split (string-take-while-right s start end place) string-skip-right
  (string-copy s (if place (+ place 1) start) end))

(define-split (string-drop-while-right s start end place) string-skip-right
  (string-copy s start (if place (+ place 1) start)))

(define-split (string-span s start end place) string-skip
  (values (string-copy s start (or place end))
          (string-copy s (or place end) end)))

(define-split (string-break s start end place) string-index
  (values (string-copy s start (or place end))
          (string-copy s (or place end) end)))

;;; Replicating and dividing

(define (string-replicate s from to . range)
  (apply xsubstring s from to range))

;; Parts of so many characters; the last may be shorter.
(define (string-segment s size)
  (if (not (string? s)) (error:wrong-type-argument s 0 'string-segment))
  (if (not (exact-integer? size)) (error:wrong-type-argument size 1 'string-segment))
  (if (not (> size 0)) (error:bad-range-argument size 1 'string-segment))
  (let ((end (string-length s)))
    (let loop ((start 0))
      (if (>= start end)
          '()
          (cons (string-copy s start (min end (+ start size)))
                (loop (+ start size)))))))

;; The parts between delimiters, at most limit delimiters counted; an empty delimiter divides into characters.
(define (parts s delimiter limit start end)
  (let ((length (string-length delimiter)))
    (define (next index)
      (if (= length 0)
          (and (< (+ index 1) end) (+ index 1))
          (string-contains s delimiter index end)))
    (let loop ((index start) (limit limit))
      (let ((place (and (not (eqv? limit 0)) (next index))))
        (if place
            (cons (string-copy s index place)
                  (loop (+ place length) (and limit (- limit 1))))
            (list (string-copy s index end)))))))

(define (without-last list)
  (if (null? (cdr list))
      '()
      (cons (car list) (without-last (cdr list)))))

(define (last list)
  (if (null? (cdr list)) (car list) (last (cdr list))))

(define string-split
  (case-lambda
    ((s delimiter) (string-split s delimiter 'infix #f))
    ((s delimiter grammar) (string-split s delimiter grammar #f))
    ((s delimiter grammar limit . range)
     (if (not (string? delimiter)) (error:wrong-type-argument delimiter 1 'string-split))
     (if (not (memq grammar '(infix strict-infix prefix suffix)))
         (error:bad-range-argument grammar 2 'string-split))
     (if (not (or (not limit) (and (exact-integer? limit) (>= limit 0))))
         (error:wrong-type-argument limit 3 'string-split))
     (let-string-start+end (start end) 'string-split s range
       (cond ((< start end)
              (let ((all (parts s delimiter limit start end)))
                (cond ((and (eq? grammar 'prefix) (string-null? (car all))) (cdr all))
                      ((and (eq? grammar 'suffix) (string-null? (last all))) (without-last all))
                      (else all))))
             ((eq? grammar 'strict-infix) (error:bad-range-argument s 0 'string-split))
             (else '()))))))
