;;; Decoded time

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
