;;; Streams from other things, and from streams.

(define (check-streams streams caller)
  (for-each (lambda (stream) (guarantee stream? stream caller)) streams))

(define (list->stream list)
  (guarantee list? list 'list->stream)
  (stream-let loop ((rest list))
    (if (null? rest)
        stream-null
        (stream-cons (car rest) (loop (cdr rest))))))

;; The characters of a port.
(define port->stream
  (case-lambda
    (() (port->stream (current-input-port)))
    ((port)
     (guarantee input-port? port 'port->stream)
     (stream-let loop ()
       (let ((char (read-char port)))
         (if (eof-object? char)
             stream-null
             (stream-cons char (loop))))))))

(define (stream-append . streams)
  (check-streams streams 'stream-append)
  (if (null? streams)
      stream-null
      (stream-let loop ((stream (car streams)) (rest (cdr streams)))
        (cond ((null? rest) stream)
              ((stream-null? stream) (loop (car rest) (cdr rest)))
              (else (stream-cons (stream-car stream) (loop (stream-cdr stream) rest)))))))

;; The elements of a stream's streams, one stream after the other.
(define (stream-concat streams)
  (guarantee stream? streams 'stream-concat)
  (stream-let outer ((streams streams))
    (if (stream-null? streams)
        stream-null
        (let ((first (stream-car streams)))
          (guarantee stream? first 'stream-concat)
          (stream-let inner ((stream first))
            (if (stream-null? stream)
                (outer (stream-cdr streams))
                (stream-cons (stream-car stream) (inner (stream-cdr stream)))))))))

;; The objects again and again.
(define (stream-constant . objects)
  (if (null? objects)
      stream-null
      (stream-let loop ((rest objects))
        (if (null? rest)
            (loop objects)
            (stream-cons (car rest) (loop (cdr rest)))))))

(define stream-from
  (case-lambda
    ((first) (stream-from first 1))
    ((first step)
     (guarantee number? first 'stream-from)
     (guarantee number? step 'stream-from)
     (stream-let loop ((next first))
       (stream-cons next (loop (+ next step)))))))

(define (stream-iterate procedure seed)
  (guarantee procedure? procedure 'stream-iterate)
  (stream-let loop ((next seed))
    (stream-cons next (loop (procedure next)))))

;; From first up, or down, to what is before past.
(define stream-range
  (case-lambda
    ((first past)
     (guarantee real? first 'stream-range)
     (guarantee real? past 'stream-range)
     (stream-range first past (if (< first past) 1 -1)))
    ((first past step)
     (guarantee real? first 'stream-range)
     (guarantee real? past 'stream-range)
     (guarantee real? step 'stream-range)
     (let ((before? (if (< step 0) > <)))
       (stream-let loop ((next first))
         (if (before? next past)
             (stream-cons next (loop (+ next step)))
             stream-null))))))

(define (stream-unfold mapper predicate generator seed)
  (guarantee procedure? mapper 'stream-unfold)
  (guarantee procedure? predicate 'stream-unfold)
  (guarantee procedure? generator 'stream-unfold)
  (stream-let loop ((seed seed))
    (if (predicate seed)
        (stream-cons (mapper seed) (loop (generator seed)))
        stream-null)))

;; The procedure gives the next seed and a result for each of several streams: (value) is an element, #f none this
;; time, () the end. The values are the streams.
(define (stream-unfolds procedure seed)
  (guarantee procedure? procedure 'stream-unfolds)
  (let ((steps
         (stream-let loop ((seed seed))
           (call-with-values
               (lambda () (procedure seed))
             (lambda (next . results)
               (stream-cons results (loop next)))))))
    (define (select index)
      (stream-let loop ((steps steps))
        (let ((result (list-ref (stream-car steps) index)))
          (cond ((pair? result) (stream-cons (car result) (loop (stream-cdr steps))))
                ((null? result) stream-null)
                (else (loop (stream-cdr steps)))))))
    (let each ((index (- (length (stream-car steps)) 1)) (streams '()))
      (if (>= index 0)
          (each (- index 1) (cons (select index) streams))
          (apply values streams)))))

(define (stream-zip stream . more)
  (apply stream-map list stream more))

(define (any-null? streams)
  (and (pair? streams)
       (or (stream-null? (car streams))
           (any-null? (cdr streams)))))

(define (stream-map procedure stream . more)
  (guarantee procedure? procedure 'stream-map)
  (check-streams (cons stream more) 'stream-map)
  (stream-let loop ((streams (cons stream more)))
    (if (any-null? streams)
        stream-null
        (stream-cons (apply procedure (map stream-car streams))
                     (loop (map stream-cdr streams))))))

(define (stream-filter predicate stream)
  (guarantee procedure? predicate 'stream-filter)
  (guarantee stream? stream 'stream-filter)
  (stream-let loop ((stream stream))
    (cond ((stream-null? stream) stream-null)
          ((predicate (stream-car stream))
           (stream-cons (stream-car stream) (loop (stream-cdr stream))))
          (else (loop (stream-cdr stream))))))

;; The base, then each state of a fold.
(define (stream-scan procedure base stream)
  (guarantee procedure? procedure 'stream-scan)
  (guarantee stream? stream 'stream-scan)
  (stream-let loop ((state base) (stream stream))
    (if (stream-null? stream)
        (stream-cons state stream-null)
        (stream-cons state (loop (procedure state (stream-car stream)) (stream-cdr stream))))))

(define (stream-reverse stream)
  (guarantee stream? stream 'stream-reverse)
  (stream-let loop ((stream stream) (result stream-null))
    (if (stream-null? stream)
        result
        (loop (stream-cdr stream)
              (stream-cons (stream-car stream) result)))))

(define (stream-take count stream)
  (guarantee exact-nonnegative-integer? count 'stream-take)
  (guarantee stream? stream 'stream-take)
  (stream-let loop ((left count) (stream stream))
    (if (or (= left 0) (stream-null? stream))
        stream-null
        (stream-cons (stream-car stream) (loop (- left 1) (stream-cdr stream))))))

(define (stream-take-while predicate stream)
  (guarantee procedure? predicate 'stream-take-while)
  (guarantee stream? stream 'stream-take-while)
  (stream-let loop ((stream stream))
    (if (and (stream-pair? stream) (predicate (stream-car stream)))
        (stream-cons (stream-car stream) (loop (stream-cdr stream)))
        stream-null)))

(define (stream-drop count stream)
  (guarantee exact-nonnegative-integer? count 'stream-drop)
  (guarantee stream? stream 'stream-drop)
  (stream-let loop ((left count) (stream stream))
    (if (or (= left 0) (stream-null? stream))
        stream
        (loop (- left 1) (stream-cdr stream)))))

(define (stream-drop-while predicate stream)
  (guarantee procedure? predicate 'stream-drop-while)
  (guarantee stream? stream 'stream-drop-while)
  (stream-let loop ((stream stream))
    (if (and (stream-pair? stream) (predicate (stream-car stream)))
        (loop (stream-cdr stream))
        stream)))
