;;; Folding and mapping. Walks along several vectors end with the shortest.

(define (shortest-length first rest caller)
  (guarantee vector? first caller)
  (let loop ((length (vector-length first)) (rest rest))
    (if (pair? rest)
        (begin
          (guarantee vector? (car rest) caller)
          (loop (min length (vector-length (car rest))) (cdr rest)))
        length)))

;; The elements of each vector at an index.
(define (elements vectors index)
  (map (lambda (vector) (vector-ref vector index)) vectors))

;; The procedure takes the state first, then the elements.
(define (vector-fold procedure knil vector . more)
  (guarantee procedure? procedure 'vector-fold)
  (let ((end (shortest-length vector more 'vector-fold)))
    (if (null? more)
        (let loop ((index 0) (state knil))
          (if (< index end)
              (loop (+ index 1) (procedure state (vector-ref vector index)))
              state))
        (let ((vectors (cons vector more)))
          (let loop ((index 0) (state knil))
            (if (< index end)
                (loop (+ index 1) (apply procedure state (elements vectors index)))
                state))))))

(define (vector-fold-right procedure knil vector . more)
  (guarantee procedure? procedure 'vector-fold-right)
  (let ((end (shortest-length vector more 'vector-fold-right)))
    (if (null? more)
        (let loop ((index (- end 1)) (state knil))
          (if (>= index 0)
              (loop (- index 1) (procedure state (vector-ref vector index)))
              state))
        (let ((vectors (cons vector more)))
          (let loop ((index (- end 1)) (state knil))
            (if (>= index 0)
                (loop (- index 1) (apply procedure state (elements vectors index)))
                state))))))

;; Stores the results in the first vector.
(define (vector-map! procedure vector . more)
  (guarantee procedure? procedure 'vector-map!)
  (let ((end (shortest-length vector more 'vector-map!)))
    (if (null? more)
        (let loop ((index 0))
          (if (< index end)
              (begin
                (vector-set! vector index (procedure (vector-ref vector index)))
                (loop (+ index 1)))))
        (let ((vectors (cons vector more)))
          (let loop ((index 0))
            (if (< index end)
                (begin
                  (vector-set! vector index (apply procedure (elements vectors index)))
                  (loop (+ index 1)))))))))

(define (vector-count predicate vector . more)
  (guarantee procedure? predicate 'vector-count)
  (if (null? more)
      (vector-fold (lambda (total element) (if (predicate element) (+ total 1) total)) 0 vector)
      (apply vector-fold
             (lambda (total . elements) (if (apply predicate elements) (+ total 1) total))
             0
             vector
             more)))

;; Every state of a fold.
(define (vector-cumulate procedure knil vector)
  (guarantee procedure? procedure 'vector-cumulate)
  (guarantee vector? vector 'vector-cumulate)
  (let* ((end (vector-length vector)) (result (make-vector end)))
    (let loop ((index 0) (state knil))
      (if (< index end)
          (let ((next (procedure state (vector-ref vector index))))
            (vector-set! result index next)
            (loop (+ index 1) next))
          result))))
