;; Words counted in a byte buffer of 4 KiB, read 1000 times (4 MB) a byte at a time through a reader
;; procedure and a port kept in a vector: the shape of a program that parses a protocol.
(import (scheme base) (scheme write))

(define size 50)

(define buffer-size 4096)
(define buffer (make-bytevector buffer-size 97))

(define (put-blanks i)
  (if (< i buffer-size)
      (begin
        (bytevector-u8-set! buffer i 32)
        (put-blanks (+ i 7)))))

(put-blanks 3)

;; A port: the buffer, the index of the next byte, the number of refills left.
(define (make-reader refills)
  (vector buffer 0 refills))

(define (read-ch reader)
  (let ((index (vector-ref reader 1)))
    (if (< index buffer-size)
        (begin
          (vector-set! reader 1 (+ index 1))
          (bytevector-u8-ref (vector-ref reader 0) index))
        (refill reader))))

(define (refill reader)
  (let ((refills (vector-ref reader 2)))
    (if (= refills 0)
        -1
        (begin
          (vector-set! reader 2 (- refills 1))
          (vector-set! reader 1 0)
          (read-ch reader)))))

(define (count-words reader)
  (let loop ((in-word? #f) (count 0))
    (let ((byte (read-ch reader)))
      (cond ((< byte 0) (if in-word? (+ count 1) count))
            ((= byte 32) (loop #f (if in-word? (+ count 1) count)))
            (else (loop #t count))))))

(write (count-words (make-reader (- size 1))))
(newline)
