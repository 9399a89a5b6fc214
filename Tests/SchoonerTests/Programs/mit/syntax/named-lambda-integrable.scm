; NAMED-LAMBDA, DEFINE-INTEGRABLE and the shapes of lambda lists.
(define f (named-lambda (square x) (* x x)))
(write-line f)
(write-line (f 5))
(define-integrable (twice x) (+ x x))
(write-line (twice 21))
(write-line (map twice '(1 2)))
