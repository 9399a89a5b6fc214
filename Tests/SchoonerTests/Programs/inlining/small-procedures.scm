;;; Small global procedures stand in their callers' code: what they do, what redefinition does, and their errors.
(define (row i) (quotient i 9))
(define (same? a b) (and (pair? a) (eq? (car a) b)))
(define (check x) (if (< x 0) (error "negative:" x)) (* x 2))
(define (count l) (if (null? l) 0 (length l)))
(define (swap! v i j)
  (let ((held (vector-ref v i)))
    (vector-set! v i (vector-ref v j))
    (vector-set! v j held)
    v))
(define (first-two l) (list (car l) (cadr l)))
(define (itself x) x)
(define (seven) 7)

(define (row-after i) (+ (row i) 1))
(define (row-and-place i) (let ((y (row i))) (list y i)))
(define (headed? x) (same? x 'a))
(define (checked x) (list (check x) 1))
(define (checked-last x) (check x))
(define (one-more l) (+ 1 (count l)))
(define (turn! v) (swap! (swap! v 0 1) 1 2))
(define (both l) (cons (itself (seven)) (first-two l)))
(define (counting n) (let loop ((i 0) (sum 0)) (if (= i n) sum (loop (+ i 1) (+ sum (row i))))))

(define (show . objects) (write objects) (newline))
(define (message thunk)
  (call/cc
   (lambda (k)
     (with-exception-handler (lambda (e) (k (condition/report-string e))) thunk))))

(show (row-after 20) (row-and-place 30) (headed? '(a)) (headed? 5) (checked 4) (checked-last 4))
(show (one-more '()) (one-more '(1 2)) (turn! (vector 1 2 3)) (both '(1 2 3)) (counting 100) (counting 0))

;; Errors are those of the procedures.
(show (message (lambda () (row-after 'a))))
(show (message (lambda () (checked -1))))
(show (message (lambda () (checked-last -1))))
(show (message (lambda () (one-more 5))))
(show (message (lambda () (turn! (vector 1 2)))))
(show (message (lambda () (both '(1)))))

;; A handler's value takes the place of the wrong operand.
(show (call-with-current-continuation
       (lambda (k)
         (with-exception-handler
          (lambda (e) (use-value 90) (k 'no-restart))
          (lambda () (row-after 'a))))))

;; A continuation caught in a procedure that was inlined.
(define kept #f)
(define (catch x) (call/cc (lambda (k) (set! kept k) x)))
(define (caught x) (+ 1 (catch x)))
(define times 0)
(show (caught 1))
(set! times (+ times 1))
(if (< times 3) (kept (* 10 times)))

;; Redefinition, of the procedures and of what they use.
(define (row i) (* i 100))
(show (row-after 20) (row-and-place 30) (counting 4))
(define (same? a b) 'redefined)
(show (headed? '(a)))
(set! check (lambda (x) (list 'checked x)))
(show (checked -1) (checked-last -1))
(define (car x) (list 'car x))
(show (both '(1 2 3)))
(define itself #f)
(show (message (lambda () (both '(1 2)))))
(define (swap! . rest) rest)
(show (turn! 5))

;; A loop that redefines what it calls.
(define (step x) (+ x 1))
(define (walk n x)
  (let loop ((i 0) (x x))
    (if (= i 3) (set! step (lambda (x) (* x 2))))
    (if (= i n) x (loop (+ i 1) (step x)))))
(show (walk 6 1) (walk 2 1))
