;;; Sorting: a stable merge sort of vectors, and of lists by way of vectors. MIT reference manual 7.9, SRFI 132.

;; Sorts the elements from start to end of a vector, with room of the same size to work in.
(define (%merge-sort! vector scratch start end before?)
  (if (<= (- end start) 6)
      (%insertion-sort! vector start end before?)
      (let ((middle (quotient (+ start end) 2)))
        (%merge-sort! vector scratch start middle before?)
        (%merge-sort! vector scratch middle end before?)
        (if (before? (vector-ref vector middle) (vector-ref vector (- middle 1)))
            (%merge! vector scratch start middle end before?)))))

(define (%insertion-sort! vector start end before?)
  (let next ((index (+ start 1)))
    (if (< index end)
        (let ((element (vector-ref vector index)))
          (let sink ((place index))
            (if (and (> place start)
                     (before? element (vector-ref vector (- place 1))))
                (begin
                  (vector-set! vector place (vector-ref vector (- place 1)))
                  (sink (- place 1)))
                (vector-set! vector place element)))
          (next (+ index 1))))))

;; Merges two sorted neighbours; of equal elements the left ones come first.
(define (%merge! vector scratch start middle end before?)
  (subvector-move-left! vector start middle scratch start)
  (let loop ((left start) (right middle) (place start))
    (if (< left middle)
        (if (and (< right end)
                 (before? (vector-ref vector right) (vector-ref scratch left)))
            (begin
              (vector-set! vector place (vector-ref vector right))
              (loop left (+ right 1) (+ place 1)))
            (begin
              (vector-set! vector place (vector-ref scratch left))
              (loop (+ left 1) right (+ place 1)))))))

(define (%sort-vector! vector before?)
  (let ((count (vector-length vector)))
    (%merge-sort! vector (make-vector count #f) 0 count before?)))

;; The two arguments may come in either order: MIT's has the sequence first, SRFI 132's the procedure.
(define (%sort sequence before? caller)
  (cond ((or (pair? sequence) (null? sequence))
         (if (not (list? sequence)) (%wrong-type sequence caller))
         (let ((vector (list->vector sequence)))
           (%sort-vector! vector before?)
           (vector->list vector)))
        ((vector? sequence)
         (let ((vector (vector-copy sequence)))
           (%sort-vector! vector before?)
           vector))
        ((or (pair? before?) (null? before?) (vector? before?))
         (if (procedure? sequence)
             (%sort before? sequence caller)
             (%wrong-type sequence caller)))
        (else (%wrong-type sequence caller))))

(define (sort sequence before? #!optional caller) (%sort sequence before? 'sort))
(define (merge-sort sequence before?) (%sort sequence before? 'merge-sort))
(define (list-sort before? list) (%sort list before? 'list-sort))
(define (list-stable-sort before? list) (%sort list before? 'list-stable-sort))
(define (vector-sort before? vector) (%sort vector before? 'vector-sort))

(define (%sort! sequence before? caller)
  (cond ((vector? sequence)
         (%sort-vector! sequence before?)
         sequence)
        ((and (procedure? sequence) (vector? before?))
         (%sort! before? sequence caller))
        (else (%sort sequence before? caller))))

(define (sort! sequence before?) (%sort! sequence before? 'sort!))
(define (merge-sort! sequence before?) (%sort! sequence before? 'merge-sort!))
(define (list-sort! before? list) (%sort! list before? 'list-sort!))
(define (vector-sort! before? vector) (%sort! vector before? 'vector-sort!))

(define (sorted? sequence before?)
  (let ((vector (if (vector? sequence) sequence (list->vector sequence))))
    (let loop ((index 1))
      (or (>= index (vector-length vector))
          (and (not (before? (vector-ref vector index) (vector-ref vector (- index 1))))
               (loop (+ index 1)))))))

(define (list-sorted? before? list) (sorted? list before?))
(define (vector-sorted? before? vector) (sorted? vector before?))
