;;; Sudoku by trying the cell with the fewest candidates first.
(import (scheme base) (scheme write))

(define puzzles
  '("530070000600195000098000060800060003400803001700020006060000280000419005000080079"
    "000000907000420180000705026100904000050000040000507009920108000034059000507000000"
    "800000000003600000070090200050007000000045700000100030001000068008500010090000400"))

;; Which puzzles are solved: the last takes longest.
(define size 2)

(define (row cell) (quotient cell 9))
(define (column cell) (remainder cell 9))
(define (box cell) (+ (* 3 (quotient (row cell) 3)) (quotient (column cell) 3)))

;; For each cell the cells that may not hold the same digit.
(define peers
  (let ((table (make-vector 81)))
    (do ((cell 0 (+ cell 1))) ((= cell 81) table)
      (vector-set! table cell
                   (let loop ((other 80) (found '()))
                     (cond ((< other 0) found)
                           ((and (not (= other cell))
                                 (or (= (row cell) (row other)) (= (column cell) (column other)) (= (box cell) (box other))))
                            (loop (- other 1) (cons other found)))
                           (else (loop (- other 1) found))))))))

(define tried 0)

(define (candidates board cell)
  (let ((seen (make-vector 10 #f)))
    (for-each (lambda (peer) (vector-set! seen (vector-ref board peer) #t)) (vector-ref peers cell))
    (let loop ((digit 9) (found '()))
      (if (= digit 0) found (loop (- digit 1) (if (vector-ref seen digit) found (cons digit found)))))))

;; Fills the board; #f if there is no way.
(define (solve! board)
  (set! tried (+ tried 1))
  (let loop ((cell 0) (best #f) (choices '()) (count 10))
    (cond ((= cell 81)
           (or (not best)
               (let try ((choices choices))
                 (cond ((null? choices) (vector-set! board best 0) #f)
                       (else
                        (vector-set! board best (car choices))
                        (or (solve! board) (try (cdr choices))))))))
          ((not (= 0 (vector-ref board cell))) (loop (+ cell 1) best choices count))
          (else
           (let* ((possible (candidates board cell)) (n (length possible)))
             (if (< n count)
                 (if (= n 0) #f (loop (+ cell 1) cell possible n))
                 (loop (+ cell 1) best choices count)))))))

(define (parse text) (vector-map (lambda (c) (- (char->integer c) 48)) (string->vector text)))
(define (show board)
  (do ((i 0 (+ i 1))) ((= i 81))
    (display (vector-ref board i))
    (if (= 8 (column i)) (newline))))
(define (right? board)
  (let loop ((cell 0))
    (or (= cell 81) (and (not (memv (vector-ref board cell) (map (lambda (p) (vector-ref board p)) (vector-ref peers cell)))) (loop (+ cell 1))))))

(let loop ((rest puzzles) (n size))
  (if (> n 0)
      (let ((board (parse (car rest))))
        (set! tried 0)
        (display (solve! board)) (display " ") (display (right? board)) (display " ") (display tried) (newline)
        (show board)
        (loop (cdr rest) (- n 1)))))
