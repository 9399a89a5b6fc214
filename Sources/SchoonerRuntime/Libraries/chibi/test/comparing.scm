;;; When a result is what was expected: like equal?, but inexact numbers need only be close.

(define current-test-epsilon (make-parameter 1e-5))

(define (close? expected actual)
  (cond ((and (real? expected) (real? actual))
         (or (= expected actual)
             (and (nan? expected) (nan? actual))
             (and (finite? expected) (finite? actual)
                  (let ((size (max (abs expected) (abs actual))))
                    (<= (abs (- expected actual))
                        (* (current-test-epsilon) (if (< size 1) 1 size)))))))
        (else
         (and (close? (real-part expected) (real-part actual))
              (close? (imag-part expected) (imag-part actual))))))

(define (test-equal? expected actual)
  (cond ((equal? expected actual) #t)
        ((and (number? expected) (number? actual))
         (and (inexact? expected) (inexact? actual) (close? expected actual)))
        ((and (pair? expected) (pair? actual))
         (and (test-equal? (car expected) (car actual))
              (test-equal? (cdr expected) (cdr actual))))
        ((and (vector? expected) (vector? actual) (= (vector-length expected) (vector-length actual)))
         (test-equal? (vector->list expected) (vector->list actual)))
        (else #f)))

(define current-test-comparator (make-parameter test-equal?))
