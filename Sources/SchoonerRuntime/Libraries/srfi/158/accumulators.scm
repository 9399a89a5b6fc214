;;; Accumulators.

;; Each value changes the state by kons; the end-of-file object is answered with what finish makes of it.
(define (make-accumulator kons knil finish)
  (guarantee procedure? kons 'make-accumulator)
  (guarantee procedure? finish 'make-accumulator)
  (let ((state knil))
    (lambda (value)
      (if (eof-object? value)
          (finish state)
          (set! state (kons value state))))))

(define (identity value) value)

(define (count-accumulator)
  (make-accumulator (lambda (value total) (+ total 1)) 0 identity))

(define (list-accumulator) (make-accumulator cons '() reverse))
(define (reverse-list-accumulator) (make-accumulator cons '() identity))

(define (vector-accumulator)
  (make-accumulator cons '() (lambda (items) (list->vector (reverse items)))))

(define (reverse-vector-accumulator) (make-accumulator cons '() list->vector))

(define (string-accumulator)
  (make-accumulator (lambda (char chars)
                      (guarantee char? char 'string-accumulator)
                      (cons char chars))
                    '()
                    (lambda (chars) (list->string (reverse chars)))))

(define (byte? object)
  (and (exact-nonnegative-integer? object) (< object 256)))

(define (bytevector-accumulator)
  (make-accumulator (lambda (byte bytes)
                      (guarantee byte? byte 'bytevector-accumulator)
                      (cons byte bytes))
                    '()
                    (lambda (bytes) (apply bytevector (reverse bytes)))))

(define (sum-accumulator) (make-accumulator + 0 identity))
(define (product-accumulator) (make-accumulator * 1 identity))

;; These store the values from an index on; a value for which there is no room is an error.

(define (vector-accumulator! vector at)
  (guarantee vector? vector 'vector-accumulator!)
  (check-range at (vector-length vector) (vector-length vector) 'vector-accumulator!)
  (lambda (value)
    (cond ((eof-object? value) vector)
          ((< at (vector-length vector))
           (vector-set! vector at value)
           (set! at (+ at 1)))
          (else (error:bad-range-argument at 'vector-accumulator!)))))

(define (bytevector-accumulator! bytevector at)
  (guarantee bytevector? bytevector 'bytevector-accumulator!)
  (check-range at (bytevector-length bytevector) (bytevector-length bytevector) 'bytevector-accumulator!)
  (lambda (value)
    (cond ((eof-object? value) bytevector)
          ((< at (bytevector-length bytevector))
           (guarantee byte? value 'bytevector-accumulator!)
           (bytevector-u8-set! bytevector at value)
           (set! at (+ at 1)))
          (else (error:bad-range-argument at 'bytevector-accumulator!)))))
