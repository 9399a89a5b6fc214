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
      (if (< (runtime) end) (loop)))))
