;;;; Cursors, and what gives them.

(define (string-cursor? object)
  (and (exact-integer? object) (>= object 0)))

(define (check s cursor proc)
  (if (not (string? s)) (error:wrong-type-argument s 0 proc))
  (if (not (exact-integer? cursor)) (error:wrong-type-argument cursor 1 proc))
  (if (not (<= 0 cursor (string-length s))) (error:bad-range-argument cursor 1 proc)))

(define (string-cursor-start s)
  (check s 0 'string-cursor-start)
  0)

(define (string-cursor-end s)
  (check s 0 'string-cursor-end)
  (string-length s))

(define (string-cursor-next s cursor)
  (string-cursor-forward s cursor 1))

(define (string-cursor-prev s cursor)
  (string-cursor-back s cursor 1))

(define (string-cursor-forward s cursor count)
  (check s cursor 'string-cursor-forward)
  (check s (+ cursor count) 'string-cursor-forward)
  (+ cursor count))

(define (string-cursor-back s cursor count)
  (check s cursor 'string-cursor-back)
  (check s (- cursor count) 'string-cursor-back)
  (- cursor count))

(define (string-cursor=? a b) (= a b))
(define (string-cursor<? a b) (< a b))
(define (string-cursor>? a b) (> a b))
(define (string-cursor<=? a b) (<= a b))
(define (string-cursor>=? a b) (>= a b))

(define (string-cursor-diff s start end)
  (check s start 'string-cursor-diff)
  (check s end 'string-cursor-diff)
  (- end start))

(define (string-cursor->index s cursor)
  (check s cursor 'string-cursor->index)
  cursor)

(define (string-index->cursor s index)
  (check s index 'string-index->cursor)
  index)

(define (string->list/cursors s start end) (string->list s start end))
(define (string->vector/cursors s start end) (string->vector s start end))
(define (string-ref/cursor s cursor) (string-ref s cursor))
(define (substring/cursors s start end) (substring s start end))
(define (string-copy/cursors s . range) (apply string-copy s range))
(define (string-for-each-cursor proc s . range) (apply string-for-each-index proc s range))

;; From the left, the cursor of the character, or the end; from the right, the cursor behind it, or the start.

(define-syntax define-search
  (syntax-rules ()
    ((_ (name start end place) look found)
     (define (name s pred . range)
       (let-string-start+end (start end) 'name s range
         (let ((place (look s pred start end)))
           found))))))

(define-search (string-index start end place) find-index (or place end))
(define-search (string-skip start end place) find-skip (or place end))
(define-search (string-index-right start end place) find-index-right (if place (+ place 1) start))
(define-search (string-skip-right start end place) find-skip-right (if place (+ place 1) start))
