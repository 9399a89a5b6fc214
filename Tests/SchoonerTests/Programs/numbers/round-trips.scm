; Numbers of all kinds survive being written and read, from a seeded sequence.
(define state 20260101)
(define (next! bound)
  (set! state (modulo (+ (* state 6364136223846793005) 1442695040888963407) 18446744073709551616))
  (modulo (quotient state 65536) bound))
(define (integer! bits) (let ((n (modulo (* (next! 281474976710656) (next! 281474976710656) (+ 1 (next! 1000000))) (expt 2 bits))))
                          (if (= 0 (next! 2)) n (- n))))
(define (ratio!) (/ (integer! (+ 1 (next! 100))) (+ 1 (abs (integer! (+ 1 (next! 100)))))))
(define (returns? n radix) (eqv? n (string->number (number->string n radix) radix)))
(define (count-returning make radix count)
  (let loop ((i 0) (good 0))
    (if (= i count) good (loop (+ i 1) (if (returns? (make) radix) (+ good 1) good)))))
(for-each
 (lambda (radix)
   (write-line
    (list radix
          (count-returning (lambda () (integer! (+ 1 (next! 110)))) radix 300)
          (count-returning ratio! radix 300)
          (count-returning (lambda () (make-rectangular (ratio!) (ratio!))) radix 300))))
 '(2 8 10 16))
; Flonums that are small multiples of powers of two, in decimal and binary
(write-line
 (list (count-returning (lambda () (exact->inexact (/ (integer! 40) (expt 2 (next! 30))))) 10 500)
       (count-returning (lambda () (make-rectangular (exact->inexact (integer! 20)) (/ (integer! 20) 8.))) 10 200)))
; And through the printer and the reader
(define (through-text n) (read (open-input-string (call-with-output-string (lambda (port) (write n port))))))
(write-line
 (let loop ((i 0) (good 0))
   (if (= i 300)
       good
       (let ((n (case (modulo i 3) ((0) (integer! 100)) ((1) (ratio!)) (else (exact->inexact (ratio!))))))
         (loop (+ i 1) (if (eqv? n (through-text n)) (+ good 1) good))))))
