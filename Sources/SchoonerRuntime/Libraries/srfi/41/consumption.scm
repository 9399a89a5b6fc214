;;; What takes the elements of a stream.

;; (stream->list [count] stream)
(define stream->list
  (case-lambda
    ((stream)
     (guarantee stream? stream 'stream->list)
     (let loop ((stream stream) (result '()))
       (if (stream-null? stream)
           (reverse result)
           (loop (stream-cdr stream) (cons (stream-car stream) result)))))
    ((count stream)
     (guarantee exact-nonnegative-integer? count 'stream->list)
     (guarantee stream? stream 'stream->list)
     (let loop ((left count) (stream stream) (result '()))
       (if (or (= left 0) (stream-null? stream))
           (reverse result)
           (loop (- left 1) (stream-cdr stream) (cons (stream-car stream) result)))))))

(define (stream-fold procedure base stream)
  (guarantee procedure? procedure 'stream-fold)
  (guarantee stream? stream 'stream-fold)
  (let loop ((state base) (stream stream))
    (if (stream-null? stream)
        state
        (loop (procedure state (stream-car stream)) (stream-cdr stream)))))

(define (stream-for-each procedure stream . more)
  (guarantee procedure? procedure 'stream-for-each)
  (check-streams (cons stream more) 'stream-for-each)
  (let loop ((streams (cons stream more)))
    (if (not (any-null? streams))
        (begin
          (apply procedure (map stream-car streams))
          (loop (map stream-cdr streams))))))

(define (stream-length stream)
  (guarantee stream? stream 'stream-length)
  (let loop ((stream stream) (length 0))
    (if (stream-null? stream)
        length
        (loop (stream-cdr stream) (+ length 1)))))

(define (stream-ref stream index)
  (guarantee stream? stream 'stream-ref)
  (guarantee exact-nonnegative-integer? index 'stream-ref)
  (let loop ((stream stream) (left index))
    (cond ((stream-null? stream) (error:bad-range-argument index 'stream-ref))
          ((= left 0) (stream-car stream))
          (else (loop (stream-cdr stream) (- left 1))))))
