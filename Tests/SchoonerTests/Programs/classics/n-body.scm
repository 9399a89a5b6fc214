;;; Planets that attract each other: the energy of the system before and after many small steps.
(import (scheme base) (scheme inexact) (scheme write))

(define steps 200)

(define pi 3.141592653589793)
(define sun-mass (* 4. pi pi))
(define days 365.24)

;; A body: position, speed and mass.
(define (body x y z vx vy vz mass) (vector x y z (* vx days) (* vy days) (* vz days) (* mass sun-mass)))
(define-syntax define-part
  (syntax-rules ()
    ((_ get set index)
     (begin (define (get body) (vector-ref body index)) (define (set body value) (vector-set! body index value))))))
(define-part x x! 0) (define-part y y! 1) (define-part z z! 2)
(define-part vx vx! 3) (define-part vy vy! 4) (define-part vz vz! 5)
(define-part mass mass! 6)

(define bodies
  (list (body 0. 0. 0. 0. 0. 0. 1.)
        (body 4.8414314424647209 -1.16032004402742839 -.103622044471123109
              .00166007664274403694 .00769901118419740425 -.0000690460016972063023 .000954791938424326609)
        (body 8.34336671824457987 4.12479856412430479 -.403523417114321381
              -.00276742510726411 .00499852801234917238 .0000230417297573763929 .000285885980666130812)
        (body 12.8943695621391310 -15.1111514016986312 -.223307578892655734
              .00296460137564761618 .00237847173959480950 -.0000296589568540237556 .0000436624404335156298)
        (body 15.3796971148509165 -25.9193146099879641 .179258772950371181
              .00268067772490389322 .00162824170038242295 -.0000951592254519715870 .0000515138902046611451)))

;; The sun moves so that the whole stands still.
(define (balance!)
  (define (momentum v) (apply + (map (lambda (b) (* (v b) (mass b))) (cdr bodies))))
  (let ((sun (car bodies)))
    (vx! sun (- (/ (momentum vx) sun-mass)))
    (vy! sun (- (/ (momentum vy) sun-mass)))
    (vz! sun (- (/ (momentum vz) sun-mass)))))

(define (energy)
  (let loop ((rest bodies) (e 0.))
    (if (null? rest)
        e
        (let* ((b (car rest))
               (moving (* .5 (mass b) (+ (* (vx b) (vx b)) (* (vy b) (vy b)) (* (vz b) (vz b))))))
          (let pull ((others (cdr rest)) (e (+ e moving)))
            (if (null? others)
                (loop (cdr rest) e)
                (let* ((o (car others)) (dx (- (x b) (x o))) (dy (- (y b) (y o))) (dz (- (z b) (z o))))
                  (pull (cdr others) (- e (/ (* (mass b) (mass o)) (sqrt (+ (* dx dx) (* dy dy) (* dz dz)))))))))))))

(define (step! dt)
  (let loop ((rest bodies))
    (if (pair? rest)
        (let ((b (car rest)))
          (for-each
           (lambda (o)
             (let* ((dx (- (x b) (x o))) (dy (- (y b) (y o))) (dz (- (z b) (z o)))
                    (square (+ (* dx dx) (* dy dy) (* dz dz)))
                    (pull (/ dt (* square (sqrt square)))))
               (vx! b (- (vx b) (* dx (mass o) pull)))
               (vy! b (- (vy b) (* dy (mass o) pull)))
               (vz! b (- (vz b) (* dz (mass o) pull)))
               (vx! o (+ (vx o) (* dx (mass b) pull)))
               (vy! o (+ (vy o) (* dy (mass b) pull)))
               (vz! o (+ (vz o) (* dz (mass b) pull)))))
           (cdr rest))
          (loop (cdr rest)))))
  (for-each
   (lambda (b)
     (x! b (+ (x b) (* dt (vx b))))
     (y! b (+ (y b) (* dt (vy b))))
     (z! b (+ (z b) (* dt (vz b)))))
   bodies))

(define (show e) (write (exact (round (* 1e9 e)))) (newline))

(balance!)
(define before (energy))
(show before)
(do ((i 0 (+ i 1))) ((= i steps)) (step! .01))
(define after (energy))
(show after)
(write (< (abs (- after before)) 1e-4)) (newline)
