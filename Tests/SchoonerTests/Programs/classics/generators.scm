;;; Generators by re-entered continuations: trees with the same fringe, merged streams, a producer and a consumer.
(import (scheme base) (scheme write))

(define size 60)

;; A generator of what the procedure yields: each call gives the next, then end for ever.
(define end (list 'end))
(define (make-generator procedure)
  (define return #f)
  (define (resume)
    (procedure
     (lambda (value)
       (call-with-current-continuation
        (lambda (rest)
          (set! resume (lambda () (rest #f)))
          (return value)))))
    (set! resume (lambda () (return end)))
    (return end))
  (lambda ()
    (call-with-current-continuation
     (lambda (k)
       (set! return k)
       (resume)))))

(define (fringe tree)
  (make-generator
   (lambda (yield)
     (let walk ((tree tree))
       (cond ((null? tree) #f)
             ((pair? tree) (walk (car tree)) (walk (cdr tree)))
             (else (yield tree)))))))

(define (same-fringe? a b)
  (let ((next-a (fringe a)) (next-b (fringe b)))
    (let loop ()
      (let* ((x (next-a)) (y (next-b)))
        (cond ((not (eqv? x y)) #f)
              ((eq? x end) #t)
              (else (loop)))))))

;; Trees with the leaves from low to high, deep on the left or on the right.
(define (left-deep low high) (if (= low high) low (cons (left-deep low (- high 1)) high)))
(define (right-deep low high) (if (= low high) low (cons low (right-deep (+ low 1) high))))
(define (balanced low high)
  (if (= low high)
      low
      (let ((middle (quotient (+ low high) 2))) (cons (balanced low middle) (balanced (+ middle 1) high)))))

(define (multiples n) (make-generator (lambda (yield) (let loop ((k n)) (yield k) (loop (+ k n))))))

;; The least of each round, in order and without repetition.
(define (merged . generators)
  (make-generator
   (lambda (yield)
     (let loop ((heads (map (lambda (g) (g)) generators)))
       (let ((least (apply min heads)))
         (yield least)
         (loop (map (lambda (head g) (if (= head least) (g) head)) heads generators)))))))

(define (take generator n) (if (= n 0) '() (let ((first (generator))) (cons first (take generator (- n 1))))))

(define (permutations items)
  (make-generator
   (lambda (yield)
     (let choose ((items items) (chosen '()))
       (if (null? items)
           (yield (reverse chosen))
           (for-each
            (lambda (item)
              (choose (let drop ((rest items)) (if (eq? (car rest) item) (cdr rest) (cons (car rest) (drop (cdr rest)))))
                      (cons item chosen)))
            items))))))

(define (collect generator)
  (let ((item (generator))) (if (eq? item end) '() (cons item (collect generator)))))

;; Choices that are taken back: amb.
(define failures '())
(define (fail) (let ((again (car failures))) (set! failures (cdr failures)) (again)))
(define (choose items)
  (call-with-current-continuation
   (lambda (k)
     (let loop ((items items))
       (if (null? items)
           (fail)
           (begin
             (call-with-current-continuation
              (lambda (next)
                (set! failures (cons (lambda () (next #f)) failures))
                (k (car items))))
             (loop (cdr items))))))))
(define (require condition) (if (not condition) (fail)))
(define (first-choice thunk)
  (call-with-current-continuation
   (lambda (k)
     (set! failures (list (lambda () (k #f))))
     (thunk))))

(define (pythagorean limit)
  (define (numbers from) (let loop ((n limit) (found '())) (if (< n from) found (loop (- n 1) (cons n found)))))
  (let* ((a (choose (numbers 1))) (b (choose (numbers a))) (c (choose (numbers b))))
    (require (= (* c c) (+ (* a a) (* b b))))
    (require (> a 5))
    (list a b c)))

(write (same-fringe? '(1 (2 3) ((4))) '((1 2) (3 (4))))) (newline)
(write (same-fringe? '(1 (2 3)) '(1 (3 2)))) (newline)
(write (same-fringe? (left-deep 1 size) (right-deep 1 size))) (newline)
(write (same-fringe? (balanced 1 size) (right-deep 1 (+ size 1)))) (newline)
(write (take (merged (multiples 2) (multiples 3) (multiples 5)) 15)) (newline)
(write (collect (permutations '(a b c)))) (newline)
(write (length (collect (permutations '(1 2 3 4 5))))) (newline)
(write (first-choice (lambda () (pythagorean 20)))) (newline)
(write (first-choice (lambda () (pythagorean 6)))) (newline)
