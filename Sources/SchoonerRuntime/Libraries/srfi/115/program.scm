;;; From the tree of a pattern to a program for the matcher: three vectors, of operations and their two operands.
;;; An operation that is done goes on with the next instruction.

(define op-char 0)    ; the character
(define op-set 1)     ; the predicate, and a table of its answers for ASCII
(define op-split 2)   ; two places to go on, the preferred one first
(define op-jump 3)    ; the place to go on
(define op-save 4)    ; the slot in which the position is noted
(define op-assert 5)  ; the predicate
(define op-look 6)    ; a program; (ahead? . negated?)
(define op-match 7)

(define-record-type <program>
  (make-program operations first-operands second-operands first-test)
  program?
  (operations program-operations)
  (first-operands program-first-operands)
  (second-operands program-second-operands)
  (first-test program-first-test))

;; More instructions than anyone needs: a pattern with huge counts is refused.
(define most-instructions 200000)

(define (node->program node)
  (let ((instructions '()) (size 0))
    (define (emit! operation first second)
      (if (>= size most-instructions) (error "The regular expression is too large."))
      (let ((instruction (vector operation first second)))
        (set! instructions (cons instruction instructions))
        (set! size (+ size 1))
        instruction))
    (define (split! greedy? inside outside-later)
      (let ((instruction (emit! op-split inside outside-later)))
        (if (not greedy?)
            (begin
              (vector-set! instruction 1 outside-later)
              (vector-set! instruction 2 inside)))
        instruction))
    ;; Says where a split goes when it does not go inside.
    (define (patch! split greedy? target)
      (vector-set! split (if greedy? 2 1) target))
    (define (generate! node)
      (case (car node)
        ((empty) #t)
        ((char) (emit! op-char (cadr node) #f))
        ((set) (emit! op-set (cadr node) (ascii-table (cadr node))))
        ((sequence) (for-each generate! (cdr node)))
        ((choice) (generate-choice! (cdr node)))
        ((repeat)
         (generate-repeat! (list-ref node 1) (list-ref node 2) (list-ref node 3) (list-ref node 4)))
        ((group)
         (emit! op-save (* 2 (cadr node)) #f)
         (generate! (list-ref node 2))
         (emit! op-save (+ 1 (* 2 (cadr node))) #f))
        ((assert) (emit! op-assert (cadr node) #f))
        ((look)
         (emit! op-look
                (node->program (list-ref node 3))
                (cons (list-ref node 1) (list-ref node 2))))))
    (define (generate-choice! nodes)
      (cond ((null? nodes) (emit! op-assert nowhere? #f))
            ((null? (cdr nodes)) (generate! (car nodes)))
            (else
             (let ((split (split! #t (+ size 1) #f)))
               (generate! (car nodes))
               (let ((jump (emit! op-jump #f #f)))
                 (patch! split #t size)
                 (generate-choice! (cdr nodes))
                 (vector-set! jump 1 size))))))
    (define (generate-repeat! from to greedy? node)
      (let loop ((left from))
        (if (> left 0)
            (begin
              (generate! node)
              (loop (- left 1)))))
      (cond ((not to)
             (let* ((start size)
                    (split (split! greedy? (+ size 1) #f)))
               (generate! node)
               (emit! op-jump start #f)
               (patch! split greedy? size)))
            (else
             (let ((splits
                    (let loop ((left (- to from)) (splits '()))
                      (if (> left 0)
                          (let ((split (split! greedy? (+ size 1) #f)))
                            (generate! node)
                            (loop (- left 1) (cons split splits)))
                          splits))))
               (for-each (lambda (split) (patch! split greedy? size)) splits)))))
    (generate! node)
    (emit! op-match #f #f)
    (let* ((instructions (list->vector (reverse instructions)))
           (column (lambda (index)
                     (vector-map (lambda (instruction) (vector-ref instruction index)) instructions)))
           (operations (column 0))
           (firsts (column 1))
           (seconds (column 2)))
      (make-program operations firsts seconds (first-test operations firsts seconds)))))

(define (nowhere? string position start end) #f)

(define (ascii-table predicate)
  (let ((table (make-bytevector 128 0)))
    (let loop ((code 0))
      (if (< code 128)
          (begin
            (if (predicate (integer->char code)) (bytevector-u8-set! table code 1))
            (loop (+ code 1)))))
    table))

(define (set-contains? predicate table char)
  (let ((code (char->integer char)))
    (if (< code 128)
        (= 1 (bytevector-u8-ref table code))
        (predicate char))))

;; A table of the ASCII characters with which a match can begin (any other character can); #f when a match may be
;; empty.
(define (first-test operations firsts seconds)
  (let ((seen (make-bytevector (vector-length operations) 0))
        (table (make-bytevector 128 0)))
    (define (add! predicate)
      (let loop ((code 0))
        (if (< code 128)
            (begin
              (if (predicate (integer->char code)) (bytevector-u8-set! table code 1))
              (loop (+ code 1))))))
    ;; Whether every way from the instruction on takes a character first.
    (define (follow place)
      (or (= 1 (bytevector-u8-ref seen place))
          (let ((operation (vector-ref operations place)))
            (bytevector-u8-set! seen place 1)
            (cond ((= operation op-char)
                   (let ((member (vector-ref firsts place)))
                     (add! (lambda (char) (char=? char member)))
                     #t))
                  ((= operation op-set)
                   (add! (vector-ref firsts place))
                   #t)
                  ((= operation op-split)
                   (and (follow (vector-ref firsts place))
                        (follow (vector-ref seconds place))))
                  ((= operation op-jump) (follow (vector-ref firsts place)))
                  ((= operation op-match) #f)
                  (else (follow (+ place 1)))))))
    (and (follow 0) table)))
