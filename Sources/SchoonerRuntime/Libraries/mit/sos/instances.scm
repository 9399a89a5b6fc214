;;; Instances

(define-record-type instance
  (%make-instance class contents)
  instance?
  (class instance-class)
  (contents instance-contents))

(define absent (list 'uninitialized))

(define (instance-slot class name index properties)
  (make-slot name class index properties
             (lambda (object) (vector-ref (instance-contents object) index))
             (lambda (object value) (vector-set! (instance-contents object) index value))
             (lambda (object) (not (eq? absent (vector-ref (instance-contents object) index))))))

(define (instance-of? object class) (subclass? (object-class object) class))
(define (instance-predicate class) (lambda (object) (instance-of? object class)))

;; names: the slots whose values the constructor takes. With an initializer it takes what that wants, too.
(define (instance-constructor class #!optional names initializer)
  (let* ((slots (class-slots class))
         (names (if (or (default-object? names) (not names)) '() names))
         (own-initializer (if (default-object? initializer) #f initializer))
         (indices (map (lambda (name) (slot-index (class-slot class name #t))) names)))
    (lambda operands
      (let ((contents (make-vector (length slots) absent)))
        (for-each (lambda (slot)
                    (cond ((slot-initial-value? slot)
                           (vector-set! contents (slot-index slot) (slot-initial-value slot)))
                          ((slot-initializer slot)
                           => (lambda (thunk) (vector-set! contents (slot-index slot) (thunk))))))
                  slots)
        (let loop ((indices indices) (rest operands))
          (if (pair? indices)
              (begin
                (if (null? rest)
                    (error "Too few values for the slots of an instance:" class operands))
                (vector-set! contents (car indices) (car rest))
                (loop (cdr indices) (cdr rest)))
              (let ((instance (%make-instance class contents)))
                (if own-initializer
                    (apply own-initializer instance rest)
                    (apply initialize-instance instance rest))
                instance)))))))

(define initialize-instance (make-generic-procedure '(1 . #f) 'initialize-instance))
(add-method initialize-instance (make-method (list <instance>) (lambda (instance . operands) unspecific)))

(define write-instance (make-generic-procedure 2 'write-instance))
(add-method write-instance
            (make-method (list <instance>)
                         (lambda (instance port)
                           (write-string "#[instance " port)
                           (write (hash-object instance) port)
                           (write-string " of " port)
                           (write (class-name (instance-class instance)) port)
                           (write-string "]" port))))

(define-print-method instance?
  (lambda (instance port) (write-instance instance port)))
