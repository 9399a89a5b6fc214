;; R7RS 6.9: bytevectors
(import (scheme base) (scheme write))
(include "checking.scm")

;; Bytevector constants are self-evaluating.
(check #u8(0 10 5) => (bytevector 0 10 5))
(check '#u8(0 10 5) => #u8(0 10 5))

;; bytevector?
(check (bytevector? #u8(1)) => #t)
(check (bytevector? #u8()) => #t)
(check (bytevector? #(1)) => #f)
(check (bytevector? "a") => #f)
(check (bytevector? '(1)) => #f)

;; make-bytevector, bytevector
(check (make-bytevector 2 12) => #u8(12 12))
(check (bytevector-length (make-bytevector 3)) => 3)
(check (make-bytevector 0) => #u8())
(check (bytevector 1 3 5 1 3 5) => #u8(1 3 5 1 3 5))
(check (bytevector) => #u8())
(check-error (make-bytevector -1 0))
(check-error (make-bytevector 2 256))
(check-error (make-bytevector 2 -1))
(check-error (make-bytevector 'a))
(check-error (bytevector 256))
(check-error (bytevector 1 'a))
(check-error (bytevector 1.0))

;; bytevector-u8-ref, bytevector-u8-set!
(check (bytevector-u8-ref #u8(1 1 2 3 5 8 13 21) 5) => 8)
(check (let ((bv (bytevector 1 2 3 4))) (bytevector-u8-set! bv 1 3) bv) => #u8(1 3 3 4))
(check (let ((bv (bytevector 0))) (bytevector-u8-set! bv 0 255) (bytevector-u8-ref bv 0)) => 255)
(check-error (bytevector-u8-ref #u8(1) 1))
(check-error (bytevector-u8-ref #u8(1) -1))
(check-error (bytevector-u8-ref #u8(1) 'a))
(check-error (bytevector-u8-ref #(1) 0))
(check-error (bytevector-u8-set! (bytevector 1) 0 256))
(check-error (bytevector-u8-set! (bytevector 1) 0 -1))
(check-error (bytevector-u8-set! (bytevector 1) 1 0))
(check-error (bytevector-u8-set! (bytevector 1) 0 #\a))

;; bytevector-length
(check (bytevector-length #u8(1 2 3)) => 3)
(check (bytevector-length #u8()) => 0)
(check-error (bytevector-length #(1)))

;; bytevector-copy
(define a #u8(1 2 3 4 5))
(check (bytevector-copy a 2 4) => #u8(3 4))
(check (bytevector-copy a) => a)
(check (bytevector-copy a 3) => #u8(4 5))
(check (bytevector-copy a 5) => #u8())
(check (let ((b (bytevector-copy a))) (bytevector-u8-set! b 0 9) (list (bytevector-u8-ref a 0) (bytevector-u8-ref b 0))) => '(1 9))
(check-error (bytevector-copy a 6))
(check-error (bytevector-copy a 3 2))
(check-error (bytevector-copy '(1)))

;; bytevector-copy!
(check (let ((a (bytevector 1 2 3 4 5)) (b (bytevector 10 20 30 40 50))) (bytevector-copy! b 1 a 0 2) b) => #u8(10 1 2 40 50))
(check (let ((v (bytevector 1 2 3 4 5))) (bytevector-copy! v 1 v 0 3) v) => #u8(1 1 2 3 5))
(check (let ((v (bytevector 1 2 3 4 5))) (bytevector-copy! v 0 v 2) v) => #u8(3 4 5 4 5))
(check (let ((v (bytevector 1 2 3))) (bytevector-copy! v 1 #u8(9)) v) => #u8(1 9 3))
(check-error (bytevector-copy! (bytevector 1 2) 1 #u8(1 2)))
(check-error (bytevector-copy! (bytevector 1 2) -1 #u8(1)))
(check-error (bytevector-copy! (bytevector 1 2) 0 #u8(1 2) 2 1))

;; bytevector-append
(check (bytevector-append (bytevector 0 1 2) (bytevector 3 4 5)) => #u8(0 1 2 3 4 5))
(check (bytevector-append) => #u8())
(check (bytevector-append #u8(1)) => #u8(1))
(check (bytevector-append #u8(1) #u8() #u8(2)) => #u8(1 2))
(check-error (bytevector-append #u8(1) '(2)))

;; utf8->string and string->utf8
(check (utf8->string #u8(#x41)) => "A")
(check (string->utf8 "\x3bb;") => #u8(#xce #xbb))
(check (utf8->string #u8(#xce #xbb)) => "\x3bb;")
(check (string->utf8 "abc") => #u8(97 98 99))
(check (string->utf8 "abc" 1) => #u8(98 99))
(check (string->utf8 "abcd" 1 3) => #u8(98 99))
(check (utf8->string #u8(97 98 99 100) 1) => "bcd")
(check (utf8->string #u8(97 98 99 100) 1 3) => "bc")
(check (string->utf8 "\x1f600;") => #u8(#xf0 #x9f #x98 #x80))
(check (utf8->string #u8(#xe2 #x82 #xac)) => "\x20ac;")
(check (utf8->string #u8()) => "")
(check (string->utf8 "") => #u8())
(check (utf8->string (string->utf8 "a\xe9;\x3bb;\x20ac;\x1f600;")) => "a\xe9;\x3bb;\x20ac;\x1f600;")
(check-error (utf8->string #u8(97) 2))
(check-error (utf8->string "a"))
(check-error (string->utf8 'a))
(check-error (string->utf8 "abc" 2 1))

(report-checks)
