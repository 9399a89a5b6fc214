;;; Hash functions. All of them give exact integers from 0 up to, but not including, the bound.

(define bound 33554432)

(define (hash-bound) bound)
(define (hash-salt) 16064047)

(define (bounded hash) (modulo hash bound))

;; The hash of a sequence from the hash of what came before and that of the next element.
(define (mix hash next)
  (bounded (+ (* 31 hash) next)))

(define (boolean-hash object)
  (guarantee boolean? object 'boolean-hash)
  (if object 32843 20011))

(define (char-hash char)
  (guarantee char? char 'char-hash)
  (bounded (* 257 (+ 1 (char->integer char)))))

(define (char-ci-hash char)
  (guarantee char? char 'char-ci-hash)
  (char-hash (char-foldcase char)))

;; Numbers that are = have the same hash, whether exact or not.
(define (number-hash number)
  (guarantee number? number 'number-hash)
  (cond ((not (real? number))
         (mix (number-hash (real-part number)) (number-hash (imag-part number))))
        ((exact? number) (bounded (eqv-hash number)))
        ((nan? number) 7)
        ((infinite? number) (if (< number 0) 11 13))
        (else (bounded (eqv-hash (exact number))))))
