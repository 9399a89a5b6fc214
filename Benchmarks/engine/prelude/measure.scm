;; Put after a system's own prelude: runs a program's main procedure once and prints its line,
;; "name result milliseconds", for the runner to check and collect.
(define (measure name main)
  (let* ((start (current-milliseconds))
         (result (main))
         (end (current-milliseconds)))
    (display name)
    (display " ")
    (display result)
    (display " ")
    (display (- end start))
    (newline)))
