;;;; Two lists, the front and the reversed back, neither more than three times as long as the other and one element:
;;;; whoever takes the last element of one side finds the other side's halved.

(define-record-type ideque-type
  (make-deque front-length front back-length back)
  ideque?
  (front-length front-length)
  (front front-list)
  (back-length back-length)
  (back back-list))

(define (check-deque object operand name)
  (if (not (ideque? object)) (error:wrong-type-argument object operand name)))

(define empty (make-deque 0 '() 0 '()))

(define limit 3)

;; A deque of these lists, with the longer side shortened when it must be.
(define (balanced front-length front back-length back)
  (define (balance longer-length longer shorter-length shorter receiver)
    (let* ((length (+ longer-length shorter-length))
           (keep (quotient (+ length 1) 2)))
      (receiver keep
                (list-head longer keep)
                (- length keep)
                (append shorter (reverse (list-tail longer keep))))))
  (cond ((> front-length (+ 1 (* limit back-length)))
         (balance front-length front back-length back
                  (lambda (front-length front back-length back)
                    (make-deque front-length front back-length back))))
        ((> back-length (+ 1 (* limit front-length)))
         (balance back-length back front-length front
                  (lambda (back-length back front-length front)
                    (make-deque front-length front back-length back))))
        (else (make-deque front-length front back-length back))))

(define (list->ideque list)
  (if (not (list? list)) (error:wrong-type-argument list 0 'list->ideque))
  (balanced (length list) list 0 '()))

(define (ideque . elements)
  (list->ideque elements))

(define (ideque->list deque)
  (check-deque deque 0 'ideque->list)
  (append (front-list deque) (reverse (back-list deque))))

(define (ideque-length deque)
  (check-deque deque 0 'ideque-length)
  (+ (front-length deque) (back-length deque)))

(define (ideque-empty? deque)
  (check-deque deque 0 'ideque-empty?)
  (= 0 (front-length deque) (back-length deque)))

(define (check-filled deque name)
  (check-deque deque 0 name)
  (if (ideque-empty? deque) (error:bad-range-argument deque 0 name)))

;; A side is empty only when the other has one element at most.
(define (ideque-front deque)
  (check-filled deque 'ideque-front)
  (car (if (null? (front-list deque)) (back-list deque) (front-list deque))))

(define (ideque-back deque)
  (check-filled deque 'ideque-back)
  (car (if (null? (back-list deque)) (front-list deque) (back-list deque))))

(define (ideque-add-front deque object)
  (check-deque deque 0 'ideque-add-front)
  (balanced (+ (front-length deque) 1) (cons object (front-list deque)) (back-length deque) (back-list deque)))

(define (ideque-add-back deque object)
  (check-deque deque 0 'ideque-add-back)
  (balanced (front-length deque) (front-list deque) (+ (back-length deque) 1) (cons object (back-list deque))))

(define (ideque-remove-front deque)
  (check-filled deque 'ideque-remove-front)
  (if (null? (front-list deque))
      empty
      (balanced (- (front-length deque) 1) (cdr (front-list deque)) (back-length deque) (back-list deque))))

(define (ideque-remove-back deque)
  (check-filled deque 'ideque-remove-back)
  (if (null? (back-list deque))
      empty
      (balanced (front-length deque) (front-list deque) (- (back-length deque) 1) (cdr (back-list deque)))))

(define (ideque-reverse deque)
  (check-deque deque 0 'ideque-reverse)
  (make-deque (back-length deque) (back-list deque) (front-length deque) (front-list deque)))

;;; Parts by number

(define (check-count deque count name)
  (check-deque deque 0 name)
  (if (not (exact-integer? count)) (error:wrong-type-argument count 1 name))
  (if (not (<= 0 count (ideque-length deque))) (error:bad-range-argument count 1 name)))

(define (ideque-ref deque index)
  (check-count deque index 'ideque-ref)
  (if (= index (ideque-length deque)) (error:bad-range-argument index 1 'ideque-ref))
  (if (< index (front-length deque))
      (list-ref (front-list deque) index)
      (list-ref (back-list deque) (- (ideque-length deque) index 1))))

(define (ideque-take deque count)
  (check-count deque count 'ideque-take)
  (let ((front (front-length deque)))
    (if (<= count front)
        (balanced count (list-head (front-list deque) count) 0 '())
        (balanced front (front-list deque)
                  (- count front) (list-tail (back-list deque) (- (ideque-length deque) count))))))

(define (ideque-drop deque count)
  (check-count deque count 'ideque-drop)
  (let ((front (front-length deque)))
    (if (<= count front)
        (balanced (- front count) (list-tail (front-list deque) count)
                  (back-length deque) (back-list deque))
        (let ((left (- (ideque-length deque) count)))
          (balanced 0 '() left (list-head (back-list deque) left))))))

(define (ideque-take-right deque count)
  (check-count deque count 'ideque-take-right)
  (ideque-drop deque (- (ideque-length deque) count)))

(define (ideque-drop-right deque count)
  (check-count deque count 'ideque-drop-right)
  (ideque-take deque (- (ideque-length deque) count)))

(define (ideque-split-at deque count)
  (check-count deque count 'ideque-split-at)
  (values (ideque-take deque count) (ideque-drop deque count)))
