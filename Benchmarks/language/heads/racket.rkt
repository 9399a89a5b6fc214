#lang racket/base
;; The language in which Racket runs the R7RS programs: racket/base, with R7RS names for what it has under others.
;; Pairs are Racket's: what stores into one is not run.
(require (for-syntax racket/base) racket/vector (rename-in racket/base [if racket:if]))
(provide (except-out (all-from-out racket/base) racket:if string-copy vector->list vector-fill! read-string write-string)
         (for-syntax (all-from-out racket/base))
         vector-map vector-copy vector-append
         (rename-out [r7rs-if if] [r7rs-string-copy string-copy] [r7rs-vector->list vector->list]
                     [r7rs-vector-fill! vector-fill!] [r7rs-write-string write-string])
         define-record-type guard error-object? error-object-message exact inexact vector-for-each string-map
         string-for-each string->vector vector->string list-copy exact-integer-sqrt eof-object flush-output-port
         bytevector bytevector-u8-ref bytevector-u8-set! make-bytevector bytevector-length open-output-bytevector
         get-output-bytevector write-u8 square call/cc truncate-quotient truncate-remainder floor-quotient floor/)

(define-syntax r7rs-if
  (syntax-rules ()
    ((_ test then) (racket:if test then (void)))
    ((_ test then else) (racket:if test then else))))

(define-syntax define-record-type
  (syntax-rules ()
    ((_ type (make field ...) is? (part get) ...)
     (begin
       (struct record (part ...) #:constructor-name make #:omit-define-syntaxes)
       (define (is? object) (record? object))
       (define-part record part get) ...))))

(define-syntax (define-part form)
  (syntax-case form ()
    ((_ record part get)
     (with-syntax ((getter (datum->syntax #'record (string->symbol (string-append
                                                                    "record-" (symbol->string (syntax-e #'part)))))))
       #'(define (get object) (getter object))))))

(define-syntax guard
  (syntax-rules ()
    ((_ (e clause ...) body ...)
     (with-handlers ([(lambda (e) #t) (lambda (e) (cond clause ...))]) body ...))))

(define error-object? exn:fail?)
(define error-object-message exn-message)
(define exact inexact->exact)
(define inexact exact->inexact)
(define (vector-for-each f v . more)
  (for ((i (in-range (apply min (vector-length v) (map vector-length more)))))
    (apply f (vector-ref v i) (map (lambda (w) (vector-ref w i)) more))))
(define (string-map f s . more) (list->string (apply map f (string->list s) (map string->list more))))
(define (string-for-each f s . more) (apply for-each f (string->list s) (map string->list more)))
(define (string->vector s) (list->vector (string->list s)))
(define (vector->string v) (list->string (vector->list v)))
(define (r7rs-string-copy s [start 0] [end (string-length s)]) (substring s start end))
(define (r7rs-vector->list v [start 0] [end (vector-length v)])
  (for/list ((i (in-range start end))) (vector-ref v i)))
(define (r7rs-vector-fill! v value [start 0] [end (vector-length v)])
  (for ((i (in-range start end))) (vector-set! v i value)))
(define (r7rs-write-string s [port (current-output-port)]) (write-string s port))
(define (list-copy l) (map values l))
(define (exact-integer-sqrt n) (integer-sqrt/remainder n))
(define (eof-object) eof)
(define flush-output-port flush-output)
(define bytevector bytes)
(define bytevector-u8-ref bytes-ref)
(define bytevector-u8-set! bytes-set!)
(define make-bytevector make-bytes)
(define bytevector-length bytes-length)
(define open-output-bytevector open-output-bytes)
(define get-output-bytevector get-output-bytes)
(define write-u8 write-byte)
(define (square x) (* x x))
(define call/cc call-with-current-continuation)
(define truncate-quotient quotient)
(define truncate-remainder remainder)
(define (floor-quotient a b) (floor (/ a b)))
(define (floor/ a b) (values (floor (/ a b)) (modulo a b)))
