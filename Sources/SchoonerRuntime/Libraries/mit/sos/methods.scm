;;; Generic procedures: the classes of the operands choose the methods, the most specific one first.

(define-record-type generic
  (make-generic name minimum maximum methods)
  generic?
  (name generic-name)
  (minimum generic-minimum)
  (maximum generic-maximum)
  (methods generic-methods set-generic-methods!))

;; A chained method's procedure takes call-next-method and gives the procedure for the operands.
(define-record-type method
  (%make-method specializers procedure chained?)
  method?
  (specializers method-specializers)
  (procedure method-procedure)
  (chained? method-chained?))

(define-print-method method? (standard-print-method 'method))

(define (make-method specializers procedure) (%make-method specializers procedure #f))
(define (make-chained-method specializers procedure) (%make-method specializers procedure #t))
(define (chained-method? object) (and (method? object) (method-chained? object)))

(define generics (make-key-weak-eqv-hash-table))

(define (generic-of procedure caller)
  (or (hash-table-ref/default generics procedure #f)
      (error:wrong-type-argument procedure "generic procedure" caller)))
(define (generic-procedure? object)
  (and (procedure? object) (hash-table-ref/default generics object #f) #t))
(define (generic-procedure-name procedure) (generic-name (generic-of procedure 'generic-procedure-name)))
(define (generic-procedure-arity-min procedure)
  (generic-minimum (generic-of procedure 'generic-procedure-arity-min)))
(define (generic-procedure-arity-max procedure)
  (generic-maximum (generic-of procedure 'generic-procedure-arity-max)))
(define (generic-procedure-arity procedure)
  (let ((least (generic-procedure-arity-min procedure))
        (most (generic-procedure-arity-max procedure)))
    (if (eqv? least most)
        least
        (cons least most))))
(define (generic-procedure-methods procedure)
  (list-copy (generic-methods (generic-of procedure 'generic-procedure-methods))))
(define (generic-procedure-applicable? procedure operands)
  (pair? (applicable-methods (generic-of procedure 'generic-procedure-applicable?) operands)))

(define (make-generic-procedure arity #!optional name generator)
  (let* ((minimum (procedure-arity-min arity))
         (maximum (procedure-arity-max arity))
         (generic (make-generic (if (default-object? name) #f name) minimum maximum '()))
         (procedure
          (if (eqv? minimum maximum)
              (case minimum
                ((1) (lambda (a) (apply-generic generic (list a))))
                ((2) (lambda (a b) (apply-generic generic (list a b))))
                ((3) (lambda (a b c) (apply-generic generic (list a b c))))
                (else (variadic generic)))
              (variadic generic))))
    (hash-table-set! generics procedure generic)
    procedure))

(define (variadic generic)
  (let ((minimum (generic-minimum generic)) (maximum (generic-maximum generic)))
    (define (generic-procedure . operands)
      (let ((count (length operands)))
        (if (or (< count minimum) (and maximum (> count maximum)))
            (error:wrong-number-of-arguments generic-procedure
                                             (make-procedure-arity minimum maximum)
                                             operands)))
      (apply-generic generic operands))
    generic-procedure))

(define (apply-generic generic operands)
  (call-methods (applicable-methods generic operands) generic operands))

(define (call-methods methods generic operands)
  (cond ((null? methods)
         (error:no-applicable-methods (or (generic-name generic) 'generic-procedure) operands))
        ((method-chained? (car methods))
         (apply ((method-procedure (car methods))
                 (lambda operands (call-methods (cdr methods) generic operands)))
                operands))
        (else (apply (method-procedure (car methods)) operands))))

(define (applicable-methods generic operands)
  (let ((classes (map object-class operands)))
    (sort (filter (lambda (method) (specializers-accept? (method-specializers method) classes))
                  (generic-methods generic))
          (lambda (a b) (more-specific? (method-specializers a) (method-specializers b) classes)))))

(define (method-applicable? method classes) (specializers-accept? (method-specializers method) classes))

(define (specializers-accept? specializers classes)
  (or (null? specializers)
      (and (pair? classes)
           (subclass? (car classes) (car specializers))
           (specializers-accept? (cdr specializers) (cdr classes)))))

(define (more-specific? a b classes)
  (cond ((null? a) #f)
        ((null? b) #t)
        ((eq? (car a) (car b)) (more-specific? (cdr a) (cdr b) (cdr classes)))
        (else
         (> (length (memq (car a) (class-precedence-list (car classes))))
            (length (memq (car b) (class-precedence-list (car classes))))))))

(define (same-specializers? a b)
  (let ((length (max (length a) (length b))))
    (define (padded specializers)
      (append specializers (make-list (- length (list-length specializers)) <object>)))
    (every eq? (padded a) (padded b))))
(define (list-length list) (fold-left (lambda (count item) (+ count 1)) 0 list))

;; A method takes the place of one with the same specializers.
(define (add-method procedure method)
  (let ((generic (generic-of procedure 'add-method)))
    (guarantee method? method 'add-method)
    (set-generic-methods!
     generic
     (cons method
           (remove (lambda (other) (same-specializers? (method-specializers method) (method-specializers other)))
                   (generic-methods generic))))))
(define (add-methods procedure methods)
  (for-each (lambda (method) (add-method procedure method)) methods))
(define (delete-method procedure method)
  (let ((generic (generic-of procedure 'delete-method)))
    (set-generic-methods! generic (delq method (generic-methods generic)))))

(define condition-type:no-applicable-methods
  (make-condition-type 'no-applicable-methods condition-type:error '(operator operands)
    (lambda (condition port)
      (write-string "No applicable methods for " port)
      (write (access-condition condition 'operator) port)
      (write-string " with these arguments: " port)
      (write (access-condition condition 'operands) port)
      (write-string "." port))))

(define error:no-applicable-methods
  (let ((signal
         (condition-signaller condition-type:no-applicable-methods '(operator operands) standard-error-handler)))
    (lambda (operator operands)
      (call-with-current-continuation
       (lambda (k)
         (with-restart 'use-value "Specify a value to use instead of the application's." k values
           (lambda () (signal operator operands))))))))
