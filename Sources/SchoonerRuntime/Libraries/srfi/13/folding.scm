;;;; Mapping, folding, unfolding, going through.

;; Whether the arguments after the first string are more strings, as in R7RS.
(define (more-strings? args)
  (and (pair? args) (string? (car args))))

(define (string-map proc s . args)
  (if (more-strings? args)
      (apply map-strings proc s args)
      (let-string-start+end (start end) 'string-map s args
        (map-strings proc (string-copy s start end)))))

(define (string-map! proc s . range)
  (let-string-start+end (start end) 'string-map! s range
    (map-range! s start end proc)))

(define (string-for-each proc s . args)
  (if (more-strings? args)
      (apply for-each-of-strings proc s args)
      (let-string-start+end (start end) 'string-for-each s args
        (let loop ((index start))
          (if (< index end)
              (begin
                (proc (string-ref s index))
                (loop (+ index 1))))))))

(define (string-for-each-index proc s . range)
  (let-string-start+end (start end) 'string-for-each-index s range
    (let loop ((index start))
      (if (< index end)
          (begin
            (proc index)
            (loop (+ index 1)))))))

(define (string-fold kons knil s . range)
  (let-string-start+end (start end) 'string-fold s range
    (let loop ((index start) (value knil))
      (if (= index end)
          value
          (loop (+ index 1) (kons (string-ref s index) value))))))

(define (string-fold-right kons knil s . range)
  (let-string-start+end (start end) 'string-fold-right s range
    (let loop ((index (- end 1)) (value knil))
      (if (< index start)
          value
          (loop (- index 1) (kons (string-ref s index) value))))))

(define (nothing seed) "")

;; The characters that are made, most recent first, and the seed that stops.
(define (unfold-list stop? mapper successor seed receiver)
  (let loop ((seed seed) (chars '()))
    (if (stop? seed)
        (receiver chars seed)
        (let ((char (mapper seed)))
          (loop (successor seed) (cons char chars))))))

(define string-unfold
  (case-lambda
    ((stop? mapper successor seed) (string-unfold stop? mapper successor seed "" nothing))
    ((stop? mapper successor seed base) (string-unfold stop? mapper successor seed base nothing))
    ((stop? mapper successor seed base make-final)
     (unfold-list stop? mapper successor seed
                  (lambda (chars seed)
                    (string-append base (list->string (reverse chars)) (make-final seed)))))))

(define string-unfold-right
  (case-lambda
    ((stop? mapper successor seed) (string-unfold-right stop? mapper successor seed "" nothing))
    ((stop? mapper successor seed base) (string-unfold-right stop? mapper successor seed base nothing))
    ((stop? mapper successor seed base make-final)
     (unfold-list stop? mapper successor seed
                  (lambda (chars seed)
                    (string-append (make-final seed) (list->string chars) base))))))
