;;; Selecting by rank without sorting everything: quickselect, which sorts when its pivots have been bad too often.

(define (swap! vector i j)
  (let ((element (vector-ref vector i)))
    (vector-set! vector i (vector-ref vector j))
    (vector-set! vector j element)))

;; The median of the first, the middle and the last element of a range.
(define (choose-pivot less? vector start end)
  (let ((a (vector-ref vector start))
        (b (vector-ref vector (quotient (+ start end) 2)))
        (c (vector-ref vector (- end 1))))
    (cond ((less? b a) (cond ((less? c b) b) ((less? c a) c) (else a)))
          ((less? c a) a)
          ((less? c b) c)
          (else b))))

;; Rearranges the range so that the element of an index is the one that sorting would put there, no element before it
;; is greater, and none after it less.
(define (select! less? vector index start end)
  (let loop ((start start) (end end) (tries (* 4 (integer-log2 (- end start)))))
    (cond ((<= (- end start) 1) #t)
          ((= tries 0) (%merge-sort! vector (make-vector end #f) start end less?))
          (else
           (call-with-values
               (lambda () (divide! less? vector (choose-pivot less? vector start end) start end))
             (lambda (equal-start equal-end)
               (cond ((< index equal-start) (loop start equal-start (- tries 1)))
                     ((>= index equal-end) (loop equal-end end (- tries 1))))))))))

(define (integer-log2 count)
  (let loop ((count count) (result 1))
    (if (<= count 1) result (loop (quotient count 2) (+ result 1)))))

;; Less than the pivot, equal, greater: where the middle part begins and ends.
(define (divide! less? vector pivot start end)
  (let loop ((less-end start) (index start) (greater-start end))
    (if (< index greater-start)
        (let ((element (vector-ref vector index)))
          (cond ((less? element pivot)
                 (swap! vector index less-end)
                 (loop (+ less-end 1) (+ index 1) greater-start))
                ((less? pivot element)
                 (swap! vector index (- greater-start 1))
                 (loop less-end index (- greater-start 1)))
                (else (loop less-end (+ index 1) greater-start))))
        (values less-end greater-start))))

;; (define-ranked (name less? vector k start end) limit body …): start and end may be left out; k is at most limit.
(define-syntax define-ranked
  (syntax-rules ()
    ((_ (name less? vector k start end) limit body ...)
     (define name
       (case-lambda
         ((less? vector k)
          (guarantee vector? vector 'name)
          (name less? vector k 0 (vector-length vector)))
         ((less? vector k start)
          (guarantee vector? vector 'name)
          (name less? vector k start (vector-length vector)))
         ((less? vector k start end)
          (guarantee procedure? less? 'name)
          (guarantee vector? vector 'name)
          (check-range start end (vector-length vector) 'name)
          (if (not (and (exact-nonnegative-integer? k) (<= k limit)))
              (error:bad-range-argument k 'name))
          body ...))))))

;; The element that would come k-th, counted from 0, if the range were sorted.
(define-ranked (vector-select! less? vector k start end)
  (- end start 1)
  (select! less? vector (+ start k) start end)
  (vector-ref vector (+ start k)))

;; Puts the k least elements of the range at its front, in any order.
(define-ranked (vector-separate! less? vector k start end)
  (- end start)
  (if (< 0 k (- end start))
      (select! less? vector (+ start k) start end)))

(define (mean a b) (/ (+ a b) 2))

;; The middle element, or the mean of the two in the middle; knil for an empty vector. The vector stays as it is.
(define vector-find-median
  (case-lambda
    ((less? vector knil) (vector-find-median less? vector knil mean))
    ((less? vector knil mean)
     (guarantee procedure? less? 'vector-find-median)
     (guarantee vector? vector 'vector-find-median)
     (guarantee procedure? mean 'vector-find-median)
     (let* ((copy (vector-copy vector))
            (count (vector-length copy))
            (middle (quotient count 2)))
       (cond ((= count 0) knil)
             ((odd? count) (vector-select! less? copy middle))
             (else
              (let ((upper (vector-select! less? copy middle)))
                (mean (vector-select! less? copy (- middle 1) 0 middle) upper))))))))

;; The same; sorts the vector.
(define vector-find-median!
  (case-lambda
    ((less? vector knil) (vector-find-median! less? vector knil mean))
    ((less? vector knil mean)
     (guarantee vector? vector 'vector-find-median!)
     (guarantee procedure? mean 'vector-find-median!)
     (vector-sort! less? vector)
     (let* ((count (vector-length vector))
            (middle (quotient count 2)))
       (cond ((= count 0) knil)
             ((odd? count) (vector-ref vector middle))
             (else (mean (vector-ref vector (- middle 1)) (vector-ref vector middle))))))))
