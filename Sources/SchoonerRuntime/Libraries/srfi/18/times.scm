;;;; Points in time, and how long it is until then.

;; Seconds since 1970, a real number.
(define-record-type time
  (new-time seconds)
  time?
  (seconds time-seconds))

(define (current-time)
  (new-time (current-second)))

(define (time->seconds time)
  (if (not (time? time)) (error:wrong-type-argument time 0 'time->seconds))
  (time-seconds time))

(define (seconds->time seconds)
  (if (not (real? seconds)) (error:wrong-type-argument seconds 0 'seconds->time))
  (new-time seconds))

;; The point in time that a timeout stands for: a time, or seconds from now; #f when there is none.
(define (timeout->seconds timeout operand name)
  (cond ((not timeout) #f)
        ((time? timeout) (time-seconds timeout))
        ((real? timeout) (+ (current-second) timeout))
        (else (error:wrong-type-argument timeout operand name))))

;; Milliseconds until a point in time, not less than 0.  NaN is now.
(define (milliseconds-until seconds)
  (let ((left (* 1000. (- seconds (current-second)))))
    (if (> left 0.) left 0.)))
