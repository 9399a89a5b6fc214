;;; Dates in their three forms: RFC 7231, 7.1.1.1.

;; A list of the time, or #f.
(define (parse-date text)
  (let ((time (cond ((< (string-length text) 20) #f)
                    ((char=? (string-ref text 3) #\,) (attempt rfc2822-string->decoded-time text))
                    ((char=? (string-ref text 3) #\space)
                     (attempt (lambda (text) (ctime-string->decoded-time text 0)) text))
                    (else (attempt rfc2822-string->decoded-time (rfc850->rfc2822 text))))))
    (and time (list time))))

(define (attempt parse text)
  (and text
       (call-with-current-continuation
        (lambda (k)
          (with-exception-handler
           (lambda (condition) (k #f))
           (lambda () (parse text)))))))

;; Sunday, 06-Nov-94 08:49:37 GMT. A year that seems more than fifty years ahead is one of the past.
(define (rfc850->rfc2822 text)
  (let ((comma (string-search-forward ", " text 0)))
    (and comma
         (>= (string-length text) (+ comma 24))
         (let* ((date (substring text (+ comma 2) (+ comma 11)))
                (year (string->number (substring date 7 9) 10))
                (this-year (decoded-time/year (global-decoded-time)))
                (full (and year (+ year (* 100 (quotient this-year 100))))))
           (and year
                (string-append (substring date 0 2) " " (substring date 3 6) " "
                               (number->string (if (> full (+ this-year 50)) (- full 100) full))
                               (string-tail text (+ comma 11))))))))
