;;; Zones

(define zone-names
  '(("UT" . 0) ("UTC" . 0) ("GMT" . 0) ("Z" . 0) ("AST" . 4) ("ADT" . 3) ("EST" . 5) ("EDT" . 4) ("CST" . 6)
    ("CDT" . 5) ("MST" . 7) ("MDT" . 6) ("PST" . 8) ("PDT" . 7)))

(define (time-zone? object)
  (and (exact-rational? object)
       (integer? (* 3600 object))
       (<= -24 object 24)))

(define (time-zone->string zone)
  (let ((minutes (round->exact (* 60 (abs zone)))))
    (string-append (if (> zone 0) "-" "+")
                   (pad (quotient minutes 60) 2)
                   (pad (remainder minutes 60) 2))))

(define (write-time-zone zone port) (write-string (time-zone->string zone) port))

(define (string->time-zone string)
  (or (parse-zone string)
      (error "Malformed time zone:" string)))

(define (parse-zone string)
  (let ((known (assoc (string-upcase string) zone-names)))
    (cond (known (cdr known))
          ((and (= (string-length string) 5)
                (memv (string-ref string 0) '(#\+ #\-))
                (string->number (string-tail string 1) 10))
           => (lambda (digits)
                (let ((hours (+ (quotient digits 100) (/ (remainder digits 100) 60))))
                  (if (char=? (string-ref string 0) #\+) (- hours) hours))))
          ((and (= (string-length string) 6) (char=? (string-ref string 3) #\:))
           (parse-zone (string-append (string-head string 3) (string-tail string 4))))
          (else #f))))
