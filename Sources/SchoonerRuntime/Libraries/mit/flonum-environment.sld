;;; The floating-point environment as MIT Scheme 12.1 names it. Nothing is trapped, and numbers are rounded to the nearest:
;;; programs that ask what there is are told so. Vectors of flonums.

(define-library (mit flonum-environment)
  (export flo:supported-exceptions flo:exception:invalid-operation flo:exception:divide-by-zero
          flo:exception:overflow flo:exception:underflow flo:exception:inexact-result
          flo:exception:subnormal-operand
          flo:exceptions->names flo:names->exceptions
          flo:test-exceptions flo:clear-exceptions! flo:raise-exceptions!
          flo:save-exception-flags flo:test-exception-flags
          flo:have-trap-enable/disable? flo:trapped-exceptions flo:default-trapped-exceptions
          flo:trappable-exceptions flo:set-trapped-exceptions! flo:trap-exceptions! flo:untrap-exceptions!
          flo:with-trapped-exceptions flo:with-exceptions-trapped flo:with-exceptions-untrapped
          flo:defer-exception-traps!
          flo:environment flo:default-environment flo:set-environment! flo:update-environment!
          flo:preserving-environment flo:with-default-environment
          flo:rounding-mode flo:rounding-modes flo:default-rounding-mode flo:set-rounding-mode!
          flo:with-rounding-mode
          flo:vector-cons flo:vector-ref flo:vector-set! flo:vector-length
          condition-type:floating-point-divide-by-zero condition-type:floating-point-overflow
          condition-type:floating-point-underflow condition-type:invalid-floating-point-operation
          condition-type:inexact-floating-point-result)
  (import (mit legacy runtime))
  (begin

    ;;; Exceptions. Arithmetic leaves no flags, as in 12.1; flo:raise-exceptions! does.

    (define (flo:exception:invalid-operation) 1)
    (define (flo:exception:divide-by-zero) 4)
    (define (flo:exception:overflow) 8)
    (define (flo:exception:underflow) 16)
    (define (flo:exception:inexact-result) 32)
    (define (flo:exception:subnormal-operand) 0)
    (define (flo:supported-exceptions) 61)

    (define exception-names
      '((divide-by-zero . 4) (inexact-result . 32) (invalid-operation . 1) (overflow . 8) (underflow . 16)))

    (define (check-exceptions mask operator)
      (if (not (index-fixnum? mask)) (error:wrong-type-argument mask 0 operator))
      (if (not (= (bitwise-and mask 61) mask)) (error:bad-range-argument mask 0 operator)))

    (define (flo:exceptions->names mask)
      (check-exceptions mask 'flo:exceptions->names)
      (filter-map (lambda (entry) (and (not (= 0 (bitwise-and mask (cdr entry)))) (car entry))) exception-names))

    (define (flo:names->exceptions names)
      (fold (lambda (name mask)
              (let ((entry (assq name exception-names)))
                (if (not entry) (error:bad-range-argument names 'flo:names->exceptions))
                (bitwise-or mask (cdr entry))))
            0
            names))

    (define flags 0)

    (define (flo:test-exceptions mask)
      (check-exceptions mask 'test-float-exceptions)
      (bitwise-and flags mask))

    (define (flo:clear-exceptions! mask)
      (check-exceptions mask 'clear-float-exceptions)
      (set! flags (bitwise-and flags (bitwise-not mask))))

    (define (flo:raise-exceptions! mask)
      (check-exceptions mask 'raise-float-exceptions)
      (set! flags (bitwise-or flags mask)))

    (define (flo:save-exception-flags mask)
      (check-exceptions mask 'save-float-exception-flags)
      (bitwise-and flags mask))

    (define (flo:test-exception-flags saved mask)
      (check-exceptions mask 'test-float-exception-flags)
      (bitwise-and saved mask))

    ;;; Traps: there are none.

    (define (flo:have-trap-enable/disable?) #f)
    (define (flo:trapped-exceptions) 0)
    (define (flo:default-trapped-exceptions) 0)
    (define (flo:trappable-exceptions) 0)

    (define (flo:set-trapped-exceptions! mask)
      (if (not (eqv? mask 0)) (error:bad-range-argument mask 0 'set-trapped-float-exceptions))
      0)

    (define flo:trap-exceptions! flo:set-trapped-exceptions!)

    (define (flo:untrap-exceptions! mask)
      (check-exceptions mask 'untrap-float-exceptions)
      0)

    (define (flo:with-trapped-exceptions mask thunk)
      (flo:set-trapped-exceptions! mask)
      (thunk))

    (define flo:with-exceptions-trapped flo:with-trapped-exceptions)

    (define (flo:with-exceptions-untrapped mask thunk)
      (check-exceptions mask 'untrap-float-exceptions)
      (thunk))

    (define (flo:defer-exception-traps!) (flo:environment))

    ;;; The environment is the flags.

    (define (flo:environment) flags)
    (define (flo:default-environment) 0)

    (define (flo:set-environment! environment)
      (set! flags environment)
      unspecific)

    (define (flo:update-environment! environment)
      (set! flags (bitwise-or flags environment))
      unspecific)

    (define (flo:preserving-environment thunk)
      (let ((outside flags))
        (define (exchange!)
          (let ((inside flags))
            (set! flags outside)
            (set! outside inside)))
        (set! outside flags)
        (dynamic-wind (lambda () #t) thunk exchange!)))

    (define (flo:with-default-environment thunk)
      (flo:preserving-environment
       (lambda ()
         (set! flags 0)
         (thunk))))

    ;;; Rounding

    (define (flo:rounding-mode) 'to-nearest)
    (define (flo:default-rounding-mode) 'to-nearest)
    (define (flo:rounding-modes) (list 'to-nearest))

    (define (flo:set-rounding-mode! mode)
      (if (not (eq? mode 'to-nearest)) (error:bad-range-argument mode 'flo:set-rounding-mode!))
      unspecific)

    (define (flo:with-rounding-mode mode thunk)
      (if (not (eq? mode 'to-nearest)) (error:bad-range-argument mode 'flo:with-rounding-mode))
      (thunk))

    ;;; Conditions, for programs that name them.

    (define (arithmetic-condition name parent report)
      (make-condition-type name parent '()
        (lambda (condition port) (write-string report port))))

    (define condition-type:floating-point-divide-by-zero
      (arithmetic-condition 'floating-point-divide-by-zero condition-type:divide-by-zero
                            "Floating-point division by zero"))
    (define condition-type:floating-point-overflow
      (arithmetic-condition 'floating-point-overflow condition-type:arithmetic-error "Floating-point overflow"))
    (define condition-type:floating-point-underflow
      (arithmetic-condition 'floating-point-underflow condition-type:arithmetic-error "Floating-point underflow"))
    (define condition-type:invalid-floating-point-operation
      (arithmetic-condition 'invalid-floating-point-operation condition-type:arithmetic-error
                            "Invalid floating-point operation"))
    (define condition-type:inexact-floating-point-result
      (arithmetic-condition 'inexact-floating-point-result condition-type:arithmetic-error
                            "Inexact floating-point result"))

    ;;; Vectors of flonums

    (define-record-type floating-vector
      (make-floating-vector elements)
      floating-vector?
      (elements floating-vector-elements))

    (define-print-method floating-vector?
      (standard-print-method 'floating-vector
        (lambda (vector) (vector->list (floating-vector-elements vector)))))

    (define (flo:vector-cons length) (make-floating-vector (make-vector length 0.)))
    (define (flo:vector-ref vector index) (vector-ref (floating-vector-elements vector) index))
    (define (flo:vector-length vector) (vector-length (floating-vector-elements vector)))

    (define (flo:vector-set! vector index flonum)
      (if (not (flo:flonum? flonum)) (error:wrong-type-argument flonum 2 'flo:vector-set!))
      (vector-set! (floating-vector-elements vector) index flonum))))
