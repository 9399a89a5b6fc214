;;; The procedures of record types, inlined: subtypes, wrong objects, redefinition.
(define-record-type point (make-point x y) point? (x point-x set-point-x!) (y point-y))
(define-record-type (point-3 point) (make-point-3 x y z) point-3? (z point-z))
(define-record-type <empty> (make-empty) empty?)
(define-record-type partial (make-partial b) partial? (a partial-a set-partial-a!) (b partial-b))

(define (show . objects) (write objects) (newline))
(define (message thunk)
  (call/cc (lambda (k) (with-exception-handler (lambda (e) (k (condition/report-string e))) thunk))))

(define (sum p) (+ (point-x p) (point-y p)))
(define (move! p n) (set-point-x! p (+ n (point-x p))) p)
(define (kind x) (cond ((point-3? x) 'point-3) ((point? x) 'point) ((empty? x) 'empty) (else 'other)))
(define (copy p) (make-point (point-x p) (point-y p)))
(define (moved n) (point-x (move! (make-point n 0) 1)))

(show (sum (make-point 3 4)) (sum (make-point-3 1 2 3)) (moved 5) (sum (copy (make-point 8 9))))
(show (map kind (list (make-point 1 2) (make-point-3 1 2 3) (make-empty) 5 '() "p" (vector 1))))
(show (point-z (make-point-3 1 2 3)) (point-x (move! (make-point-3 1 2 3) 10)))
(let ((p (make-partial 2))) (set-partial-a! p 1) (show (partial-a p) (partial-b p) (partial-a (make-partial 7))))

(show (condition? (call/cc (lambda (k) (with-exception-handler k (lambda () (sum 5)))))))
(show (condition? (call/cc (lambda (k) (with-exception-handler k (lambda () (move! (make-empty) 5)))))))
(show (condition? (call/cc (lambda (k) (with-exception-handler k (lambda () (point-z (make-point 1 2))))))))
(show (call-with-current-continuation
       (lambda (k)
         (with-exception-handler
          (lambda (e) (use-value (make-point 30 0)) (k 'no-restart))
          (lambda () (list 'sum (point-x 5)))))))

(define old-x point-x)
(define (point-x p) (* 100 (old-x p)))
(show (sum (make-point 3 4)) (moved 5))
(define (make-point . rest) (cons 'point rest))
(define (point? x) 'who-knows)
(show (copy (vector-ref (vector (make-point-3 1 2 3)) 0)) (kind 5))
(define-record-type point (make-point u) point? (u point-x))
(show (point-x (make-point 5)) (kind (make-point 5)))
(show (message (lambda () (apply + 1 2))) (apply + 1 2 '(3)) (apply list '()))
