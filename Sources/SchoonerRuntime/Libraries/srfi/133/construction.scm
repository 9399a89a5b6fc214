;;; Checks, constructors, comparison and conversion.

(define (check-range vector start end caller)
  (guarantee vector? vector caller)
  (if (not (and (exact-nonnegative-integer? end) (<= end (vector-length vector))))
      (error:bad-range-argument end caller))
  (if (not (and (exact-nonnegative-integer? start) (<= start end)))
      (error:bad-range-argument start caller)))

;; (define-ranged (name vector start end) body …): start and end may be left out.
(define-syntax define-ranged
  (syntax-rules ()
    ((_ (name vector start end) body ...)
     (define name
       (case-lambda
         ((vector)
          (guarantee vector? vector 'name)
          (name vector 0 (vector-length vector)))
         ((vector start)
          (guarantee vector? vector 'name)
          (name vector start (vector-length vector)))
         ((vector start end)
          (check-range vector start end 'name)
          body ...))))))

(define-ranged (vector-reverse-copy vector start end)
  (let ((result (make-vector (- end start))))
    (let loop ((from (- end 1)) (to 0))
      (if (>= from start)
          (begin
            (vector-set! result to (vector-ref vector from))
            (loop (- from 1) (+ to 1)))
          result))))

(define-ranged (reverse-vector->list vector start end)
  (let loop ((index start) (result '()))
    (if (< index end)
        (loop (+ index 1) (cons (vector-ref vector index) result))
        result)))

(define (reverse-list->vector list)
  (guarantee list? list 'reverse-list->vector)
  (list->vector (reverse list)))

;; The procedure takes an index and the seeds, and gives an element and the next seeds.
(define (vector-unfold procedure length . seeds)
  (guarantee exact-nonnegative-integer? length 'vector-unfold)
  (let ((result (make-vector length)))
    (apply vector-unfold! procedure result 0 length seeds)
    result))

(define (vector-unfold-right procedure length . seeds)
  (guarantee exact-nonnegative-integer? length 'vector-unfold-right)
  (let ((result (make-vector length)))
    (apply vector-unfold-right! procedure result 0 length seeds)
    result))

(define (vector-concatenate vectors)
  (guarantee list? vectors 'vector-concatenate)
  (let ((result (make-vector (apply + (map vector-length vectors)))))
    (let loop ((rest vectors) (place 0))
      (if (pair? rest)
          (begin
            (vector-copy! result place (car rest))
            (loop (cdr rest) (+ place (vector-length (car rest)))))
          result))))

;; (vector-append-subvectors vector start end vector start end …)
(define (vector-append-subvectors . arguments)
  (let loop ((rest arguments) (parts '()))
    (cond ((null? rest) (vector-concatenate (reverse parts)))
          ((and (pair? (cdr rest)) (pair? (cddr rest)))
           (check-range (car rest) (cadr rest) (car (cddr rest)) 'vector-append-subvectors)
           (loop (cdr (cddr rest))
                 (cons (vector-copy (car rest) (cadr rest) (car (cddr rest))) parts)))
          (else (error "A vector without its range:" (car rest))))))

(define (vector-empty? vector) (= (vector-length vector) 0))

(define (vector= same? . vectors)
  (guarantee procedure? same? 'vector=)
  (for-each (lambda (vector) (guarantee vector? vector 'vector=)) vectors)
  (or (null? vectors)
      (let loop ((left (car vectors)) (rest (cdr vectors)))
        (or (null? rest)
            (and (equal-vectors? same? left (car rest))
                 (loop (car rest) (cdr rest)))))))

(define (equal-vectors? same? left right)
  (let ((end (vector-length left)))
    (and (= end (vector-length right))
         (let loop ((index 0))
           (or (= index end)
               (and (same? (vector-ref left index) (vector-ref right index))
                    (loop (+ index 1))))))))
