;;;; What the garbage collector has done

(define-library (schooner memory)
  (export gc-pauses)
  (import (scheme base) (only (mit legacy runtime) %gc-pauses))
  (begin

    ;; An association list: the number of collections so far, and in milliseconds the longest time that one kept the program
    ;; waiting, the time that 99.9 per cent of them did not exceed, their median and their sum, and the longest in processor
    ;; time, without what the system gave to others meanwhile. A true argument begins the count anew.
    (define (gc-pauses . begin-anew)
      (map cons
           '(collections longest percentile-99.9 median total longest-processor)
           (%gc-pauses (and (pair? begin-anew) (car begin-anew) #t))))))
