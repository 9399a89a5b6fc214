;;; Where generators come from.

(define (check-list items caller)
  (if (not (or (pair? items) (null? items)))
      (guarantee list? items caller)))

(define (check-range start end length caller)
  (if (not (and (exact-nonnegative-integer? end) (<= end length)))
      (error:bad-range-argument end caller))
  (if (not (and (exact-nonnegative-integer? start) (<= start end)))
      (error:bad-range-argument start caller)))

(define (generator . items) (list->generator items))

(define (list->generator items)
  (check-list items 'list->generator)
  (lambda ()
    (if (pair? items)
        (let ((item (car items)))
          (set! items (cdr items))
          item)
        (eof-object))))

(define (circular-generator first . rest)
  (let* ((items (cons first rest)) (next items))
    (lambda ()
      (let ((item (car next)))
        (set! next (if (pair? (cdr next)) (cdr next) items))
        item))))

;; count numbers from start, step by step; inexact as soon as one of the two is.
(define make-iota-generator
  (case-lambda
    ((count) (make-iota-generator count 0 1))
    ((count start) (make-iota-generator count start 1))
    ((count start step)
     (guarantee exact-nonnegative-integer? count 'make-iota-generator)
     (guarantee number? start 'make-iota-generator)
     (guarantee number? step 'make-iota-generator)
     (let ((start (if (inexact? step) (inexact start) start))
           (index 0))
       (lambda ()
         (if (< index count)
             (let ((value (+ start (* index step))))
               (set! index (+ index 1))
               value)
             (eof-object)))))))

;; Numbers from start up to, but not including, end.
(define make-range-generator
  (case-lambda
    ((start)
     (guarantee real? start 'make-range-generator)
     (lambda ()
       (let ((value start))
         (set! start (+ start 1))
         value)))
    ((start end) (make-range-generator start end 1))
    ((start end step)
     (guarantee real? start 'make-range-generator)
     (guarantee real? end 'make-range-generator)
     (guarantee real? step 'make-range-generator)
     (let ((next (if (inexact? step) (inexact start) start)))
       (lambda ()
         (if (< next end)
             (let ((value next))
               (set! next (+ next step))
               value)
             (eof-object)))))))

;; What the procedure gives to the procedure that it is given. Each side remembers where the other goes on.
(define (make-coroutine-generator procedure)
  (guarantee procedure? procedure 'make-coroutine-generator)
  (let ((return #f) (resume #f) (done? #f))
    (define (yield value)
      (call-with-current-continuation
       (lambda (continue)
         (set! resume continue)
         (return value))))
    (lambda ()
      (if done?
          (eof-object)
          (call-with-current-continuation
           (lambda (continue)
             (set! return continue)
             (if resume
                 (resume #f)
                 (begin
                   (procedure yield)
                   (set! done? #t)
                   (set! resume #f)
                   (return (eof-object))))))))))

(define (make-for-each-generator for-each)
  (guarantee procedure? for-each 'make-for-each-generator)
  (lambda (collection)
    (make-coroutine-generator (lambda (yield) (for-each yield collection)))))

(define (make-unfold-generator stop? mapper successor seed)
  (guarantee procedure? stop? 'make-unfold-generator)
  (guarantee procedure? mapper 'make-unfold-generator)
  (guarantee procedure? successor 'make-unfold-generator)
  (make-coroutine-generator
   (lambda (yield)
     (let loop ((seed seed))
       (if (not (stop? seed))
           (begin
             (yield (mapper seed))
             (loop (successor seed))))))))

;; (define-sequence-generator name length ref check): elements from start to end, in order.
(define-syntax define-sequence-generator
  (syntax-rules ()
    ((_ name type? length ref)
     (define name
       (case-lambda
         ((sequence)
          (guarantee type? sequence 'name)
          (name sequence 0 (length sequence)))
         ((sequence start)
          (guarantee type? sequence 'name)
          (name sequence start (length sequence)))
         ((sequence start end)
          (guarantee type? sequence 'name)
          (check-range start end (length sequence) 'name)
          (lambda ()
            (if (< start end)
                (let ((item (ref sequence start)))
                  (set! start (+ start 1))
                  item)
                (eof-object)))))))))

(define-sequence-generator vector->generator vector? vector-length vector-ref)
(define-sequence-generator string->generator string? string-length string-ref)
(define-sequence-generator bytevector->generator bytevector? bytevector-length bytevector-u8-ref)

(define reverse-vector->generator
  (case-lambda
    ((vector)
     (guarantee vector? vector 'reverse-vector->generator)
     (reverse-vector->generator vector 0 (vector-length vector)))
    ((vector start)
     (guarantee vector? vector 'reverse-vector->generator)
     (reverse-vector->generator vector start (vector-length vector)))
    ((vector start end)
     (guarantee vector? vector 'reverse-vector->generator)
     (check-range start end (vector-length vector) 'reverse-vector->generator)
     (lambda ()
       (if (< start end)
           (begin
             (set! end (- end 1))
             (vector-ref vector end))
           (eof-object))))))
