;;; Vectors with procedures: R7RS 6.10, MIT reference manual 8.

(define (%shortest-vector vectors)
  (let loop ((rest (cdr vectors)) (count (vector-length (car vectors))))
    (if (pair? rest)
        (loop (cdr rest) (min count (vector-length (car rest))))
        count)))

(define (%vector-refs vectors index)
  (%map-1 (lambda (vector) (vector-ref vector index)) vectors 'vector-ref))

;; The results are gathered in a list first, so that a re-entered continuation leaves earlier vectors alone.
(define (vector-map procedure first . rest)
  (let ((vectors (cons first rest)))
    (let ((count (%shortest-vector vectors)))
      (let loop ((index 0) (result '()))
        (if (< index count)
            (let ((value
                   (cond ((null? rest) (procedure (vector-ref first index)))
                         ((null? (cdr rest))
                          (procedure (vector-ref first index) (vector-ref (car rest) index)))
                         (else (apply procedure (%vector-refs vectors index))))))
              (loop (+ index 1) (cons value result)))
            (list->vector (reverse result)))))))

(define (vector-for-each procedure first . rest)
  (let ((vectors (cons first rest)))
    (let ((count (%shortest-vector vectors)))
      (if (null? rest)
          (let loop ((index 0))
            (if (< index count)
                (begin
                  (procedure (vector-ref first index))
                  (loop (+ index 1)))))
          (let loop ((index 0))
            (if (< index count)
                (begin
                  (apply procedure (%vector-refs vectors index))
                  (loop (+ index 1)))))))))

(define (for-each-vector-element vector procedure)
  (vector-for-each procedure vector))

(define (make-initialized-vector count procedure)
  (let ((vector (make-vector count)))
    (let loop ((index 0))
      (if (< index count)
          (begin
            (vector-set! vector index (procedure index))
            (loop (+ index 1)))
          vector))))

(define (vector-tabulate procedure count)
  (make-initialized-vector count procedure))

(define (vector-index predicate first . rest)
  (let ((vectors (cons first rest)))
    (let ((count (%shortest-vector vectors)))
      (let loop ((index 0))
        (cond ((>= index count) #f)
              ((apply predicate (%vector-refs vectors index)) index)
              (else (loop (+ index 1))))))))

(define (vector-count predicate first . rest)
  (let ((vectors (cons first rest)))
    (let ((count (%shortest-vector vectors)))
      (let loop ((index 0) (total 0))
        (if (< index count)
            (loop (+ index 1)
                  (if (apply predicate (%vector-refs vectors index)) (+ total 1) total))
            total)))))

(define (vector-any predicate first . rest)
  (let ((vectors (cons first rest)))
    (let ((count (%shortest-vector vectors)))
      (let loop ((index 0))
        (and (< index count)
             (or (apply predicate (%vector-refs vectors index))
                 (loop (+ index 1))))))))

(define (vector-every predicate first . rest)
  (let ((vectors (cons first rest)))
    (let ((count (%shortest-vector vectors)))
      (let loop ((index 0) (last #t))
        (if (< index count)
            (let ((value (apply predicate (%vector-refs vectors index))))
              (and value (loop (+ index 1) value)))
            last)))))

(define (vector-find-next-element vector object)
  (let ((count (vector-length vector)))
    (let loop ((index 0))
      (and (< index count)
           (if (eqv? (vector-ref vector index) object)
               index
               (loop (+ index 1)))))))

(define (vector-find-previous-element vector object)
  (let loop ((index (- (vector-length vector) 1)))
    (and (>= index 0)
         (if (eqv? (vector-ref vector index) object)
             index
             (loop (- index 1))))))

;; (compare key element) is negative, zero or positive; the value is the element found, or #f.
(define (vector-binary-search vector key compare)
  (let loop ((start 0) (end (vector-length vector)))
    (and (< start end)
         (let* ((middle (quotient (+ start end) 2))
                (element (vector-ref vector middle))
                (order (compare key element)))
           (cond ((zero? order) element)
                 ((negative? order) (loop start middle))
                 (else (loop (+ middle 1) end)))))))

(define (vector-of-type? object predicate #!optional caller)
  (if (and (vector? object) (vector-every predicate object))
      #t
      (if (or (default-object? caller) (not caller))
          #f
          (%wrong-type object caller))))

(define (vector-move! from to)
  (vector-copy! to 0 from))
