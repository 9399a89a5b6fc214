;;; What MIT Scheme 12.1 binds for character sets besides SRFI 14: MIT reference manual 5.4.

(define-library (mit character-sets)
  (export
   8-bit-char-set? ascii-range->char-set char-set->ascii-string char-set->name char-set->scalar-values
   char-set-ci-predicate char-set-downcase char-set-fold-right char-set-foldcase char-set-members char-set-name?
   char-set-names char-set-predicate char-set-range-fold char-set-range-fold-right char-set-upcase char-set<
   char-set:not-alphabetic char-set:not-alphanumeric char-set:not-graphic
   char-set:not-lower-case char-set:not-numeric char-set:not-printing char-set:not-standard char-set:not-upper-case
   char-set:not-whitespace chars->char-set compute-char-set scalar-values->char-set)
  (import (mit legacy runtime) (srfi 14))
  (begin
    (define (char-set-predicate set)
      (if (not (char-set? set)) (error:not-a char-set? set 'char-set-predicate))
      (lambda (char)
        (and (char? char) (char-set-contains? set char))))

    ;; Of the characters that a member is but for case.
    (define (char-set-ci-predicate set)
      (if (not (char-set? set)) (error:not-a char-set? set 'char-set-ci-predicate))
      (lambda (char)
        (and (char? char)
             (or (char-set-contains? set char)
                 (char-set-contains? set (char-foldcase char))
                 (char-set-contains? set (char-upcase char))
                 (char-set-contains? set (char-downcase char))))))

    (define (char-set-upcase set) (char-set-map char-upcase set))
    (define (char-set-downcase set) (char-set-map char-downcase set))
    (define (char-set-foldcase set) (char-set-map char-foldcase set))

    (define (char-set-fold-right kons knil set)
      (fold-right kons knil (char-set->list set)))

    ;; Calls with the first code of each range, the code behind its last, and the value so far.
    (define (char-set-range-fold kons knil set)
      (fold (lambda (range value)
              (if (pair? range)
                  (kons (car range) (cdr range) value)
                  (kons range (+ range 1) value)))
            knil
            (char-set->code-points set)))

    (define (char-set-range-fold-right kons knil set)
      (fold-right (lambda (range value)
                    (if (pair? range)
                        (kons (car range) (cdr range) value)
                        (kons range (+ range 1) value)))
                  knil
                  (char-set->code-points set)))

    (define surrogates (char-set '(#xD800 . #xE000)))

    (define (char-set->scalar-values set)
      (char-set->code-points (char-set-difference set surrogates)))

    (define (scalar-values->char-set elements)
      (char-set* elements))

    (define (compute-char-set predicate)
      (char-set-filter predicate char-set:full))

    (define (chars->char-set chars)
      (list->char-set chars))

    (define (ascii-range->char-set start end)
      (ucs-range->char-set start end))

    (define (8-bit-char-set? set)
      (char-set<= set char-set:iso-8859-1))

    ;; The members below 256, as in the releases that had only those.
    (define (char-set-members set)
      (char-set->list (char-set-intersection set char-set:iso-8859-1)))

    (define (char-set->ascii-string set)
      (char-set->string (char-set-intersection set char-set:ascii)))

    ;; Proper parts.
    (define (char-set< . sets)
      (or (null? sets)
          (let loop ((set (car sets)) (rest (cdr sets)))
            (or (null? rest)
                (and (char-set<= set (car rest))
                     (not (char-set= set (car rest)))
                     (loop (car rest) (cdr rest)))))))

    ;;; Names

    (define (char-set-names)
      (list-copy
       '(alphabetic alphanumeric ascii cased control graphic hex-digit lower-case newline no-newline numeric printing
         punctuation symbol title-case unicode upper-case whitespace)))

    (define (char-set-name? object)
      (and (memq object (char-set-names)) #t))

    (define (char-set->name set)
      (find (lambda (name) (eq? set (eval (symbol 'char-set: name) system-global-environment)))
            (char-set-names)))

    ;;; Opposites

    (define char-set:not-alphabetic (char-set-invert char-set:alphabetic))
    (define char-set:not-alphanumeric (char-set-invert char-set:alphanumeric))
    (define char-set:not-graphic (char-set-invert char-set:graphic))
    (define char-set:not-lower-case (char-set-invert char-set:lower-case))
    (define char-set:not-numeric (char-set-invert char-set:numeric))
    (define char-set:not-printing (char-set-invert char-set:printing))
    (define char-set:not-standard (char-set-invert char-set:standard))
    (define char-set:not-upper-case (char-set-invert char-set:upper-case))
    (define char-set:not-whitespace (char-set-invert char-set:whitespace))))
