;;;; Case, character by character.

(define (map-range! s start end proc)
  (do ((index start (+ index 1)))
      ((= index end))
    (string-set! s index (proc (string-ref s index)))))

;; The first letter of each run of letters in titlecase, the others in lower case.
(define (titlecase-range! s start end)
  (let loop ((index start) (in-word? #f))
    (if (< index end)
        (let ((char (string-ref s index)))
          (cond ((not (char-alphabetic? char)) (loop (+ index 1) #f))
                (in-word?
                 (string-set! s index (char-downcase char))
                 (loop (+ index 1) #t))
                (else
                 (string-set! s index (char-titlecase char))
                 (loop (+ index 1) #t)))))))

(define-syntax define-case
  (syntax-rules ()
    ((_ name name! (s start end) change!)
     (begin
       (define (name! s . range)
         (let-string-start+end (start end) 'name! s range
           change!))
       (define (name text . range)
         (let-string-start+end (first last) 'name text range
           (let* ((s (string-copy text first last))
                  (start 0)
                  (end (string-length s)))
             change!
             s)))))))

(define-case string-upcase string-upcase! (s start end) (map-range! s start end char-upcase))
(define-case string-downcase string-downcase! (s start end) (map-range! s start end char-downcase))
(define-case string-titlecase string-titlecase! (s start end) (titlecase-range! s start end))
