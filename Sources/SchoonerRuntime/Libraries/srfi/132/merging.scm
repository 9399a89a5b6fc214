;;; Merging sorted sequences, and deleting neighbours that are the same.

;; Of equal elements those of the first list come first.
(define (list-merge less? left right)
  (guarantee procedure? less? 'list-merge)
  (guarantee list? left 'list-merge)
  (guarantee list? right 'list-merge)
  (let loop ((left left) (right right) (result '()))
    (cond ((null? left) (append-reversed result right))
          ((null? right) (append-reversed result left))
          ((less? (car right) (car left)) (loop left (cdr right) (cons (car right) result)))
          (else (loop (cdr left) right (cons (car left) result))))))

(define (append-reversed reversed tail)
  (if (null? reversed)
      tail
      (append-reversed (cdr reversed) (cons (car reversed) tail))))

;; The pairs of both lists, linked anew.
(define (list-merge! less? left right)
  (guarantee procedure? less? 'list-merge!)
  (guarantee list? left 'list-merge!)
  (guarantee list? right 'list-merge!)
  (let ((start (list #f)))
    (let loop ((last start) (left left) (right right))
      (cond ((null? left) (set-cdr! last right))
            ((null? right) (set-cdr! last left))
            ((less? (car right) (car left))
             (set-cdr! last right)
             (loop right left (cdr right)))
            (else
             (set-cdr! last left)
             (loop left (cdr left) right))))
    (cdr start)))

(define vector-merge
  (case-lambda
    ((less? left right)
     (vector-merge less? left right 0))
    ((less? left right start1)
     (guarantee vector? left 'vector-merge)
     (vector-merge less? left right start1 (vector-length left)))
    ((less? left right start1 end1)
     (vector-merge less? left right start1 end1 0))
    ((less? left right start1 end1 start2)
     (guarantee vector? right 'vector-merge)
     (vector-merge less? left right start1 end1 start2 (vector-length right)))
    ((less? left right start1 end1 start2 end2)
     (guarantee vector? left 'vector-merge)
     (guarantee vector? right 'vector-merge)
     (check-range start1 end1 (vector-length left) 'vector-merge)
     (check-range start2 end2 (vector-length right) 'vector-merge)
     (let ((result (make-vector (+ (- end1 start1) (- end2 start2)))))
       (vector-merge! less? result left right 0 start1 end1 start2 end2)
       result))))

;; Merges into a vector from an index on; the parts that are merged must not overlap what is written.
(define vector-merge!
  (case-lambda
    ((less? to left right)
     (vector-merge! less? to left right 0))
    ((less? to left right start)
     (vector-merge! less? to left right start 0))
    ((less? to left right start start1)
     (guarantee vector? left 'vector-merge!)
     (vector-merge! less? to left right start start1 (vector-length left)))
    ((less? to left right start start1 end1)
     (vector-merge! less? to left right start start1 end1 0))
    ((less? to left right start start1 end1 start2)
     (guarantee vector? right 'vector-merge!)
     (vector-merge! less? to left right start start1 end1 start2 (vector-length right)))
    ((less? to left right start start1 end1 start2 end2)
     (guarantee procedure? less? 'vector-merge!)
     (guarantee vector? to 'vector-merge!)
     (guarantee vector? left 'vector-merge!)
     (guarantee vector? right 'vector-merge!)
     (check-range start1 end1 (vector-length left) 'vector-merge!)
     (check-range start2 end2 (vector-length right) 'vector-merge!)
     (guarantee exact-nonnegative-integer? start 'vector-merge!)
     (check-range start (+ start (- end1 start1) (- end2 start2)) (vector-length to) 'vector-merge!)
     (let loop ((index1 start1) (index2 start2) (place start))
       (cond ((= index1 end1) (vector-copy! to place right index2 end2))
             ((= index2 end2) (vector-copy! to place left index1 end1))
             ((less? (vector-ref right index2) (vector-ref left index1))
              (vector-set! to place (vector-ref right index2))
              (loop index1 (+ index2 1) (+ place 1)))
             (else
              (vector-set! to place (vector-ref left index1))
              (loop (+ index1 1) index2 (+ place 1))))))))

;; Of each run of elements that are the same only the first is kept.
(define (list-delete-neighbor-dups same? list)
  (guarantee procedure? same? 'list-delete-neighbor-dups)
  (guarantee list? list 'list-delete-neighbor-dups)
  (if (null? list)
      '()
      (let loop ((rest (cdr list)) (kept (car list)) (result '()))
        (cond ((null? rest) (reverse (cons kept result)))
              ((same? kept (car rest)) (loop (cdr rest) kept result))
              (else (loop (cdr rest) (car rest) (cons kept result)))))))

(define (list-delete-neighbor-dups! same? list)
  (guarantee procedure? same? 'list-delete-neighbor-dups!)
  (guarantee list? list 'list-delete-neighbor-dups!)
  (if (pair? list)
      (let loop ((kept list) (rest (cdr list)))
        (cond ((null? rest) (set-cdr! kept '()))
              ((same? (car kept) (car rest)) (loop kept (cdr rest)))
              (else
               (set-cdr! kept rest)
               (loop rest (cdr rest))))))
  list)

;; Moves what is kept to the front of the range; tells where it ends.
(define-ranged (vector-delete-neighbor-dups! same? vector start end)
  (if (= start end)
      end
      (let loop ((kept start) (index (+ start 1)))
        (cond ((= index end) (+ kept 1))
              ((same? (vector-ref vector kept) (vector-ref vector index)) (loop kept (+ index 1)))
              (else
               (vector-set! vector (+ kept 1) (vector-ref vector index))
               (loop (+ kept 1) (+ index 1)))))))

(define-ranged (vector-delete-neighbor-dups same? vector start end)
  (let* ((copy (vector-copy vector start end))
         (count (vector-delete-neighbor-dups! same? copy)))
    (vector-copy copy 0 count)))
