;;; Earley's parser for any context-free grammar: it counts the parses of a sentence and shows the first tree.
(import (scheme base) (scheme write))

(define size 7)

;; A grammar: rules (left right ...); what is the left of no rule is a terminal.
(define sums '((e e + e) (e e * e) (e n)))
(define sentences
  '((s np vp) (np det n) (np np pp) (np name) (n noun) (vp verb np) (vp vp pp) (pp prep np)))

(define (nonterminal? symbol grammar) (assq symbol grammar))

;; An item: rule, the position of the dot, the place where it began.
(define-record-type item (make-item rule rest origin) item? (rule item-rule) (rest item-rest) (origin item-origin))

(define (same-item? a b)
  (and (eq? (item-rule a) (item-rule b)) (eq? (item-rest a) (item-rest b)) (= (item-origin a) (item-origin b))))

(define (known? item items)
  (and (pair? items) (or (same-item? item (car items)) (known? item (cdr items)))))

;; The sets of items: a vector with one list for each place between the words.
(define (item-sets grammar start words)
  (let* ((words (list->vector words)) (n (vector-length words)) (sets (make-vector (+ n 1) '())))
    (define pending '())
    (define (add! place item)
      (if (not (known? item (vector-ref sets place)))
          (begin
            (vector-set! sets place (cons item (vector-ref sets place)))
            (set! pending (cons (cons place item) pending)))))
    (define (predict! symbol place)
      (for-each (lambda (rule) (if (eq? (car rule) symbol) (add! place (make-item rule (cdr rule) place)))) grammar))
    (define (complete! done place)
      (for-each
       (lambda (waiting)
         (if (and (pair? (item-rest waiting)) (eq? (car (item-rest waiting)) (car (item-rule done))))
             (add! place (make-item (item-rule waiting) (cdr (item-rest waiting)) (item-origin waiting)))))
       (vector-ref sets (item-origin done))))
    (define (work!)
      (if (pair? pending)
          (let ((place (caar pending)) (item (cdar pending)))
            (set! pending (cdr pending))
            (cond ((null? (item-rest item)) (complete! item place))
                  ((nonterminal? (car (item-rest item)) grammar) (predict! (car (item-rest item)) place)))
            (work!))))
    (predict! start 0)
    (work!)
    (do ((place 0 (+ place 1)))
        ((= place n) sets)
      (for-each
       (lambda (item)
         (if (and (pair? (item-rest item)) (eq? (car (item-rest item)) (vector-ref words place)))
             (add! (+ place 1) (make-item (item-rule item) (cdr (item-rest item)) (item-origin item)))))
       (vector-ref sets place))
      (work!))))

;; Whether the sets say that the symbol spans the words from one place to another.
(define (spans? sets symbol from to)
  (let loop ((items (vector-ref sets to)))
    (and (pair? items)
         (or (and (eq? (car (item-rule (car items))) symbol) (null? (item-rest (car items))) (= from (item-origin (car items))))
             (loop (cdr items))))))

;; All trees of a symbol between two places; the grammar must have no cycles of single symbols.
(define (trees grammar sets words symbol from to)
  (define (split symbols from)
    (cond ((null? symbols) (if (= from to) '(()) '()))
          ((nonterminal? (car symbols) grammar)
           (let loop ((middle (+ from 1)) (found '()))
             (if (> middle to)
                 found
                 (loop (+ middle 1)
                       (if (spans? sets (car symbols) from middle)
                           (let ((rests (split (cdr symbols) middle)))
                             (if (null? rests)
                                 found
                                 (append found
                                         (apply append
                                                (map (lambda (tree) (map (lambda (rest) (cons tree rest)) rests))
                                                     (trees grammar sets words (car symbols) from middle))))))
                           found)))))
          ((and (< from to) (eq? (car symbols) (vector-ref words from)))
           (map (lambda (rest) (cons (car symbols) rest)) (split (cdr symbols) (+ from 1))))
          (else '())))
  (let loop ((rules grammar) (found '()))
    (cond ((null? rules) found)
          ((eq? (caar rules) symbol)
           (loop (cdr rules) (append found (map (lambda (parts) (cons symbol parts)) (split (cdar rules) from)))))
          (else (loop (cdr rules) found)))))

(define (parses grammar start words)
  (let ((sets (item-sets grammar start words)))
    (if (spans? sets start 0 (length words))
        (trees grammar sets (list->vector words) start 0 (length words))
        '())))

(define (sum-of n) (if (= n 1) '(n) (cons 'n (cons '+ (sum-of (- n 1))))))

(for-each
 (lambda (n) (display (length (parses sums 'e (sum-of n)))) (newline))
 (let loop ((n size) (sizes '())) (if (= n 0) sizes (loop (- n 1) (cons n sizes)))))
(write (car (parses sums 'e '(n * n + n)))) (newline)
(write (parses sums 'e '(n + + n))) (newline)
(define ambiguous (parses sentences 's '(name verb det noun prep det noun)))
(for-each (lambda (tree) (write tree) (newline)) ambiguous)
