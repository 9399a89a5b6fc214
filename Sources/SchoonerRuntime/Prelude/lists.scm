;;; The rest of SRFI 1: taking apart, joining, lists as sets.

(define (take list count) (list-head list count))
(define (take! list count) (list-head list count))
(define (drop list count) (list-tail list count))

(define (take-right list count)
  (let loop ((ahead (list-tail list count)) (rest list))
    (if (pair? ahead)
        (loop (cdr ahead) (cdr rest))
        rest)))

(define (drop-right list count)
  (let loop ((ahead (list-tail list count)) (rest list) (result '()))
    (if (pair? ahead)
        (loop (cdr ahead) (cdr rest) (cons (car rest) result))
        (reverse! result))))

(define (drop-right! list count) (drop-right list count))

(define (split-at list count)
  (values (list-head list count) (list-tail list count)))

(define (split-at! list count) (split-at list count))

(define (take-while predicate list)
  (let loop ((rest list) (result '()))
    (if (and (pair? rest) (predicate (car rest)))
        (loop (cdr rest) (cons (car rest) result))
        (begin
          (if (not (pair? rest)) (%check-list-end rest 'take-while))
          (reverse result)))))

(define (take-while! predicate list) (take-while predicate list))

(define (drop-while predicate list)
  (let loop ((rest list))
    (if (pair? rest)
        (if (predicate (car rest))
            (loop (cdr rest))
            rest)
        (begin
          (%check-list-end rest 'drop-while)
          '()))))

(define (span predicate list)
  (let loop ((rest list) (result '()))
    (if (and (pair? rest) (predicate (car rest)))
        (loop (cdr rest) (cons (car rest) result))
        (values (reverse result) rest))))

(define (break predicate list)
  (span (lambda (element) (not (predicate element))) list))

(define (span! predicate list) (span predicate list))
(define (break! predicate list) (break predicate list))

(define (concatenate lists) (apply append lists))
(define (concatenate! lists) (apply append! lists))

(define (zip first . rest) (apply map list first rest))
(define (unzip1 list) (map car list))
(define (unzip2 list) (values (map car list) (map cadr list)))
(define (unzip3 list) (values (map car list) (map cadr list) (map caddr list)))

(define (car+cdr pair) (values (car pair) (cdr pair)))

(define (proper-list? object) (list? object))

(define (circular-list? object)
  (let loop ((slow object) (fast object))
    (and (pair? fast)
         (let ((fast (cdr fast)))
           (and (pair? fast)
                (let ((fast (cdr fast)) (slow (cdr slow)))
                  (or (eq? fast slow) (loop slow fast))))))))

(define (dotted-list? object)
  (not (or (list? object) (circular-list? object))))

(define (circular-list first . rest)
  (let ((elements (cons first rest)))
    (set-cdr! (last-pair elements) elements)
    elements))

(define (not-pair? object) (not (pair? object)))

(define (null-list? object #!optional caller)
  (cond ((null? object) #t)
        ((pair? object) #f)
        (else (%wrong-type object (if (default-object? caller) 'null-list? caller)))))

(define (list= same? . lists)
  (define (equal-lists? left right)
    (cond ((and (pair? left) (pair? right))
           (and (same? (car left) (car right))
                (equal-lists? (cdr left) (cdr right))))
          (else (and (null? left) (null? right)))))
  (or (null? lists)
      (let loop ((left (car lists)) (rest (cdr lists)))
        (or (null? rest)
            (and (equal-lists? left (car rest))
                 (loop (car rest) (cdr rest)))))))

(define (list-of-type? object predicate #!optional caller)
  (if (and (list? object) (every predicate object))
      #t
      (if (or (default-object? caller) (not caller))
          #f
          (%wrong-type object caller))))

(define (list-of-unique-symbols? object)
  (and (list-of-type? object symbol?)
       (= (length object) (length (delete-duplicates object eq?)))))

(define (count-pairs list)
  (let loop ((rest list) (total 0))
    (if (pair? rest) (loop (cdr rest) (+ total 1)) total)))

;; A copy of the pairs of a tree, along cars and cdrs.
(define (tree-copy tree)
  (let loop ((rest tree) (result '()))
    (if (pair? rest)
        (loop (cdr rest) (cons (tree-copy (car rest)) result))
        (append-reverse! result rest))))

;;; Lists as sets

(define (lset-adjoin same? list . elements)
  (fold (lambda (element result)
          (if (%member element result (lambda (a b) (same? b a)))
              result
              (cons element result)))
        list
        elements))

(define (%lset-subset? same? left right)
  (every (lambda (element) (%member element right same?)) left))

(define (lset<= same? . lists)
  (or (null? lists)
      (let loop ((left (car lists)) (rest (cdr lists)))
        (or (null? rest)
            (and (%lset-subset? same? left (car rest))
                 (loop (car rest) (cdr rest)))))))

(define (lset= same? . lists)
  (or (null? lists)
      (let loop ((left (car lists)) (rest (cdr lists)))
        (or (null? rest)
            (and (%lset-subset? same? left (car rest))
                 (%lset-subset? same? (car rest) left)
                 (loop (car rest) (cdr rest)))))))

(define (lset-union same? . lists)
  (reduce (lambda (list result)
            (cond ((null? list) result)
                  ((null? result) list)
                  ((eq? list result) result)
                  (else
                   (fold (lambda (element result)
                           (if (any (lambda (present) (same? present element)) result)
                               result
                               (cons element result)))
                         result
                         list))))
          '()
          lists))

(define (lset-intersection same? list . lists)
  (filter (lambda (element)
            (every (lambda (other) (%member element other same?)) lists))
          list))

(define (lset-difference same? list . lists)
  (filter (lambda (element)
            (every (lambda (other) (not (%member element other same?))) lists))
          list))

(define (lset-xor same? . lists)
  (reduce (lambda (list result)
            (append (filter (lambda (element) (not (%member element result same?))) list)
                    (filter (lambda (element) (not (%member element list same?))) result)))
          '()
          lists))
