;;; Lists of alternating keywords and values: MIT Scheme 12.1.

(define-library (mit keywords)
  (export keyword-list? restricted-keyword-list? unique-keyword-list?
          guarantee-restricted-keyword-list error:not-restricted-keyword-list
          get-keyword-value get-keyword-values keyword-list->alist alist->keyword-list
          keyword-list-fold keyword-list-fold-right)
  (import (mit legacy runtime))
  (begin

    (define (keyword-list? object #!optional keywords)
      (let loop ((rest object))
        (or (null? rest)
            (and (pair? rest)
                 (symbol? (car rest))
                 (or (default-object? keywords) (memq (car rest) keywords))
                 (pair? (cdr rest))
                 (loop (cddr rest))))))

    (define (restricted-keyword-list? object keywords) (keyword-list? object keywords))

    (define (error:not-restricted-keyword-list object #!optional caller)
      (error:wrong-type-argument object "keyword list" (if (default-object? caller) #f caller)))

    (define (guarantee-restricted-keyword-list object keywords #!optional caller)
      (if (not (keyword-list? object keywords))
          (error:not-restricted-keyword-list object caller))
      object)

    (define (unique-keyword-list? object)
      (and (keyword-list? object)
           (let loop ((rest object) (seen '()))
             (or (null? rest)
                 (and (not (memq (car rest) seen))
                      (loop (cddr rest) (cons (car rest) seen)))))))

    (define (get-keyword-value list keyword #!optional default)
      (let loop ((rest list))
        (cond ((null? rest) default)
              ((eq? (car rest) keyword) (cadr rest))
              (else (loop (cddr rest))))))

    (define (get-keyword-values list keyword)
      (let loop ((rest list))
        (cond ((null? rest) '())
              ((eq? (car rest) keyword) (cons (cadr rest) (loop (cddr rest))))
              (else (loop (cddr rest))))))

    (define (keyword-list-fold kons knil list)
      (let loop ((rest list) (state knil))
        (if (null? rest)
            state
            (loop (cddr rest) (kons (car rest) (cadr rest) state)))))

    (define (keyword-list-fold-right kons knil list)
      (let loop ((rest list))
        (if (null? rest)
            knil
            (kons (car rest) (cadr rest) (loop (cddr rest))))))

    (define (keyword-list->alist list)
      (keyword-list-fold-right (lambda (keyword value rest) (cons (cons keyword value) rest)) '() list))

    (define (alist->keyword-list alist)
      (append-map (lambda (entry) (list (car entry) (cdr entry))) alist))))
