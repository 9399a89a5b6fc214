;;; Streams: MIT reference manual 7.8. A stream is () or a pair whose cdr is a promise of a stream.

(define the-empty-stream '())
(define stream-nil '())

(define (stream-null? stream) (null? stream))
(define (empty-stream? stream) (null? stream))

(define (stream-car stream)
  (if (not (stream-pair? stream)) (%wrong-type stream 'stream-car))
  (car stream))

(define (stream-cdr stream)
  (if (not (stream-pair? stream)) (%wrong-type stream 'stream-cdr))
  (force (cdr stream)))

(define (stream-first stream) (stream-car stream))
(define (stream-rest stream) (stream-cdr stream))

(define (stream . elements) (list->stream elements))

(define (list->stream list)
  (if (pair? list)
      (cons (car list) (delay (list->stream (cdr list))))
      (begin
        (%check-list-end list 'list->stream)
        '())))

(define (%check-stream-end rest caller)
  (if (not (null? rest)) (%wrong-type rest caller)))

(define (stream->list stream #!optional limit)
  (let loop ((stream stream)
             (left (if (default-object? limit) -1 limit))
             (result '()))
    (if (and (stream-pair? stream) (not (= left 0)))
        (loop (force (cdr stream)) (- left 1) (cons (car stream) result))
        (begin
          (if (not (stream-pair? stream)) (%check-stream-end stream 'stream->list))
          (reverse! result)))))

(define (%check-stream-index index caller)
  (if (not (and (exact-integer? index) (>= index 0)))
      (%wrong-type index caller)))

(define (stream-head stream count)
  (%check-stream-index count 'stream-head)
  (let loop ((stream stream) (left count) (result '()))
    (if (= left 0)
        (reverse! result)
        (begin
          (if (not (stream-pair? stream)) (%bad-range left 'stream-head))
          (loop (if (= left 1) '() (force (cdr stream)))
                (- left 1)
                (cons (car stream) result))))))

(define (stream-tail stream count)
  (%check-stream-index count 'stream-tail)
  (let loop ((stream stream) (left count))
    (if (= left 0)
        stream
        (begin
          (if (not (stream-pair? stream)) (%bad-range left 'stream-tail))
          (loop (force (cdr stream)) (- left 1))))))

(define (stream-ref stream index)
  (let ((tail (stream-tail stream index)))
    (if (not (stream-pair? tail)) (%bad-range index 'stream-ref))
    (car tail)))

(define (stream-length stream)
  (let loop ((stream stream) (count 0))
    (if (stream-pair? stream)
        (loop (force (cdr stream)) (+ count 1))
        (begin
          (%check-stream-end stream 'stream-length)
          count))))

(define (stream-last-pair stream)
  (if (not (stream-pair? stream)) (%wrong-type stream 'stream-last-pair))
  (let loop ((stream stream))
    (let ((next (force (cdr stream))))
      (if (stream-pair? next) (loop next) stream))))

(define (stream-last stream) (car (stream-last-pair stream)))

(define (stream-truncate stream count)
  (if (and (> count 0) (stream-pair? stream))
      (cons (car stream) (delay (stream-truncate (force (cdr stream)) (- count 1))))
      '()))

(define (%all-stream-pairs? streams)
  (every stream-pair? streams))

(define (stream-map procedure first . rest)
  (if (not (procedure? procedure)) (%wrong-type procedure 'stream-map))
  (if (null? rest)
      (let loop ((stream first))
        (if (stream-pair? stream)
            (cons (procedure (car stream))
                  (delay (loop (force (cdr stream)))))
            (begin
              (%check-stream-end stream 'stream-map)
              '())))
      (let loop ((streams (cons first rest)))
        (if (%all-stream-pairs? streams)
            (cons (apply procedure (map car streams))
                  (delay (loop (map stream-cdr streams))))
            '()))))

(define (stream-for-each procedure first . rest)
  (if (null? rest)
      (let loop ((stream first))
        (if (stream-pair? stream)
            (begin
              (procedure (car stream))
              (loop (force (cdr stream))))
            (%check-stream-end stream 'stream-for-each)))
      (let loop ((streams (cons first rest)))
        (if (%all-stream-pairs? streams)
            (begin
              (apply procedure (map car streams))
              (loop (map stream-cdr streams)))))))

(define (stream-filter predicate stream)
  (if (stream-pair? stream)
      (if (predicate (car stream))
          (cons (car stream)
                (delay (stream-filter predicate (force (cdr stream)))))
          (stream-filter predicate (force (cdr stream))))
      (begin
        (%check-stream-end stream 'stream-filter)
        '())))

(define (stream-append . streams)
  (let outer ((streams streams))
    (cond ((null? streams) '())
          ((null? (cdr streams)) (car streams))
          (else
           (let inner ((stream (car streams)))
             (if (stream-pair? stream)
                 (cons (car stream) (delay (inner (force (cdr stream)))))
                 (begin
                   (%check-stream-end stream 'stream-append)
                   (outer (cdr streams)))))))))

(define (stream-append-map procedure stream)
  (let outer ((stream stream))
    (if (stream-pair? stream)
        (let inner ((part (procedure (car stream))))
          (if (stream-pair? part)
              (cons (car part) (delay (inner (force (cdr part)))))
              (outer (force (cdr stream)))))
        '())))

(define (stream-accumulate procedure initial stream)
  (let loop ((stream stream) (state initial))
    (if (stream-pair? stream)
        (loop (force (cdr stream)) (procedure (car stream) state))
        state)))

(define (stream-write stream #!optional port)
  (let ((port (if (default-object? port) (current-output-port) port)))
    (write-char #\{ port)
    (let loop ((stream stream) (separator? #f))
      (if (stream-pair? stream)
          (begin
            (if separator? (write-char #\space port))
            (write (car stream) port)
            (loop (force (cdr stream)) #t))))
    (write-char #\} port)))

(define (integers-from start)
  (cons start (delay (integers-from (+ start 1)))))

;; A stream of what a thunk gives, up to the end-of-file object.
(define (generator->stream generate)
  (let ((value (generate)))
    (if (eof-object? value)
        '()
        (cons value (delay (generator->stream generate))))))

(define (make-prime-numbers-stream)
  (define (prime? candidate primes)
    (let loop ((primes primes))
      (let ((prime (car primes)))
        (cond ((> (* prime prime) candidate) #t)
              ((= (remainder candidate prime) 0) #f)
              (else (loop (force (cdr primes))))))))
  (define primes
    (cons 2 (delay (search 3))))
  (define (search candidate)
    (if (prime? candidate primes)
        (cons candidate (delay (search (+ candidate 2))))
        (search (+ candidate 2))))
  primes)

(define prime-numbers-stream (make-prime-numbers-stream))
