; A machine that applies macros to the results of macros, in continuation-passing style with an explicit stack.
(define-syntax ck
  (syntax-rules (quote)
    ((_ () 'v) v)
    ((_ (((op ...) ea ...) . s) 'v) (ck-arg s (op ... 'v) ea ...))
    ((_ s (op ea ...)) (ck-arg s (op) ea ...))))
(define-syntax ck-arg
  (syntax-rules (quote)
    ((_ s (op va ...)) (op s va ...))
    ((_ s (op ...) 'v ea1 ...) (ck-arg s (op ... 'v) ea1 ...))
    ((_ s (op ...) ea ea1 ...) (ck (((op ...) ea1 ...) . s) ea))))

(define-syntax c-cons
  (syntax-rules (quote) ((_ s 'h 't) (ck s '(h . t)))))
(define-syntax c-append
  (syntax-rules (quote) ((_ s '(a ...) '(b ...)) (ck s '(a ... b ...)))))
(define-syntax c-quote
  (syntax-rules (quote) ((_ s 'x) (ck s ''x))))
(define-syntax c-map
  (syntax-rules (quote)
    ((_ s 'f '()) (ck s '()))
    ((_ s '(f ...) '(h . t)) (ck s (c-cons (f ... 'h) (c-map '(f ...) 't))))))
(define-syntax c-concat
  (syntax-rules (quote)
    ((_ s '()) (ck s '()))
    ((_ s '(l . ls)) (ck s (c-append 'l (c-concat 'ls))))))
(define-syntax c-permutations
  (syntax-rules (quote)
    ((_ s '()) (ck s '(())))
    ((_ s '(h . t)) (ck s (c-concat (c-map '(c-insert 'h) (c-permutations 't)))))))
(define-syntax c-insert
  (syntax-rules (quote)
    ((_ s 'x '()) (ck s '((x))))
    ((_ s 'x '(h . t)) (ck s (c-cons '(x h . t) (c-map '(c-cons 'h) (c-insert 'x 't)))))))
(define-syntax c-plus
  (syntax-rules (quote)
    ((_ s '(unit ...) '(other ...)) (ck s '(unit ... other ...)))))
(define-syntax c-times
  (syntax-rules (quote)
    ((_ s '() 'n) (ck s '()))
    ((_ s '(unit . m) 'n) (ck s (c-plus 'n (c-times 'm 'n))))))
(define-syntax c-factorial
  (syntax-rules (quote)
    ((_ s '()) (ck s '(1)))
    ((_ s '(unit . n)) (ck s (c-times '(unit . n) (c-factorial 'n))))))
(define-syntax c-length
  (syntax-rules (quote)
    ((_ s '(x ...)) (ck s '(+ (begin 'x 1) ...)))))

(write (ck () (c-quote (c-append (c-cons 'a '(b c)) '(d e)))))
(newline)
(write (ck () (c-quote (c-permutations '(1 2 3)))))
(newline)
(write (ck () (c-length (c-factorial '(1 1 1 1)))))
(newline)
