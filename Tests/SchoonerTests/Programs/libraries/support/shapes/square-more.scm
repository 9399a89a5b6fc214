(define (perimeter side) (* 4 side))
