;; Data that change while the old space is being collected: nothing that is reachable may get lost, nothing dead may come back.

(define n 200)
(define table (make-equal-hash-table))
(define weak (make-key-weak-eqv-hash-table))
(define places (make-vector n #f))
(define ephemerons '())

(define seed 42)
(define (random-place)
  (set! seed (modulo (+ (* seed 1103515245) 12345) 2147483648))
  (modulo (quotient seed 65536) n))

(define (make-entry i)
  (let ((key (list i)))
    (hash-table-set! weak key (list 'weak i))
    (vector key (make-vector 500 i) (number->string i) (string->symbol (string-append "symbol-" (number->string i))))))

(define (check entry)
  (if (and entry
           (let ((i (car (vector-ref entry 0))))
             (not (and (= i (vector-ref (vector-ref entry 1) 499))
                       (string=? (number->string i) (vector-ref entry 2))
                       (eq? (vector-ref entry 3)
                            (string->symbol (string-append "symbol-" (number->string i))))
                       (equal? (list 'weak i) (hash-table-ref/default weak (vector-ref entry 0) #f))))))
      (error "An entry is broken:" entry)))

;; About 50 MB go through the old space, so that several cycles begin and end.
(do ((i 0 (+ i 1)))
    ((= i 12000))
  (let ((from (random-place))
        (to (random-place))
        (entry (make-entry i)))
    (check (vector-ref places from))
    (vector-set! places to (vector-ref places from))
    (vector-set! places from entry)
    (hash-table-set! table (number->string from) entry)
    (if (= 0 (modulo i 100))
        (set! ephemerons (cons (cons from (make-ephemeron entry (list i))) ephemerons)))))

(vector-for-each check places)
(hash-table-walk table (lambda (key entry) (check entry)))
(display "entries hold")
(newline)

;; What is dead is gone at once after a whole collection.
(define live (make-equal-hash-table))
(vector-for-each (lambda (entry) (hash-table-set! live (car (vector-ref entry 0)) #t)) places)
(hash-table-walk table (lambda (key entry) (hash-table-set! live (car (vector-ref entry 0)) #t)))
(gc-flip)
(hash-table-clean! weak)
(display (= (hash-table-size live) (hash-table-size weak)))
(newline)
(for-each (lambda (entry)
            (let ((key (ephemeron-key (cdr entry))))
              (if (not (eq? (ephemeron-broken? (cdr entry))
                            (not (and key (hash-table-ref/default live (car (vector-ref key 0)) #f)))))
                  (begin
                    (display "an ephemeron is wrong")
                    (newline)))))
          ephemerons)
(display "ephemerons hold")
(newline)
