;;; Reading

(define (malformed string) (error "Malformed date string:" string))

(define (words string)
  (let loop ((index 0) (start #f) (words '()))
    (define (finish)
      (if start (cons (substring string start index) words) words))
    (cond ((= index (string-length string)) (reverse (finish)))
          ((memv (string-ref string index) '(#\space #\,)) (loop (+ index 1) #f (finish)))
          (else (loop (+ index 1) (or start index) words)))))

(define (pieces string char)
  (let loop ((index 0) (start 0) (found '()))
    (cond ((= index (string-length string)) (reverse (cons (substring string start index) found)))
          ((char=? (string-ref string index) char)
           (loop (+ index 1) (+ index 1) (cons (substring string start index) found)))
          (else (loop (+ index 1) start found)))))

(define (month-number word string)
  (let loop ((month 1))
    (cond ((> month 12) (malformed string))
          ((string-ci=? word (month/short-string month)) month)
          ((string-ci=? word (month/long-string month)) month)
          (else (loop (+ month 1))))))

(define (number word string)
  (or (string->number word 10) (malformed string)))

(define (clock word string receiver)
  (let ((parts (map (lambda (part) (number part string)) (pieces word #\:))))
    (case (length parts)
      ((2) (receiver (car parts) (cadr parts) 0))
      ((3) (receiver (car parts) (cadr parts) (caddr parts)))
      (else (malformed string)))))

(define (full-year year)
  (cond ((< year 70) (+ year 2000))
        ((< year 100) (+ year 1900))
        (else year)))

;; [Wed,] 2 Aug 2023 10:20:30 +0200
(define (rfc2822-string->decoded-time string)
  (let* ((all (words string))
         (rest (if (and (pair? all) (not (string->number (car all)))) (cdr all) all)))
    (if (< (length rest) 4) (malformed string))
    (clock (list-ref rest 3) string
      (lambda (hour minute second)
        (make-decoded-time second minute hour
                           (number (car rest) string)
                           (month-number (cadr rest) string)
                           (full-year (number (caddr rest) string))
                           (if (> (length rest) 4)
                               (or (parse-zone (list-ref rest 4)) (malformed string))
                               0))))))

;; Wed Aug  2 10:20:30 2023
(define (ctime-string->decoded-time string #!optional zone)
  (let ((parts (words string)))
    (if (not (= (length parts) 5)) (malformed string))
    (clock (list-ref parts 3) string
      (lambda (hour minute second)
        (make-decoded-time second minute hour
                           (number (caddr parts) string)
                           (month-number (cadr parts) string)
                           (full-year (number (list-ref parts 4) string))
                           zone)))))

;; 2023-08-02T10:20:30Z, 20230802T10:20:30
(define (iso8601-string->decoded-time string)
  (let* ((middle (or (string-index string #\T) (string-index string #\space)))
         (date (if middle (string-head string middle) string))
         (digits (apply string-append (pieces date #\-))))
    (if (not (= (string-length digits) 8)) (malformed string))
    (let* ((rest (if middle (string-tail string (+ middle 1)) "00:00:00Z"))
           (zone-start (or (string-index rest #\Z) (string-index rest #\+) (string-index rest #\-)))
           (time (if zone-start (string-head rest zone-start) rest))
           (fraction (string-index time #\.))
           (zone (if zone-start (or (parse-zone (string-tail rest zone-start)) (malformed string)) #f)))
      (clock (if fraction (string-head time fraction) time) string
        (lambda (hour minute second)
          (make-decoded-time second minute hour
                             (number (substring digits 6 8) string)
                             (number (substring digits 4 6) string)
                             (number (substring digits 0 4) string)
                             zone))))))

(define (string-index string char)
  (let loop ((index 0))
    (cond ((= index (string-length string)) #f)
          ((char=? (string-ref string index) char) index)
          (else (loop (+ index 1))))))

(define (xml-rpc-iso8601-string->decoded-time string) (iso8601-string->decoded-time string))

(define (string->decoded-time string)
  (let ((first (and (fix:> (string-length string) 3) (string-ref string 3))))
    (cond ((and (char-numeric? (string-ref string 0)) (string-index string #\T))
           (iso8601-string->decoded-time string))
          ((eqv? first #\space) (ctime-string->decoded-time string))
          (else (rfc2822-string->decoded-time string)))))

(define (string->universal-time string) (decoded-time->universal-time (string->decoded-time string)))
(define (string->file-time string) (decoded-time->file-time (string->decoded-time string)))
(define (iso8601-string->universal-time string)
  (decoded-time->universal-time (iso8601-string->decoded-time string)))
(define (iso8601-string->file-time string)
  (decoded-time->file-time (iso8601-string->decoded-time string)))
(define (ctime-string->universal-time string #!optional zone)
  (decoded-time->universal-time (ctime-string->decoded-time string zone)))
(define (ctime-string->file-time string #!optional zone)
  (decoded-time->file-time (ctime-string->decoded-time string zone)))
