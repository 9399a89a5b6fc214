;; A loop whose body installs a handler or a parameter each time round does not pile up.
(define p (make-parameter 0))
(define (loop n)
  (if (= n 0)
      'done
      (begin
        (guard (e (#t 'caught)) (if (= 0 (modulo n 1000)) (raise 'x) n))
        (parameterize ((p n)) (p))
        (loop (- n 1)))))
(write-line (loop 20000))
