;;; SRFI 14: character sets. A set never changes: the procedures whose names end in `!` return new sets, as the SRFI allows.

(define-library (srfi 14)
  (export
   ;; Predicates and comparison
   char-set? char-set= char-set<= char-set-hash
   ;; Iterating over character sets
   char-set-cursor char-set-ref char-set-cursor-next end-of-char-set? char-set-fold char-set-unfold char-set-unfold!
   char-set-for-each char-set-map
   ;; Creating character sets
   char-set-copy char-set list->char-set list->char-set! string->char-set string->char-set! char-set-filter
   char-set-filter! ucs-range->char-set ucs-range->char-set! ->char-set
   ;; Querying character sets
   char-set->list char-set->string char-set-size char-set-count char-set-contains? char-set-every char-set-any
   ;; Character-set algebra
   char-set-adjoin char-set-adjoin! char-set-delete char-set-delete! char-set-complement char-set-complement!
   char-set-union char-set-union! char-set-intersection char-set-intersection! char-set-difference
   char-set-difference! char-set-xor char-set-xor! char-set-diff+intersection char-set-diff+intersection!
   ;; Standard character sets
   char-set:lower-case char-set:upper-case char-set:title-case char-set:letter char-set:digit char-set:letter+digit
   char-set:graphic char-set:printing char-set:whitespace char-set:iso-control char-set:punctuation char-set:symbol
   char-set:hex-digit char-set:blank char-set:ascii char-set:empty char-set:full)
  (import (mit legacy runtime))
  (begin
    ;; A cursor is the code of the member that it stands on; behind the last one it is this.
    (define end-cursor #x110000)

    (define (char-set-cursor set)
      (%char-set-next set 0))

    (define (char-set-ref set cursor)
      (if (not (char-set? set)) (error:not-a char-set? set 'char-set-ref))
      (if (not (and (index-fixnum? cursor) (< cursor end-cursor)))
          (error:bad-range-argument cursor 'char-set-ref))
      (integer->char cursor))

    (define (char-set-cursor-next set cursor)
      (if (not (and (index-fixnum? cursor) (< cursor end-cursor)))
          (error:bad-range-argument cursor 'char-set-cursor-next))
      (%char-set-next set (+ cursor 1)))

    (define (end-of-char-set? cursor)
      (eqv? cursor end-cursor))

    ;; Surrogates may be members of a complement, but are no characters.
    (define (next-character set code)
      (let ((next (%char-set-next set code)))
        (if (and (>= next #xD800) (< next #xE000))
            (%char-set-next set #xE000)
            next)))

    (define (char-set-fold kons knil set)
      (let loop ((code (next-character set 0)) (value knil))
        (if (< code end-cursor)
            (loop (next-character set (+ code 1)) (kons (integer->char code) value))
            value)))

    (define (char-set-for-each procedure set)
      (char-set-fold (lambda (char ignored) (procedure char)) #f set)
      unspecific)

    (define (char-set-map procedure set)
      (list->char-set (char-set-fold (lambda (char chars) (cons (procedure char) chars)) '() set)))

    (define (char-set-unfold stop? mapper successor seed #!optional base)
      (let loop ((seed seed) (chars '()))
        (if (stop? seed)
            (list->char-set chars base)
            (loop (successor seed) (cons (mapper seed) chars)))))

    (define (char-set-unfold! stop? mapper successor seed base)
      (char-set-unfold stop? mapper successor seed base))

    (define (char-set-filter predicate set #!optional base)
      (list->char-set
       (char-set-fold (lambda (char chars) (if (predicate char) (cons char chars) chars)) '() set)
       base))

    (define (char-set-filter! predicate set base)
      (char-set-filter predicate set base))

    (define (char-set-count predicate set)
      (char-set-fold (lambda (char count) (if (predicate char) (+ count 1) count)) 0 set))

    (define (char-set-every predicate set)
      (let loop ((code (next-character set 0)) (value #t))
        (if (< code end-cursor)
            (let ((value (predicate (integer->char code))))
              (and value (loop (next-character set (+ code 1)) value)))
            value)))

    (define (char-set-any predicate set)
      (let loop ((code (next-character set 0)))
        (and (< code end-cursor)
             (or (predicate (integer->char code))
                 (loop (next-character set (+ code 1)))))))

    (define (char-set-copy set)
      (char-set-union set))

    (define (char-set-diff+intersection set . sets)
      (let ((others (char-set-union* sets)))
        (values (char-set-difference set others) (char-set-intersection set others))))

    (define (char-set-diff+intersection! set other . sets)
      (apply char-set-diff+intersection set other sets))

    (define list->char-set! list->char-set)
    (define string->char-set! string->char-set)
    (define ucs-range->char-set! ucs-range->char-set)
    (define char-set-adjoin! char-set-adjoin)
    (define char-set-delete! char-set-delete)
    (define char-set-complement! char-set-complement)
    (define char-set-union! char-set-union)
    (define char-set-intersection! char-set-intersection)
    (define char-set-difference! char-set-difference)
    (define char-set-xor! char-set-xor)))
