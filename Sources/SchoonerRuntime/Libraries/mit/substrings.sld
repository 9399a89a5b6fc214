;;; String procedures of older releases that MIT Scheme 12.1 still binds.

(define-library (mit substrings)
  (export
   string-slice 8-bit-string? istring? string-compare string-compare-ci string-hash-ci string-hash-mod string-move! substring->number
   substring->symbol substring-ci<? substring-ci=? substring-fill! substring-find-next-char substring-find-next-char-ci
   substring-find-next-char-in-set substring-find-previous-char substring-find-previous-char-ci
   substring-find-previous-char-in-set substring-lower-case? substring-move! substring-move-left!
   substring-move-right! substring-prefix-ci? substring-prefix? substring-search-all substring-search-backward
   substring-search-forward substring-suffix-ci? substring-suffix? substring-upper-case? substring<? substring=?)
  (import (mit legacy runtime))
  (begin
    ;; A procedure of two strings as one of two parts, each a string with a start and an end.
    (define (on-parts procedure)
      (lambda (string1 start1 end1 string2 start2 end2)
        (procedure (substring string1 start1 end1) (substring string2 start2 end2))))

    (define substring<? (on-parts string<?))
    (define substring=? (on-parts string=?))
    (define substring-ci<? (on-parts string-ci<?))
    (define substring-ci=? (on-parts string-ci=?))
    (define substring-prefix? (on-parts string-prefix?))
    (define substring-prefix-ci? (on-parts string-prefix-ci?))
    (define substring-suffix? (on-parts string-suffix?))
    (define substring-suffix-ci? (on-parts string-suffix-ci?))

    ;; A procedure of a string, an object and a range as one that takes the range first.
    (define (range-first procedure)
      (lambda (string start end object)
        (procedure string object start end)))

    (define substring-fill! (range-first string-fill!))
    (define substring-find-next-char (range-first string-find-next-char))
    (define substring-find-next-char-ci (range-first string-find-next-char-ci))
    (define substring-find-next-char-in-set (range-first string-find-next-char-in-set))
    (define substring-find-previous-char (range-first string-find-previous-char))
    (define substring-find-previous-char-ci (range-first string-find-previous-char-ci))
    (define substring-find-previous-char-in-set (range-first string-find-previous-char-in-set))

    (define (substring-search-forward pattern string #!optional start end)
      (string-search-forward pattern string start end))

    (define (substring-search-backward pattern string #!optional end start)
      (let ((place (string-search-backward pattern string (if (default-object? end) (string-length string) end))))
        (and place
             (or (default-object? start) (>= (- place (string-length pattern)) start))
             place)))

    (define (substring-search-all pattern string #!optional start end)
      (string-search-all pattern string start end))

    (define (substring-upper-case? string start end) (string-upper-case? (substring string start end)))
    (define (substring-lower-case? string start end) (string-lower-case? (substring string start end)))

    (define (substring-move! string1 start1 end1 string2 start2)
      (string-copy! string2 start2 string1 start1 end1))

    ;; Either direction will do, for copying minds overlaps.
    (define substring-move-left! substring-move!)
    (define substring-move-right! substring-move!)

    (define (string-move! string1 string2 start2)
      (string-copy! string2 start2 string1))

    (define (substring->symbol string #!optional start end)
      (string->symbol string start end))

    (define (substring->number string start end #!optional radix)
      (string->number (substring string start end) radix))

    (define (string-compare string1 string2 if-same if-less if-greater)
      (cond ((string=? string1 string2) (if-same))
            ((string<? string1 string2) (if-less))
            (else (if-greater))))

    (define (string-compare-ci string1 string2 if-same if-less if-greater)
      (string-compare (string-foldcase string1) (string-foldcase string2) if-same if-less if-greater))

    (define (string-hash-mod string modulus) (string-hash string modulus))
    (define (string-hash-ci string #!optional modulus) (string-ci-hash string modulus))

    (define (istring? object) (string? object))

    (define (8-bit-string? object)
      (and (string? object)
           (string-every (lambda (char) (char-8-bit? char)) object)))

    ;; A copy: slices do not share their characters here.
    (define (string-slice string #!optional start end)
      (substring string
                 (if (default-object? start) 0 start)
                 (if (default-object? end) (string-length string) end)))))
