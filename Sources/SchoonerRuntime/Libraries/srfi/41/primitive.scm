;;; The type: a stream is a promise of either the empty stream's content or a stream-cell.
;;; `delay-force` makes chains of streams that stand for each other run in constant space.

(define-record-type <stream>
  (make-stream promise)
  stream?
  (promise stream-promise))

;; What a stream that is not empty turns out to be: a promise of its first element, and the stream of the others.
(define-record-type <stream-cell>
  (make-stream-cell head tail)
  stream-cell?
  (head stream-cell-head)
  (tail stream-cell-tail))

(define (content stream) (force (stream-promise stream)))

(define (checked-promise object)
  (if (not (stream? object))
      (error "A stream's expression gave something else than a stream:" object))
  (stream-promise object))

;; A stream that is what the expression, evaluated when it is asked for, gives.
(define-syntax stream-lazy
  (syntax-rules ()
    ((_ expression)
     (make-stream (delay-force (checked-promise expression))))))

(define stream-null (make-stream (make-promise '())))

(define-syntax stream-cons
  (syntax-rules ()
    ((_ head tail)
     (make-stream (make-promise (make-stream-cell (delay head) (stream-lazy tail)))))))

(define (stream-null? object)
  (and (stream? object)
       (null? (content object))))

(define (stream-pair? object)
  (and (stream? object)
       (stream-cell? (content object))))

(define (cell stream caller)
  (guarantee stream? stream caller)
  (let ((content (content stream)))
    (if (null? content) (error:bad-range-argument stream caller))
    content))

(define (stream-car stream)
  (force (stream-cell-head (cell stream 'stream-car))))

(define (stream-cdr stream)
  (stream-cell-tail (cell stream 'stream-cdr)))

;; A procedure that gives a stream; its body runs when the stream is asked for.
(define-syntax stream-lambda
  (syntax-rules ()
    ((_ formals body0 body1 ...)
     (lambda formals (stream-lazy (let () body0 body1 ...))))))
