;; R7RS 3.4: storage model
(import (scheme base) (scheme write))
(include "checking.scm")

;; Variables and objects such as pairs, strings, vectors, and bytevectors denote locations: an object fetched from a
;; location is the one last stored there, the same in the sense of eqv?.
(let ((x (list 1 2)) (y (list 'a)))
  (set-car! x y)
  (check (eqv? (car x) y) => #t))
(let ((v (make-vector 3 0)) (y "abc"))
  (vector-set! v 1 y)
  (check (eqv? (vector-ref v 1) y) => #t)
  (check (vector-ref v 0) => 0))
(let ((s (make-string 3 #\a)))
  (string-set! s 1 #\b)
  (check (string-ref s 1) => #\b)
  (check s => "aba"))
(let ((b (make-bytevector 2 7)))
  (bytevector-u8-set! b 0 255)
  (check b => #u8(255 7)))

;; Objects may be stored in many locations; a change is seen through each.
(let* ((x (list 1)) (y (cons x x)))
  (set-car! (car y) 2)
  (check y => '((2) 2)))
(let* ((x (vector 1)) (y (list x x)))
  (vector-set! (car y) 0 'new)
  (check y => '(#(new) #(new))))

;; Whenever this report speaks of storage being newly allocated, the locations are marked as in use, apart from others.
(check (eqv? (list 1) (list 1)) => #f)
(check (eqv? (vector 1) (vector 1)) => #f)
(check (eqv? (string #\a) (string #\a)) => #f)
(check (eqv? (bytevector 1) (bytevector 1)) => #f)
(let ((x (list 1 2 3)))
  (check (eqv? (list-copy x) x) => #f)
  (check (equal? (list-copy x) x) => #t))
(let ((s (string #\a)))
  (check (eqv? (string-copy s) s) => #f))

;; Assigning a variable changes the location it is bound to, for every procedure that closed over it.
(let* ((n 0) (next (lambda () (set! n (+ n 1)) n)) (look (lambda () n)))
  (next) (next)
  (check (look) => 2))

;; Every location is initialised before use; the empty objects have no locations.
(check (eqv? '() '()) => #t)

;; It is desirable for constants to be immutable; a change to one is an error. What the standard procedures give newly
;; allocated may be changed.
(let ((s (symbol->string 'abc)))
  (check (string=? s "abc") => #t))
(check (let* ((ab "ab") (s (string-append ab "c"))) (string-set! s 0 #\x) s) => "xbc")
(check (let ((s (number->string 123))) (string-set! s 0 #\9) s) => "923")
(let ((v (list->vector '(1 2 3))))
  (vector-set! v 0 'a)
  (check v => #(a 2 3)))

(report-checks)
