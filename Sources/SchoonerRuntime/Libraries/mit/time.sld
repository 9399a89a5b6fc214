;;; Calendar time: MIT reference manual 15.6. A universal time counts seconds since 1900 (UTC), a file time since 1970; a
;;; decoded time is the parts. A zone is hours west of Greenwich.

(define-library (mit time)
  (export epoch decoded-time? make-decoded-time
          decoded-time/second decoded-time/minute decoded-time/hour decoded-time/day decoded-time/month decoded-time/year
          decoded-time/day-of-week decoded-time/daylight-savings-time? decoded-time/zone
          decoded-time/date-string decoded-time/time-string decoded-time->string decoded-time->utc
          decoded-time->universal-time decoded-time->file-time
          decoded-time->iso8601-string decoded-time->rfc2822-string decoded-time->ctime-string
          decoded-time->xml-rpc-iso8601-string
          write-decoded-time-as-iso8601 write-decoded-time-as-rfc2822 write-decoded-time-as-ctime
          write-decoded-time-as-http write-decoded-time-as-xml-rpc-iso8601
          get-universal-time get-decoded-time local-decoded-time global-decoded-time
          decode-universal-time encode-universal-time decode-file-time encode-file-time
          universal-time->global-decoded-time universal-time->local-decoded-time
          universal-time->file-time file-time->universal-time
          file-time->global-decoded-time file-time->local-decoded-time
          universal-time->string file-time->string
          universal-time->global-time-string universal-time->local-time-string
          universal-time->global-ctime-string universal-time->local-ctime-string
          universal-time->global-iso8601-string universal-time->local-iso8601-string
          universal-time->global-rfc2822-string universal-time->local-rfc2822-string
          file-time->global-time-string file-time->local-time-string
          file-time->global-ctime-string file-time->local-ctime-string
          file-time->global-iso8601-string file-time->local-iso8601-string
          file-time->global-rfc2822-string file-time->local-rfc2822-string
          string->decoded-time string->universal-time string->file-time
          rfc2822-string->decoded-time iso8601-string->decoded-time xml-rpc-iso8601-string->decoded-time
          ctime-string->decoded-time
          iso8601-string->universal-time iso8601-string->file-time
          ctime-string->universal-time ctime-string->file-time
          time-zone? time-zone->string string->time-zone write-time-zone
          month/long-string month/short-string day-of-week/long-string day-of-week/short-string
          string->month string->day-of-week
          month/max-days
          show-time internal-time/ticks->seconds internal-time/seconds->ticks system-clock measure-interval wait-interval)
  (import (mit legacy runtime))
  (begin

    (define epoch 2208988800)

    (define-record-type decoded-time
      (make second minute hour day month year day-of-week summer? zone)
      decoded-time?
      (second decoded-time/second)
      (minute decoded-time/minute)
      (hour decoded-time/hour)
      (day decoded-time/day)
      (month decoded-time/month)
      (year decoded-time/year)
      (day-of-week decoded-time/day-of-week)
      (summer? decoded-time/summer?)
      (zone decoded-time/zone))

    ;; 0 or 1 hours, #f where it is not in force.
    (define (decoded-time/daylight-savings-time? time) (decoded-time/summer? time))

    ;;; The calendar. Days are counted from 1970; the year is made to begin in March.

    (define (date->days year month day)
      (let* ((year (if (<= month 2) (- year 1) year))
             (century (floor-quotient year 400))
             (rest (- year (* century 400)))
             (day-of-year (+ (quotient (+ (* 153 (modulo (+ month 9) 12)) 2) 5) (- day 1))))
        (+ (* century 146097)
           (* rest 365) (quotient rest 4) (- (quotient rest 100))
           day-of-year
           -719468)))

    (define (days->date days receiver)
      (let* ((days (+ days 719468))
             (century (floor-quotient days 146097))
             (rest (- days (* century 146097)))
             (year (quotient (- rest
                                (quotient rest 1460)
                                (- (quotient rest 36524))
                                (quotient rest 146096))
                             365))
             (day-of-year (- rest (- (+ (* 365 year) (quotient year 4)) (quotient year 100))))
             (month-index (quotient (+ (* 5 day-of-year) 2) 153))
             (day (+ 1 (- day-of-year (quotient (+ (* 153 month-index) 2) 5))))
             (month (if (< month-index 10) (+ month-index 3) (- month-index 9))))
        (receiver (+ year (* century 400) (if (<= month 2) 1 0)) month day)))

    (define (day-of-week days) (modulo (+ days 3) 7))

    (define (decode-seconds seconds offset summer?)
      (let* ((local (+ seconds offset))
             (days (floor-quotient local 86400))
             (rest (floor-remainder local 86400)))
        (days->date days
          (lambda (year month day)
            (make (remainder rest 60)
                  (quotient (remainder rest 3600) 60)
                  (quotient rest 3600)
                  day month year
                  (day-of-week days)
                  (if summer? 1 #f)
                  (/ (- (- offset) (if summer? -3600 0)) 3600))))))

    (define (global-decode seconds) (decode-seconds seconds 0 #f))
    (define (local-decode seconds)
      (let ((zone (%time-zone-offset seconds)))
        (decode-seconds seconds (car zone) (cdr zone))))

    (define (make-decoded-time second minute hour day month year #!optional zone)
      (if (not (<= 1 month 12)) (error:bad-range-argument month 'make-decoded-time))
      (let* ((days (date->days year month day))
             (seconds (+ (* 86400 days) (* 3600 hour) (* 60 minute) second)))
        (if (or (default-object? zone) (not zone))
            (let* ((guess (%time-zone-offset seconds))
                   (found (%time-zone-offset (- seconds (car guess)))))
              (make second minute hour day month year (day-of-week days)
                    (if (cdr found) 1 #f)
                    (/ (- (- (car found)) (if (cdr found) -3600 0)) 3600)))
            (make second minute hour day month year (day-of-week days) #f zone))))

    (define (decoded->seconds time)
      (+ (* 86400 (date->days (decoded-time/year time) (decoded-time/month time) (decoded-time/day time)))
         (* 3600 (decoded-time/hour time))
         (* 60 (decoded-time/minute time))
         (decoded-time/second time)
         (* 3600 (- (decoded-time/zone time) (or (decoded-time/summer? time) 0)))))

    (define (decoded-time->universal-time time) (+ (decoded->seconds time) epoch))
    (define (decoded-time->file-time time) (decoded->seconds time))
    (define (decoded-time->utc time) (global-decode (decoded->seconds time)))
    (define (encode-universal-time time) (decoded-time->universal-time time))
    (define (encode-file-time time) (decoded-time->file-time time))

    (define (get-universal-time) (+ (current-time) epoch))
    (define (local-decoded-time) (local-decode (current-time)))
    (define (get-decoded-time) (local-decoded-time))
    (define (global-decoded-time) (global-decode (current-time)))
    (define (universal-time->file-time time) (- time epoch))
    (define (file-time->universal-time time) (+ time epoch))
    (define (universal-time->global-decoded-time time) (global-decode (- time epoch)))
    (define (universal-time->local-decoded-time time) (local-decode (- time epoch)))
    (define (decode-universal-time time) (universal-time->local-decoded-time time))
    (define (file-time->global-decoded-time time) (global-decode time))
    (define (file-time->local-decoded-time time) (local-decode time))
    (define (decode-file-time time) (local-decode time))

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

    ;;; Measuring

    (define (internal-time/ticks->seconds ticks) (/ ticks 1000.))
    (define (internal-time/seconds->ticks seconds) (* seconds 1000.))
    (define (system-clock) (runtime))

    (define (show-time thunk)
      (let* ((run (process-time-clock))
             (real (real-time-clock))
             (value (thunk))
             (run (- (process-time-clock) run))
             (real (- (real-time-clock) real)))
        (fresh-line)
        (write-string ";process time: ")
        (write run)
        (write-string " (")
        (write run)
        (write-string " RUN + 0 GC); real time: ")
        (write real)
        (newline)
        value))

    (define (measure-interval runtime? procedure)
      (let ((start (runtime)))
        ((procedure start) (runtime))))

    ;; Waits so many ticks.
    (define (wait-interval ticks)
      (let ((end (+ (runtime) (internal-time/ticks->seconds ticks))))
        (let loop ()
          (if (< (runtime) end) (loop)))))))
