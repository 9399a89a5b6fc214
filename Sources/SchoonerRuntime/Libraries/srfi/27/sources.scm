;;;; Sources, and the numbers they give.

(define-record-type random-source
  (new-source state)
  random-source?
  (state source-state set-source-state!))

(define (make-random-source)
  (new-source (initial-state)))

(define (check-source object name)
  (if (not (random-source? object))
      (error:wrong-type-argument object 0 name)))

;;; States as the program sees them: (mrg32k3a x1 x2 x3 y1 y2 y3).

(define (random-source-state-ref source)
  (check-source source 'random-source-state-ref)
  (cons 'mrg32k3a (vector->list (source-state source))))

(define (valid-half? numbers modulus)
  (and (let every ((rest numbers))
         (or (null? rest)
             (and (exact-integer? (car rest))
                  (< -1 (car rest) modulus)
                  (every (cdr rest)))))
       (not (equal? numbers '(0 0 0)))))

(define (random-source-state-set! source state)
  (check-source source 'random-source-state-set!)
  (if (not (and (list? state)
                (= (length state) 7)
                (eq? (car state) 'mrg32k3a)
                (let ((numbers (cdr state)))
                  (and (valid-half? (list (car numbers) (cadr numbers) (car (cddr numbers))) m1)
                       (valid-half? (cdr (cddr numbers)) m2)))))
      (error:bad-range-argument state 1 'random-source-state-set!))
  (set-source-state! source (list->vector (cdr state))))

(define (random-source-randomize! source)
  (check-source source 'random-source-randomize!)
  (let ((draw (lambda (modulus) (+ 1 (random (- modulus 1))))))
    (set-source-state! source
                       (vector (draw m1) (draw m1) (draw m1) (draw m2) (draw m2) (draw m2)))))

;; Different i and j give parts of the sequence that lie 2^127 and 2^76 steps apart.
(define (random-source-pseudo-randomize! source i j)
  (check-source source 'random-source-pseudo-randomize!)
  (let ((check-index
         (lambda (index operand)
           (if (not (exact-integer? index))
               (error:wrong-type-argument index operand 'random-source-pseudo-randomize!))
           (if (< index 0)
               (error:bad-range-argument index operand 'random-source-pseudo-randomize!)))))
    (check-index i 1)
    (check-index j 2)
    (set-source-state! source
                       (state-after (initial-state)
                                    (+ (* i (expt 2 127)) (* j (expt 2 76)))))))

;;; Integers

;; A number below m1^words, made of so many draws.
(define (draw-words state words)
  (let loop ((left words) (number 0))
    (if (= left 0)
        number
        (loop (- left 1) (+ (* number m1) (next! state))))))

;; Draws until the number falls into the greatest multiple of the range, so that all remainders are equally likely.
(define (draw-below state range)
  (let count ((words 1) (limit m1))
    (if (< limit range)
        (count (+ words 1) (* limit m1))
        (let ((fair (* range (quotient limit range))))
          (let again ()
            (let ((number (draw-words state words)))
              (if (< number fair)
                  (floor-remainder number range)
                  (again))))))))

(define (random-source-make-integers source)
  (check-source source 'random-source-make-integers)
  (lambda (n)
    (if (not (exact-integer? n))
        (error:wrong-type-argument n 0 'random-integer))
    (if (not (> n 0))
        (error:bad-range-argument n 0 'random-integer))
    (draw-below (source-state source) n)))

;;; Reals, 0 < x < 1

;; The unit is 1/count; a value is one of its multiples 1/count ... (count-1)/count.
(define (real-maker source count unit)
  (let ((range (- count 1)))
    (lambda ()
      (* unit (+ 1 (draw-below (source-state source) range))))))

(define random-source-make-reals
  (case-lambda
    ((source)
     (check-source source 'random-source-make-reals)
     (real-maker source 9007199254740992 (/ 1. 9007199254740992)))
    ((source unit)
     (check-source source 'random-source-make-reals)
     (if (not (real? unit))
         (error:wrong-type-argument unit 1 'random-source-make-reals))
     (if (not (< 0 unit 1))
         (error:bad-range-argument unit 1 'random-source-make-reals))
     (let ((count (exact (ceiling (/ 1 unit)))))
       ;; The steps are at most the unit, of its exactness, and divide 1 evenly.
       (real-maker source (max count 2) (if (exact? unit) (/ 1 count) (/ 1. count)))))))

;;; The source that everybody shares is different in each run.

(define default-random-source (make-random-source))
(random-source-randomize! default-random-source)

(define random-integer (random-source-make-integers default-random-source))
(define random-real (random-source-make-reals default-random-source))
