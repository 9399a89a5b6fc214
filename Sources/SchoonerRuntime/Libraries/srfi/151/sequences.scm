;;;; Bits as lists, vectors and generators, least significant first.

(define (bits->list i . optional)
  (check-integer i 0 'bits->list)
  (let ((length (if (pair? optional) (car optional) (integer-length i))))
    (check-index length 1 'bits->list)
    (let loop ((index (- length 1)) (result '()))
      (if (< index 0)
          result
          (loop (- index 1) (cons (bit-set? index i) result))))))

(define (bits->vector i . optional)
  (list->vector (apply bits->list i optional)))

(define (list->bits list)
  (if (not (list? list))
      (error:wrong-type-argument list 0 'list->bits))
  (let loop ((rest (reverse list)) (result 0))
    (if (null? rest)
        result
        (loop (cdr rest)
              (bitwise-ior (arithmetic-shift result 1) (if (car rest) 1 0))))))

(define (vector->bits vector)
  (list->bits (vector->list vector)))

(define (bits . booleans)
  (list->bits booleans))

;; (proc bit accumulator), from the least significant bit to the last that integer-length counts.
(define (bitwise-fold proc seed i)
  (check-integer i 2 'bitwise-fold)
  (let ((length (integer-length i)))
    (let loop ((index 0) (accumulator seed))
      (if (= index length)
          accumulator
          (loop (+ index 1) (proc (bit-set? index i) accumulator))))))

(define (bitwise-for-each proc i)
  (check-integer i 1 'bitwise-for-each)
  (let ((length (integer-length i)))
    (let loop ((index 0))
      (if (< index length)
          (begin
            (proc (bit-set? index i))
            (loop (+ index 1)))))))

(define (bitwise-unfold stop? mapper successor seed)
  (let loop ((state seed) (bits '()))
    (if (stop? state)
        (list->bits (reverse bits))
        (let ((bit (mapper state)))
          (loop (successor state) (cons bit bits))))))

;; A generator of all bits without end.
(define (make-bitwise-generator i)
  (check-integer i 0 'make-bitwise-generator)
  (lambda ()
    (let ((bit (odd? i)))
      (set! i (arithmetic-shift i -1))
      bit)))
