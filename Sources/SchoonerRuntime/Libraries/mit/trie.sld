;;; Tries: values under lists of keys. MIT Scheme 12.1.

(define-library (mit trie)
  (export make-trie trie? trie-=? trie-value trie-has-value? set-trie-value! delete-trie-value!
          find-subtrie intern-subtrie! trie-ref trie-set! trie-clear! trie-clean!
          trie-edge-find trie-edge-fold trie-edge-for-each trie-edge-prune!
          trie-fold trie-for-each trie-paths trie-values trie->alist alist->trie)
  (import (mit legacy runtime))
  (begin

    (define-record-type trie
      (make =? value edges)
      trie?
      (=? trie-=?)
      (value raw-value set-raw-value!)
      (edges edges set-edges!))

    (define nothing (list 'nothing))

    (define (make-trie #!optional =?)
      (make (if (or (default-object? =?) (not =?)) equal? =?) nothing '()))

    (define (check object caller)
      (if (not (trie? object)) (error:not-a trie? object caller)))

    (define (trie-has-value? trie)
      (check trie 'trie-has-value?)
      (not (eq? (raw-value trie) nothing)))

    (define (trie-value trie #!optional fail)
      (check trie 'trie-value)
      (cond ((trie-has-value? trie) (raw-value trie))
            ((or (default-object? fail) (not fail)) (error:bad-range-argument trie 'trie-value))
            (else (fail))))

    (define (set-trie-value! trie value)
      (check trie 'set-trie-value!)
      (set-raw-value! trie value))

    (define (delete-trie-value! trie)
      (check trie 'delete-trie-value!)
      (set-raw-value! trie nothing))

    (define (next trie key)
      (let ((edge (find (lambda (edge) ((trie-=? trie) (car edge) key)) (edges trie))))
        (and edge (cdr edge))))

    (define (find-subtrie trie path)
      (check trie 'find-subtrie)
      (if (pair? path)
          (let ((child (next trie (car path))))
            (and child (find-subtrie child (cdr path))))
          trie))

    (define (intern-subtrie! trie path)
      (check trie 'intern-subtrie!)
      (if (pair? path)
          (intern-subtrie!
           (or (next trie (car path))
               (let ((child (make-trie (trie-=? trie))))
                 (set-edges! trie (append (edges trie) (list (cons (car path) child))))
                 child))
           (cdr path))
          trie))

    (define (trie-ref trie path #!optional fail)
      (let ((child (find-subtrie trie path)))
        (cond ((and child (trie-has-value? child)) (raw-value child))
              ((or (default-object? fail) (not fail)) (error:bad-range-argument path 'trie-ref))
              (else (fail)))))

    (define (trie-set! trie path value)
      (set-trie-value! (intern-subtrie! trie path) value))

    (define (trie-clear! trie)
      (delete-trie-value! trie)
      (set-edges! trie '()))

    ;; Forgets branches without values.
    (define (trie-clean! trie)
      (check trie 'trie-clean!)
      (for-each (lambda (edge) (trie-clean! (cdr edge))) (edges trie))
      (set-edges! trie
                  (filter (lambda (edge)
                            (or (trie-has-value? (cdr edge))
                                (pair? (edges (cdr edge)))))
                          (edges trie))))

    (define (trie-edge-find predicate trie)
      (check trie 'trie-edge-find)
      (let ((edge (find (lambda (edge) (predicate (car edge) (cdr edge))) (edges trie))))
        (and edge (cdr edge))))
    (define (trie-edge-fold kons knil trie)
      (check trie 'trie-edge-fold)
      (fold (lambda (edge state) (kons (car edge) (cdr edge) state)) knil (edges trie)))
    (define (trie-edge-for-each procedure trie)
      (check trie 'trie-edge-for-each)
      (for-each (lambda (edge) (procedure (car edge) (cdr edge))) (edges trie)))
    (define (trie-edge-prune! predicate trie)
      (check trie 'trie-edge-prune!)
      (set-edges! trie (remove (lambda (edge) (predicate (car edge) (cdr edge))) (edges trie))))

    (define (trie-fold kons knil trie)
      (check trie 'trie-fold)
      (let loop ((trie trie) (path '()) (state knil))
        (let ((state (fold-right (lambda (edge state)
                                   (loop (cdr edge) (cons (car edge) path) state))
                                 state
                                 (edges trie))))
          (if (trie-has-value? trie)
              (kons (reverse path) (raw-value trie) state)
              state))))

    (define (trie-for-each procedure trie)
      (for-each (lambda (entry) (procedure (car entry) (cdr entry)))
                (reverse (trie->alist trie))))

    (define (trie->alist trie)
      (trie-fold (lambda (path value rest) (cons (cons path value) rest)) '() trie))
    (define (trie-paths trie) (map car (trie->alist trie)))
    (define (trie-values trie) (map cdr (trie->alist trie)))

    (define (alist->trie alist #!optional =?)
      (let ((trie (make-trie =?)))
        (for-each (lambda (entry) (trie-set! trie (car entry) (cdr entry))) alist)
        trie))))
