;;; Promises: R7RS 4.2.5. `delay` makes a promise whose thunk gives the value, `delay-force` one whose thunk gives
;;; another promise. The loop below is a tail call, so a chain of `delay-force` runs in constant space.

(define (force promise)
  (let ((state (%promise-state promise)))
    (cond ((eq? state 2) (%promise-content promise))
          ((eq? state 0)
           (%promise-resolve! promise ((%promise-content promise))))
          (else
           (let ((next ((%promise-content promise))))
             (if (not (promise? next)) (%wrong-type next 'force))
             (%promise-adopt! promise next)
             (force promise))))))

(define (promise-value promise)
  (if (not (promise-forced? promise)) (%bad-range promise 'promise-value))
  (%promise-content promise))
