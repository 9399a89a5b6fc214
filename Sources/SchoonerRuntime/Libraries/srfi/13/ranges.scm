;;;; Arguments: ranges of strings, and criteria for characters.

(define (substring-spec-ok? s start end)
  (and (string? s)
       (exact-integer? start)
       (exact-integer? end)
       (<= 0 start end (string-length s))))

(define (check-substring-spec proc s start end)
  (if (not (substring-spec-ok? s start end))
      (error "Not a range of the string:" proc s start end)))

(define (check-string s operand proc)
  (if (not (string? s)) (error:wrong-type-argument s operand proc)))

;;; The start and end at the beginning of a list of arguments, and the arguments behind them.

(define (range-end proc s args)
  (check-string s #f proc)
  (if (and (pair? args) (pair? (cdr args)))
      (let ((end (cadr args)))
        (if (not (exact-integer? end)) (error:wrong-type-argument end #f proc))
        (if (not (<= 0 end (string-length s))) (error:bad-range-argument end #f proc))
        end)
      (string-length s)))

(define (range-start proc args end)
  (if (pair? args)
      (let ((start (car args)))
        (if (not (exact-integer? start)) (error:wrong-type-argument start #f proc))
        (if (not (<= 0 start end)) (error:bad-range-argument start #f proc))
        start)
      0))

(define (behind-range args)
  (if (and (pair? args) (pair? (cdr args)))
      (cddr args)
      '()))

(define (check-nothing-behind proc args)
  (if (pair? (behind-range args))
      (error "Too many arguments:" proc (behind-range args))))

;; Three values: the arguments behind the range, its start and its end.
(define (string-parse-start+end proc s args)
  (let* ((end (range-end proc s args))
         (start (range-start proc args end)))
    (values (behind-range args) start end)))

(define (string-parse-final-start+end proc s args)
  (let* ((end (range-end proc s args))
         (start (range-start proc args end)))
    (check-nothing-behind proc args)
    (values start end)))

(define-syntax let-string-start+end
  (syntax-rules ()
    ((_ (start end) proc s args body1 body2 ...)
     (let* ((arguments args)
            (end (range-end proc s arguments))
            (start (range-start proc arguments end)))
       (check-nothing-behind proc arguments)
       body1 body2 ...))
    ((_ (start end rest) proc s args body1 body2 ...)
     (let* ((arguments args)
            (end (range-end proc s arguments))
            (start (range-start proc arguments end))
            (rest (behind-range arguments)))
       body1 body2 ...))))

;; Ranges of two strings.
(define-syntax let-two-ranges
  (syntax-rules ()
    ((_ (start1 end1 start2 end2) proc s1 s2 args body1 body2 ...)
     (let-string-start+end (start1 end1 rest) proc s1 args
       (let-string-start+end (start2 end2) proc s2 rest
         body1 body2 ...)))))

;; A predicate of characters from a character, a character set or a predicate.
(define (criterion->predicate criterion proc)
  (cond ((char? criterion) (lambda (char) (char=? char criterion)))
        ((procedure? criterion) criterion)
        ((char-set? criterion) (lambda (char) (char-set-contains? criterion char)))
        (else (error:wrong-type-argument criterion #f proc))))

;; An argument that may be left out, and the arguments after it.
(define (first-or args default)
  (if (pair? args) (car args) default))

(define (rest-of args)
  (if (pair? args) (cdr args) '()))
