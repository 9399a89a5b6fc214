;;; The eight-tile sliding puzzle: the shortest solution by iterative deepening with the sum of distances as a bound.
(import (scheme base) (scheme write))

(define start (vector 7 2 4 5 0 6 8 3 1))

(define side 3)

(define (distance tile place)
  (if (= tile 0)
      0
      (+ (abs (- (quotient tile side) (quotient place side)))
         (abs (- (remainder tile side) (remainder place side))))))

(define (total-distance board)
  (do ((place 0 (+ place 1))
       (sum 0 (+ sum (distance (vector-ref board place) place))))
      ((= place (vector-length board)) sum)))

(define (find-hole board)
  (let loop ((place 0))
    (if (= 0 (vector-ref board place)) place (loop (+ place 1)))))

(define moves '((up . -1) (left . 0) (right . 0) (down . 1)))

;; The place the hole moves to, or #f.
(define (moved hole direction)
  (let ((row (quotient hole side)) (column (remainder hole side)))
    (case direction
      ((up) (and (> row 0) (- hole side)))
      ((down) (and (< row (- side 1)) (+ hole side)))
      ((left) (and (> column 0) (- hole 1)))
      (else (and (< column (- side 1)) (+ hole 1))))))

(define (opposite direction)
  (cdr (assq direction '((up . down) (down . up) (left . right) (right . left)))))

(define visited 0)

;; A list of directions that leads to the ordered board with at most limit moves, or the next limit to try.
(define (search board hole last depth bound limit)
  (set! visited (+ visited 1))
  (cond ((> (+ depth bound) limit) (+ depth bound))
        ((= bound 0) '())
        (else
         (let loop ((directions '(up left right down)) (next #f))
           (if (null? directions)
               (or next (+ limit 1000))
               (let* ((direction (car directions)) (place (moved hole direction)))
                 (if (or (not place) (and last (eq? direction (opposite last))))
                     (loop (cdr directions) next)
                     (let* ((tile (vector-ref board place))
                            (new-bound (+ bound (- (distance tile place)) (distance tile hole))))
                       (vector-set! board hole tile)
                       (vector-set! board place 0)
                       (let ((result (search board place direction (+ depth 1) new-bound limit)))
                         (vector-set! board place tile)
                         (vector-set! board hole 0)
                         (if (number? result)
                             (loop (cdr directions) (if next (min next result) result))
                             (cons direction result)))))))))))

(define (solve board)
  (let deepen ((limit (total-distance board)))
    (let ((result (search board (find-hole board) #f 0 (total-distance board) limit)))
      (if (number? result) (deepen result) result))))

(define (play board directions)
  (let ((board (vector-copy board)))
    (let loop ((directions directions) (hole (find-hole board)))
      (if (null? directions)
          board
          (let ((place (moved hole (car directions))))
            (vector-set! board hole (vector-ref board place))
            (vector-set! board place 0)
            (loop (cdr directions) place))))))

(define solution (solve (vector-copy start)))
(write (length solution)) (newline)
(write solution) (newline)
(write (play start solution)) (newline)
(write visited) (newline)
