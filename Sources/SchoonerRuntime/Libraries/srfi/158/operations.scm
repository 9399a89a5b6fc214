;;; Generators from generators. None takes a value from its sources before it is asked for one.

(define (check-generator generator caller)
  (guarantee procedure? generator caller))

(define (check-generators generators caller)
  (for-each (lambda (generator) (check-generator generator caller)) generators))

;; The next value of each generator in a list, or #f when one of them has ended.
(define (next-of-each generators)
  (let loop ((rest generators) (values '()))
    (if (pair? rest)
        (let ((value ((car rest))))
          (if (eof-object? value)
              #f
              (loop (cdr rest) (cons value values))))
        (reverse values))))

;; (gcons* item … generator)
(define (gcons* first . rest)
  (let loop ((first first) (rest rest) (items '()))
    (if (pair? rest)
        (loop (car rest) (cdr rest) (cons first items))
        (begin
          (check-generator first 'gcons*)
          (let ((items (reverse items)))
            (lambda ()
              (if (pair? items)
                  (let ((item (car items)))
                    (set! items (cdr items))
                    item)
                  (first))))))))

(define (gappend . generators)
  (check-generators generators 'gappend)
  (lambda ()
    (let loop ()
      (if (pair? generators)
          (let ((value ((car generators))))
            (if (eof-object? value)
                (begin
                  (set! generators (cdr generators))
                  (loop))
                value))
          (eof-object)))))

;; What the generators that a generator gives give, one after the other.
(define (gflatten generators)
  (check-generator generators 'gflatten)
  (let ((current (lambda () (eof-object))))
    (lambda ()
      (let loop ()
        (if (eof-object? current)
            current
            (let ((value (current)))
              (if (eof-object? value)
                  (begin
                    (set! current (generators))
                    (loop))
                  value)))))))

;; Lists of count values; the last is shorter, or filled up with the padding.
(define (ggroup generator count . padding)
  (check-generator generator 'ggroup)
  (if (not (and (exact-nonnegative-integer? count) (> count 0)))
      (error:bad-range-argument count 'ggroup))
  (lambda ()
    (let loop ((left count) (items '()))
      (if (= left 0)
          (reverse items)
          (let ((value (generator)))
            (cond ((not (eof-object? value)) (loop (- left 1) (cons value items)))
                  ((null? items) value)
                  ((null? padding) (reverse items))
                  (else (append (reverse items) (make-list left (car padding))))))))))

;; Merges sorted generators; of equal values the one of the earlier generator comes first.
(define (gmerge less? first . rest)
  (guarantee procedure? less? 'gmerge)
  (check-generators (cons first rest) 'gmerge)
  (let merge-all ((generators (cons first rest)))
    (if (null? (cdr generators))
        (car generators)
        (merge-all (merge-neighbours less? generators)))))

(define (merge-neighbours less? generators)
  (if (and (pair? generators) (pair? (cdr generators)))
      (cons (merge-two less? (car generators) (cadr generators))
            (merge-neighbours less? (cddr generators)))
      generators))

(define (merge-two less? left right)
  (let ((started? #f) (left-value #f) (right-value #f))
    (lambda ()
      (if (not started?)
          (begin
            (set! started? #t)
            (set! left-value (left))
            (set! right-value (right))))
      (if (or (eof-object? right-value)
              (and (not (eof-object? left-value))
                   (not (less? right-value left-value))))
          (let ((value left-value))
            (if (not (eof-object? value))
                (set! left-value (left)))
            value)
          (let ((value right-value))
            (set! right-value (right))
            value)))))

(define (gmap procedure generator . more)
  (guarantee procedure? procedure 'gmap)
  (check-generators (cons generator more) 'gmap)
  (if (null? more)
      (lambda ()
        (let ((value (generator)))
          (if (eof-object? value) value (procedure value))))
      (let ((generators (cons generator more)))
        (lambda ()
          (let ((values (next-of-each generators)))
            (if values (apply procedure values) (eof-object)))))))

;; The procedure takes a value of each generator and the state, and gives a value and the next state.
(define (gcombine procedure seed generator . more)
  (guarantee procedure? procedure 'gcombine)
  (let ((generators (cons generator more)) (state seed))
    (check-generators generators 'gcombine)
    (lambda ()
      (let ((items (next-of-each generators)))
        (if items
            (call-with-values
                (lambda () (apply procedure (append items (list state))))
              (lambda (value next)
                (set! state next)
                value))
            (eof-object))))))

(define (gfilter predicate generator)
  (guarantee procedure? predicate 'gfilter)
  (check-generator generator 'gfilter)
  (lambda ()
    (let loop ()
      (let ((value (generator)))
        (if (or (eof-object? value) (predicate value))
            value
            (loop))))))

(define (gremove predicate generator)
  (guarantee procedure? predicate 'gremove)
  (gfilter (lambda (value) (not (predicate value))) generator))

;; The procedure takes a value and the state, and tells whether to keep the value, and the next state.
(define (gstate-filter procedure seed generator)
  (guarantee procedure? procedure 'gstate-filter)
  (check-generator generator 'gstate-filter)
  (let ((state seed))
    (lambda ()
      (let loop ()
        (let ((value (generator)))
          (if (eof-object? value)
              value
              (call-with-values
                  (lambda () (procedure value state))
                (lambda (keep? next)
                  (set! state next)
                  (if keep? value (loop))))))))))

;; At most count values; exactly count when there is padding.
(define (gtake generator count . padding)
  (check-generator generator 'gtake)
  (guarantee exact-nonnegative-integer? count 'gtake)
  (let ((left count) (ended? #f))
    (lambda ()
      (if (> left 0)
          (let ((value (if ended? (eof-object) (generator))))
            (set! left (- left 1))
            (cond ((not (eof-object? value)) value)
                  ((pair? padding)
                   (set! ended? #t)
                   (car padding))
                  (else
                   (set! left 0)
                   value)))
          (eof-object)))))

(define (gdrop generator count)
  (check-generator generator 'gdrop)
  (guarantee exact-nonnegative-integer? count 'gdrop)
  (let ((left count))
    (lambda ()
      (let loop ()
        (if (> left 0)
            (begin
              (set! left (- left 1))
              (if (eof-object? (generator))
                  (begin
                    (set! left 0)
                    (eof-object))
                  (loop)))
            (generator))))))

(define (gtake-while predicate generator)
  (guarantee procedure? predicate 'gtake-while)
  (check-generator generator 'gtake-while)
  (let ((ended? #f))
    (lambda ()
      (if ended?
          (eof-object)
          (let ((value (generator)))
            (if (and (not (eof-object? value)) (predicate value))
                value
                (begin
                  (set! ended? #t)
                  (eof-object))))))))

(define (gdrop-while predicate generator)
  (guarantee procedure? predicate 'gdrop-while)
  (check-generator generator 'gdrop-while)
  (let ((dropping? #t))
    (lambda ()
      (let loop ()
        (let ((value (generator)))
          (if (and dropping? (not (eof-object? value)) (predicate value))
              (loop)
              (begin
                (set! dropping? #f)
                value)))))))

(define gdelete
  (case-lambda
    ((item generator) (gdelete item generator equal?))
    ((item generator same?)
     (guarantee procedure? same? 'gdelete)
     (gremove (lambda (value) (same? item value)) generator))))

;; Of neighbours that are the same only the first.
(define gdelete-neighbor-dups
  (case-lambda
    ((generator) (gdelete-neighbor-dups generator equal?))
    ((generator same?)
     (check-generator generator 'gdelete-neighbor-dups)
     (guarantee procedure? same? 'gdelete-neighbor-dups)
     (let ((first? #t) (previous #f))
       (lambda ()
         (let loop ()
           (let ((value (generator)))
             (cond ((eof-object? value) value)
                   ((and (not first?) (same? previous value)) (loop))
                   (else
                    (set! first? #f)
                    (set! previous value)
                    value)))))))))

;; The values whose indices, in ascending order, the second generator gives.
(define (gindex values-generator index-generator)
  (check-generator values-generator 'gindex)
  (check-generator index-generator 'gindex)
  (let ((position 0) (ended? #f))
    (define (end)
      (set! ended? #t)
      (eof-object))
    (lambda ()
      (if ended?
          (eof-object)
          (let ((index (index-generator)))
            (cond ((eof-object? index) (end))
                  ((not (and (exact-nonnegative-integer? index) (>= index position)))
                   (error:bad-range-argument index 'gindex))
                  (else
                   (let skip ()
                     (let ((value (values-generator)))
                       (set! position (+ position 1))
                       (cond ((eof-object? value) (end))
                             ((< index position) value)
                             (else (skip))))))))))))

;; The values for which the second generator gives a true value.
(define (gselect values-generator truth-generator)
  (check-generator values-generator 'gselect)
  (check-generator truth-generator 'gselect)
  (let ((ended? #f))
    (lambda ()
      (let loop ()
        (if ended?
            (eof-object)
            (let* ((value (values-generator))
                   (truth (if (eof-object? value) value (truth-generator))))
              (cond ((eof-object? truth)
                     (set! ended? #t)
                     truth)
                    (truth value)
                    (else (loop)))))))))
