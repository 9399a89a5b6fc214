;;; Dispatchers: procedures whose rules are predicates for the arguments and a handler. The rule that comes first in
;;; the order of the predicates wins; in a chaining one a handler gets the next as its first argument.

(define-record-type dispatcher
  (make-dispatcher name arity rules default chains?)
  dispatcher?
  (name dispatcher-name)
  (arity dispatcher-arity)
  (rules dispatcher-rules set-dispatcher-rules!)
  (default dispatcher-default)
  (chains? dispatcher-chains?))

(define (dispatcher-maker chains?)
  (lambda (name arity #!optional default)
    (let ((dispatcher
           (make-dispatcher name arity '()
                            (if (or (default-object? default) (not default))
                                (lambda arguments
                                  (error "Inapplicable generic procedure:" name arguments))
                                default)
                            chains?)))
      (make-entity
       (lambda (self . arguments) (dispatch dispatcher arguments))
       dispatcher))))

(define standard-predicate-dispatcher (dispatcher-maker #f))
(define cached-standard-predicate-dispatcher standard-predicate-dispatcher)
(define chaining-predicate-dispatcher (dispatcher-maker #t))
(define cached-chaining-predicate-dispatcher chaining-predicate-dispatcher)

(define (applicable? rule arguments)
  (let loop ((predicates (car rule)) (arguments arguments))
    (or (null? predicates)
        (and (pair? arguments)
             ((car predicates) (car arguments))
             (loop (cdr predicates) (cdr arguments))))))

(define (dispatch dispatcher arguments)
  (let loop ((rules (dispatcher-rules dispatcher)))
    (cond ((null? rules) (apply (dispatcher-default dispatcher) arguments))
          ((not (applicable? (car rules) arguments)) (loop (cdr rules)))
          ((dispatcher-chains? dispatcher)
           (apply (cdr (car rules))
                  (lambda arguments (loop-with (cdr rules) dispatcher arguments))
                  arguments))
          (else (apply (cdr (car rules)) arguments)))))

(define (loop-with rules dispatcher arguments)
  (let ((next (find-tail (lambda (rule) (applicable? rule arguments)) rules)))
    (if next
        (apply (cdr (car next))
               (lambda arguments (loop-with (cdr next) dispatcher arguments))
               arguments)
        (apply (dispatcher-default dispatcher) arguments))))

(define (predicate-dispatcher? object)
  (and (entity? object) (dispatcher? (entity-extra object))))
(define (predicate-dispatcher-name object) (dispatcher-name (entity-extra object)))
(define (predicate-dispatcher-arity object) (dispatcher-arity (entity-extra object)))
(define (predicate-dispatcher-rules object) (list-copy (dispatcher-rules (entity-extra object))))

;; More special rules come first.
(define (rule<=? left right)
  (every (lambda (left right)
           (and (predicate? left) (predicate? right) (predicate<= left right)))
         (car left)
         (car right)))

(define (define-predicate-dispatch-handler object predicates handler)
  (let* ((dispatcher (entity-extra object))
         (rule (cons predicates handler))
         (others (remove (lambda (old)
                           (and (= (length (car old)) (length predicates))
                                (every eq? (car old) predicates)))
                         (dispatcher-rules dispatcher))))
    (set-dispatcher-rules! dispatcher
                           (let loop ((rest others))
                             (cond ((null? rest) (list rule))
                                   ((rule<=? rule (car rest)) (cons rule rest))
                                   (else (cons (car rest) (loop (cdr rest)))))))
    handler))
