;;;; A sequence is the empty list or a pair; the last pair's cdr may be a generator, which is replaced by the pair of its
;;;; next element as soon as somebody asks.

;; The sequence of what a generator gives.
(define (generator->lseq generator)
  (let ((element (generator)))
    (if (eof-object? element)
        '()
        (cons element generator))))

(define (lseq? object)
  (let loop ((object object))
    (cond ((pair? object) (loop (cdr object)))
          ((null? object) #t)
          (else (procedure? object)))))

(define (check-lseq object name)
  (if (not (or (pair? object) (null? object)))
      (error:wrong-type-argument object #f name)))

(define (lseq-car lseq)
  (if (not (pair? lseq)) (error:wrong-type-argument lseq 0 'lseq-car))
  (car lseq))

(define lseq-first lseq-car)

(define (lseq-cdr lseq)
  (if (not (pair? lseq)) (error:wrong-type-argument lseq 0 'lseq-cdr))
  (let ((rest (cdr lseq)))
    (if (procedure? rest)
        (let ((more (generator->lseq rest)))
          ;; The generator may have come here itself.
          (set-cdr! lseq more)
          more)
        rest)))

(define lseq-rest lseq-cdr)

(define (check-index index name)
  (if (not (exact-integer? index)) (error:wrong-type-argument index 1 name))
  (if (< index 0) (error:bad-range-argument index 1 name)))

(define (lseq-drop lseq count)
  (check-index count 'lseq-drop)
  (let loop ((lseq lseq) (left count))
    (cond ((= left 0) lseq)
          ((pair? lseq) (loop (lseq-cdr lseq) (- left 1)))
          (else (error:bad-range-argument count 1 'lseq-drop)))))

(define (lseq-ref lseq index)
  (check-index index 'lseq-ref)
  (let ((rest (lseq-drop lseq index)))
    (if (pair? rest)
        (car rest)
        (error:bad-range-argument index 1 'lseq-ref))))

;;; Generators over sequences

(define (lseq->generator lseq)
  (check-lseq lseq 'lseq->generator)
  ;; The rest is looked for only when the next element is asked for.
  (let ((pair #f))
    (lambda ()
      (set! pair (cond ((not pair) lseq)
                       ((pair? pair) (lseq-cdr pair))
                       (else '())))
      (if (pair? pair)
          (car pair)
          (eof-object)))))

(define-syntax make-lseq
  (syntax-rules ()
    ((_ form ...)
     (generator->lseq (lambda () form ...)))))

;; An error at the end of a sequence that is too short.
(define (lseq-take lseq count)
  (check-index count 'lseq-take)
  (let ((next (lseq->generator lseq))
        (left count))
    (make-lseq
     (if (= left 0)
         (eof-object)
         (let ((element (next)))
           (if (eof-object? element) (error:bad-range-argument count 1 'lseq-take))
           (set! left (- left 1))
           element)))))

(define (lseq-realize lseq)
  (check-lseq lseq 'lseq-realize)
  (let loop ((rest lseq))
    (if (pair? rest)
        (loop (lseq-cdr rest))
        lseq)))

(define (lseq-length lseq)
  (check-lseq lseq 'lseq-length)
  (let loop ((rest lseq) (length 0))
    (if (pair? rest)
        (loop (lseq-cdr rest) (+ length 1))
        length)))

(define (lseq-append . lseqs)
  (for-each (lambda (lseq) (check-lseq lseq 'lseq-append)) lseqs)
  (let ((next (lambda () (eof-object)))
        (rest lseqs))
    (make-lseq
     (let again ()
       (let ((element (next)))
         (cond ((not (eof-object? element)) element)
               ((null? rest) element)
               (else
                (set! next (lseq->generator (car rest)))
                (set! rest (cdr rest))
                (again))))))))

;; The next elements of all generators as a list, or #f when one has ended.
(define (next-of-all generators)
  (let loop ((rest generators) (elements '()))
    (if (null? rest)
        (reverse elements)
        (let ((element ((car rest))))
          (and (not (eof-object? element))
               (loop (cdr rest) (cons element elements)))))))

(define (lseq-zip lseq . more)
  (apply lseq-map list lseq more))

(define (lseq-map proc lseq . more)
  (let ((generators (map lseq->generator (cons lseq more))))
    (make-lseq
     (let ((elements (next-of-all generators)))
       (if elements
           (apply proc elements)
           (eof-object))))))

;; The procedure for each row of elements, until it gives a true value, which is the value; or what is given for the end.
(define (search proc lseqs at-end)
  (let ((generators (map lseq->generator lseqs)))
    (let loop ((index 0))
      (let ((elements (next-of-all generators)))
        (if elements
            (or (proc index elements)
                (loop (+ index 1)))
            at-end)))))

(define (lseq-for-each proc lseq . more)
  (search (lambda (index elements) (apply proc elements) #f) (cons lseq more) #t))

(define (lseq-filter pred lseq)
  (let ((next (lseq->generator lseq)))
    (make-lseq
     (let again ()
       (let ((element (next)))
         (if (or (eof-object? element) (pred element))
             element
             (again)))))))

(define (lseq-remove pred lseq)
  (lseq-filter (lambda (element) (not (pred element))) lseq))

;;; Searching

(define (lseq-find-tail pred lseq)
  (check-lseq lseq 'lseq-find-tail)
  (let loop ((rest lseq))
    (and (pair? rest)
         (if (pred (car rest))
             rest
             (loop (lseq-cdr rest))))))

(define (lseq-find pred lseq)
  (let ((rest (lseq-find-tail pred lseq)))
    (and rest (car rest))))

(define (lseq-take-while pred lseq)
  (let ((next (lseq->generator lseq))
        (done? #f))
    (make-lseq
     (let ((element (if done? (eof-object) (next))))
       (if (or (eof-object? element) (pred element))
           element
           (begin
             (set! done? #t)
             (eof-object)))))))

(define (lseq-drop-while pred lseq)
  (or (lseq-find-tail (lambda (element) (not (pred element))) lseq)
      '()))

(define (lseq-any pred lseq . more)
  (search (lambda (index elements) (apply pred elements)) (cons lseq more) #f))

;; The last answer is the answer.
(define (lseq-every pred lseq . more)
  (let* ((last #t)
         (failed? (search (lambda (index elements)
                            (set! last (apply pred elements))
                            (not last))
                          (cons lseq more)
                          #f)))
    (and (not failed?) last)))

(define (lseq-index pred lseq . more)
  (search (lambda (index elements) (and (apply pred elements) index)) (cons lseq more) #f))

(define lseq-member
  (case-lambda
    ((object lseq) (lseq-member object lseq equal?))
    ((object lseq same?)
     (lseq-find-tail (lambda (element) (same? object element)) lseq))))

(define (lseq-memq object lseq)
  (lseq-member object lseq eq?))

(define (lseq-memv object lseq)
  (lseq-member object lseq eqv?))

(define (lseq=? same? a b)
  (check-lseq a 'lseq=?)
  (check-lseq b 'lseq=?)
  (let loop ((a a) (b b))
    (cond ((and (pair? a) (pair? b))
           (and (same? (car a) (car b))
                (loop (lseq-cdr a) (lseq-cdr b))))
          (else (and (null? a) (null? b))))))
