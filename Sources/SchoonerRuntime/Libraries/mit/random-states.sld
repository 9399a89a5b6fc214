;;; States of the random numbers' generator: MIT reference manual 4.8. A state is a source of SRFI 27.

(define-library (mit random-states)
  (export make-random-state random-state? export-random-state import-random-state %random-with-state)
  (import (mit legacy runtime) (srfi 27))
  (begin

    (define random-state? random-source?)

    ;; A copy of the state; #t asks for one that nobody can foretell.
    (define (make-random-state #!optional state)
      (let ((new (make-random-source)))
        (cond ((or (default-object? state) (not state))
               (random-source-state-set! new (random-source-state-ref default-random-source)))
              ((eq? state #t) (random-source-randomize! new))
              ((random-source? state)
               (random-source-state-set! new (random-source-state-ref state)))
              (else (error:wrong-type-argument state #f 'make-random-state)))
        new))

    (define (export-random-state state) (random-source-state-ref state))

    (define (import-random-state exported)
      (let ((state (make-random-source)))
        (random-source-state-set! state exported)
        state))

    ;; What `random` does when it is given a state.
    (define (%random-with-state modulus state)
      (if (not (random-source? state)) (error:wrong-type-argument state #f 'random))
      (if (not (and (real? modulus) (> modulus 0))) (error:bad-range-argument modulus 'random))
      (cond ((exact-integer? modulus) ((random-source-make-integers state) modulus))
            ((exact? modulus) (error:bad-range-argument modulus 'random))
            ((integer? modulus)
             (exact->inexact ((random-source-make-integers state) (inexact->exact modulus))))
            (else (* modulus ((random-source-make-reals state))))))))
