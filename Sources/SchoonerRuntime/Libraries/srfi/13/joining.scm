;;;; Reversing and joining.

(define (reverse-range! s start end)
  (let loop ((left start) (right (- end 1)))
    (if (< left right)
        (let ((char (string-ref s left)))
          (string-set! s left (string-ref s right))
          (string-set! s right char)
          (loop (+ left 1) (- right 1))))))

(define (string-reverse s . range)
  (let-string-start+end (start end) 'string-reverse s range
    (let ((result (string-copy s start end)))
      (reverse-range! result 0 (- end start))
      result)))

(define (string-reverse! s . range)
  (let-string-start+end (start end) 'string-reverse! s range
    (reverse-range! s start end)))

;; One string of all in a list, without a limit on their number.
(define (string-concatenate strings)
  (let loop ((rest strings) (length 0))
    (cond ((pair? rest)
           (check-string (car rest) #f 'string-concatenate)
           (loop (cdr rest) (+ length (string-length (car rest)))))
          ((null? rest)
           (let ((result (make-string length)))
             (let fill ((rest strings) (index 0))
               (if (pair? rest)
                   (begin
                     (string-copy! result index (car rest))
                     (fill (cdr rest) (+ index (string-length (car rest)))))
                   result))))
          (else (error:wrong-type-argument strings 0 'string-concatenate)))))

(define (string-concatenate/shared strings)
  (let ((filled (let filter ((rest strings))
                  (cond ((null? rest) '())
                        ((string-null? (car rest)) (filter (cdr rest)))
                        (else (cons (car rest) (filter (cdr rest))))))))
    (if (and (pair? filled) (null? (cdr filled)))
        (car filled)
        (string-concatenate filled))))

(define (string-append/shared . strings)
  (string-concatenate/shared strings))

(define string-concatenate-reverse
  (case-lambda
    ((strings) (string-concatenate (reverse strings)))
    ((strings final)
     (string-concatenate (reverse (cons final strings))))
    ((strings final end)
     (check-substring-spec 'string-concatenate-reverse final 0 end)
     (string-concatenate (reverse (cons (string-copy final 0 end) strings))))))

(define (string-concatenate-reverse/shared strings . optional)
  (apply string-concatenate-reverse strings optional))

(define string-join
  (case-lambda
    ((strings) (string-join strings " " 'infix))
    ((strings delimiter) (string-join strings delimiter 'infix))
    ((strings delimiter grammar)
     (if (not (list? strings)) (error:wrong-type-argument strings 0 'string-join))
     (check-string delimiter 1 'string-join)
     (let ((between
            (lambda ()
              (let loop ((rest (cdr strings)))
                (if (null? rest)
                    '()
                    (cons delimiter (cons (car rest) (loop (cdr rest)))))))))
       (case grammar
         ((infix strict-infix)
          (cond ((pair? strings) (string-concatenate (cons (car strings) (between))))
                ((eq? grammar 'infix) "")
                (else (error:bad-range-argument strings 0 'string-join))))
         ((prefix)
          (string-concatenate
           (if (pair? strings) (cons delimiter (cons (car strings) (between))) '())))
         ((suffix)
          (string-concatenate
           (if (pair? strings) (append (cons (car strings) (between)) (list delimiter)) '())))
         (else (error:bad-range-argument grammar 2 'string-join)))))))
