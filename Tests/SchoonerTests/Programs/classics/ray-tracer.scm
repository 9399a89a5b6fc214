;;; A ray tracer: spheres over a plane with one lamp, shadows and mirrors, drawn with characters.
(import (scheme base) (scheme inexact) (scheme write))

(define width 56)
(define height 20)
(define depth 3)

;; Vectors are lists of three flonums.
(define (v x y z) (list x y z))
(define (v+ a b) (map + a b))
(define (v- a b) (map - a b))
(define (v* k a) (map (lambda (x) (* k x)) a))
(define (dot a b) (apply + (map * a b)))
(define (unit a) (v* (/ 1. (sqrt (dot a a))) a))

(define-record-type sphere (make-sphere centre radius shade mirror) sphere?
  (centre sphere-centre) (radius sphere-radius) (shade sphere-shade) (mirror sphere-mirror))

(define spheres
  (list (make-sphere (v 0. 1. 6.) 1. .9 .3)
        (make-sphere (v -2. .7 5.) .7 .5 .5)
        (make-sphere (v 1.6 .5 4.2) .5 1. 0.)
        (make-sphere (v 3. 1.5 8.) 1.5 .6 .2)))

(define lamp (unit (v -1. 2. -1.5)))

;; The distance along a ray at which it meets the sphere, or #f.
(define (distance-to sphere from direction)
  (let* ((between (v- (sphere-centre sphere) from))
         (along (dot between direction))
         (square-away (- (dot between between) (* along along)))
         (under-root (- (* (sphere-radius sphere) (sphere-radius sphere)) square-away)))
    (and (> under-root 0.)
         (let* ((root (sqrt under-root)) (near (- along root)) (far (+ along root)))
           (cond ((> near 1e-6) near)
                 ((> far 1e-6) far)
                 (else #f))))))

;; Calls hit with the nearest sphere and its distance, or miss.
(define (nearest from direction hit miss)
  (let loop ((rest spheres) (best #f) (best-distance #f))
    (if (null? rest)
        (if best (hit best best-distance) (miss))
        (let ((distance (distance-to (car rest) from direction)))
          (if (and distance (or (not best-distance) (< distance best-distance)))
              (loop (cdr rest) (car rest) distance)
              (loop (cdr rest) best best-distance))))))

(define (in-shadow? point) (nearest point lamp (lambda (sphere distance) #t) (lambda () #f)))

(define (lit point normal shade)
  (if (in-shadow? point)
      (* .15 shade)
      (* shade (+ .15 (* .85 (max 0. (dot normal lamp)))))))

(define (brightness from direction depth)
  (nearest
   from direction
   (lambda (sphere distance)
     (let* ((point (v+ from (v* distance direction)))
            (normal (unit (v- point (sphere-centre sphere))))
            (own (lit point normal (sphere-shade sphere))))
       (if (or (= depth 0) (= 0. (sphere-mirror sphere)))
           own
           (let ((mirrored (v- direction (v* (* 2. (dot direction normal)) normal))))
             (+ (* (- 1. (sphere-mirror sphere)) own)
                (* (sphere-mirror sphere) (brightness point mirrored (- depth 1))))))))
   (lambda ()
     (let ((down (cadr direction)))
       (if (< down -1e-3)
           (let* ((point (v+ from (v* (/ (cadr from) (- down)) direction)))
                  (tile (+ (floor (car point)) (floor (car (cddr point))))))
             (lit point (v 0. 1. 0.) (if (even? (exact tile)) .8 .3)))
           (max 0. (- .25 (* .2 down))))))))

(define eye (v 0. 1.2 0.))
(define shades " .:-=+*#%@")

(define total 0.)

(define (pixel row column)
  (let* ((x (/ (- column (/ width 2.)) (/ width 2.)))
         (y (/ (- (/ height 2.) row) (/ height 1.)))
         (light (brightness eye (unit (v x (* .9 y) 1.2)) depth)))
    (set! total (+ total light))
    (string-ref shades (max 0 (min 9 (exact (floor (* 10. light))))))))

(do ((row 0 (+ row 1)))
    ((= row height))
  (let ((line (make-string width)))
    (do ((column 0 (+ column 1)))
        ((= column width))
      (string-set! line column (pixel row column)))
    (display line)
    (newline)))
(display (exact (round (* 1000 (/ total (* width height))))))
(newline)
