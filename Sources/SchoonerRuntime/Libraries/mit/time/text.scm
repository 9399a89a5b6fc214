;;; Text

(define month-names
  '#("January" "February" "March" "April" "May" "June" "July" "August" "September" "October" "November" "December"))
(define day-names '#("Monday" "Tuesday" "Wednesday" "Thursday" "Friday" "Saturday" "Sunday"))

(define (month/long-string month) (vector-ref month-names (- month 1)))
(define (month/short-string month) (string-head (month/long-string month) 3))
(define (day-of-week/long-string day) (vector-ref day-names day))

;; The number of a name in full or of its first three letters.
(define (named names first message)
  (lambda (string)
    (let loop ((index 0))
      (cond ((= index (vector-length names)) (error message string))
            ((or (string-ci=? string (vector-ref names index))
                 (string-ci=? string (string-head (vector-ref names index) 3)))
             (+ index first))
            (else (loop (+ index 1)))))))
(define string->month (named month-names 1 "Unknown month designation:"))
(define string->day-of-week (named day-names 0 "Unknown day-of-week designation:"))

(define (day-of-week/short-string day) (string-head (day-of-week/long-string day) 3))

(define (month/max-days month)
  (vector-ref '#(31 29 31 30 31 30 31 31 30 31 30 31) (- month 1)))

(define (pad number width #!optional char)
  (string-pad-left (number->string number) width (if (default-object? char) #\0 char)))

(define (clock-string time)
  (string-append (pad (decoded-time/hour time) 2)
                 ":" (pad (decoded-time/minute time) 2)
                 ":" (pad (decoded-time/second time) 2)))

(define (effective-zone time)
  (- (decoded-time/zone time) (or (decoded-time/summer? time) 0)))

(define (decoded-time/date-string time)
  (string-append (day-of-week/long-string (decoded-time/day-of-week time)) " "
                 (month/long-string (decoded-time/month time)) " "
                 (number->string (decoded-time/day time)) ", "
                 (number->string (decoded-time/year time))))

(define (decoded-time/time-string time)
  (let ((hour (decoded-time/hour time)))
    (string-append (number->string (let ((hour (modulo hour 12))) (if (= hour 0) 12 hour)))
                   ":" (pad (decoded-time/minute time) 2)
                   ":" (pad (decoded-time/second time) 2)
                   (if (< hour 12) " AM" " PM"))))

(define (rfc2822-start time)
  (string-append (day-of-week/short-string (decoded-time/day-of-week time)) ", "
                 (number->string (decoded-time/day time)) " "
                 (month/short-string (decoded-time/month time)) " "
                 (number->string (decoded-time/year time)) " "
                 (clock-string time) " "))

(define (decoded-time->rfc2822-string time)
  (string-append (rfc2822-start time) (time-zone->string (effective-zone time))))
(define (decoded-time->string time) (decoded-time->rfc2822-string time))

(define (decoded-time->ctime-string time)
  (string-append (day-of-week/short-string (decoded-time/day-of-week time)) " "
                 (month/short-string (decoded-time/month time)) " "
                 (pad (decoded-time/day time) 2 #\space) " "
                 (clock-string time) " "
                 (number->string (decoded-time/year time))))

(define (decoded-time->iso8601-string time)
  (let ((zone (effective-zone time)))
    (string-append (pad (decoded-time/year time) 4)
                   "-" (pad (decoded-time/month time) 2)
                   "-" (pad (decoded-time/day time) 2)
                   "T" (clock-string time)
                   (if (= zone 0)
                       "Z"
                       (let ((text (time-zone->string zone)))
                         (string-append (string-head text 3) ":" (string-tail text 3)))))))

(define (decoded-time->xml-rpc-iso8601-string time)
  (string-append (pad (decoded-time/year time) 4)
                 (pad (decoded-time/month time) 2)
                 (pad (decoded-time/day time) 2)
                 "T" (clock-string time)))

(define (write-decoded-time-as-rfc2822 time port) (write-string (decoded-time->rfc2822-string time) port))
(define (write-decoded-time-as-ctime time port) (write-string (decoded-time->ctime-string time) port))
(define (write-decoded-time-as-iso8601 time port) (write-string (decoded-time->iso8601-string time) port))
(define (write-decoded-time-as-xml-rpc-iso8601 time port)
  (write-string (decoded-time->xml-rpc-iso8601-string time) port))
(define (write-decoded-time-as-http time port)
  (write-string (rfc2822-start (decoded-time->utc time)) port)
  (write-string "GMT" port))

(define (universal-time->string time) (decoded-time->string (universal-time->local-decoded-time time)))
(define (file-time->string time) (decoded-time->string (local-decode time)))

(define (universal-time->global-time-string time) (decoded-time->string (global-decode (- time epoch))))
(define (universal-time->local-time-string time) (decoded-time->string (local-decode (- time epoch))))
(define (universal-time->global-ctime-string time) (decoded-time->ctime-string (global-decode (- time epoch))))
(define (universal-time->local-ctime-string time) (decoded-time->ctime-string (local-decode (- time epoch))))
(define (universal-time->global-iso8601-string time) (decoded-time->iso8601-string (global-decode (- time epoch))))
(define (universal-time->local-iso8601-string time) (decoded-time->iso8601-string (local-decode (- time epoch))))
(define (universal-time->global-rfc2822-string time) (decoded-time->rfc2822-string (global-decode (- time epoch))))
(define (universal-time->local-rfc2822-string time) (decoded-time->rfc2822-string (local-decode (- time epoch))))
(define (file-time->global-time-string time) (decoded-time->string (global-decode time)))
(define (file-time->local-time-string time) (decoded-time->string (local-decode time)))
(define (file-time->global-ctime-string time) (decoded-time->ctime-string (global-decode time)))
(define (file-time->local-ctime-string time) (decoded-time->ctime-string (local-decode time)))
(define (file-time->global-iso8601-string time) (decoded-time->iso8601-string (global-decode time)))
(define (file-time->local-iso8601-string time) (decoded-time->iso8601-string (local-decode time)))
(define (file-time->global-rfc2822-string time) (decoded-time->rfc2822-string (global-decode time)))
(define (file-time->local-rfc2822-string time) (decoded-time->rfc2822-string (local-decode time)))
