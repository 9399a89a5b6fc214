;;; Classes and their slots

(define-record-type class
  (%make-class name direct-superclasses direct-slot-names precedence-list slots)
  class?
  (name class-name)
  (direct-superclasses class-direct-superclasses)
  (direct-slot-names class-direct-slot-names)
  (precedence-list class-precedence-list set-class-precedence-list!)
  (slots class-slots set-class-slots!))

(define-print-method class?
  (standard-print-method 'class (lambda (class) (list (class-name class)))))

;; get, set, initialized? take an object of the class.
(define-record-type slot-descriptor
  (make-slot name class index properties get set initialized?)
  slot-descriptor?
  (name slot-name)
  (class slot-class)
  (index slot-index)
  (properties slot-properties)
  (get slot-getter)
  (set slot-setter)
  (initialized? slot-tester))

(define-print-method slot-descriptor?
  (standard-print-method 'slot-descriptor (lambda (slot) (list (slot-name slot)))))

(define (slot-property slot name default)
  (let ((entry (assq name (slot-properties slot))))
    (if entry (cdr entry) default)))
(define (slot-initial-value slot) (slot-property slot 'initial-value #f))
(define (slot-initial-value? slot) (and (assq 'initial-value (slot-properties slot)) #t))
(define (slot-initializer slot) (slot-property slot 'initializer #f))

(define (class-slot class name error?)
  (or (find (lambda (slot) (eq? name (slot-name slot))) (class-slots class))
      (and error? (error "Class has no slot of this name:" class name))))

(define (subclass? class other)
  (and (memq other (class-precedence-list class)) #t))

;; Depth first, left to right; of a class that is met several times the last place counts.
(define (linearize class)
  (let loop ((pending (append-map class-precedence-list (class-direct-superclasses class))))
    (cond ((null? pending) '())
          ((memq (car pending) (cdr pending)) (loop (cdr pending)))
          (else (cons (car pending) (loop (cdr pending)))))))

(define (primitive-class name . supers)
  (let ((class (%make-class name supers '() '() '())))
    (set-class-precedence-list! class (cons class (linearize class)))
    class))

;; A slot: a name, or (name property value ...). A slot of the class hides an inherited one and takes its properties.
(define (slot-argument-name slot) (if (pair? slot) (car slot) slot))
(define (slot-argument-properties slot)
  (let loop ((rest (if (pair? slot) (cdr slot) '())))
    (if (and (pair? rest) (pair? (cdr rest)))
        (cons (cons (car rest) (cadr rest)) (loop (cddr rest)))
        '())))

(define (make-class name superclasses slots)
  (let* ((supers (if (null? superclasses) (list <instance>) superclasses))
         (class (%make-class name supers (map slot-argument-name slots) '() '())))
    (set-class-precedence-list! class (cons class (linearize class)))
    (set-class-slots! class (compute-slots class slots))
    class))

(define (make-trivial-subclass superclass . superclasses)
  (make-class (class-name superclass) (cons superclass superclasses) '()))

(define (compute-slots class arguments)
  (let* ((own (map (lambda (slot) (cons (slot-argument-name slot) (slot-argument-properties slot))) arguments))
         (inherited
          (append-map (lambda (class)
                        (map (lambda (slot) (cons (slot-name slot) (slot-properties slot))) (class-slots class)))
                      (reverse (cdr (class-precedence-list class)))))
         (names (delete-duplicates (append (map car own) (map car inherited)) eq?)))
    (let loop ((names names) (index 0))
      (if (null? names)
          '()
          (let* ((name (car names))
                 (merged (append-map cdr (filter (lambda (entry) (eq? name (car entry)))
                                                 (append own (reverse inherited))))))
            (cons (instance-slot class name index merged)
                  (loop (cdr names) (+ index 1))))))))

;;; Slots of any object

(define (find-slot object name)
  (or (class-slot (object-class object) name #f)
      (error (string-append "No slot named " (write-to-string name) " in records of type")
             (object-class object))))

(define (slot-value object name)
  (let ((slot (find-slot object name)))
    (if (not ((slot-tester slot) object))
        (error "Uninitialized slot:" name object))
    ((slot-getter slot) object)))
(define (set-slot-value! object name value)
  ((slot-setter (find-slot object name)) object value))
(define (slot-initialized? object name)
  ((slot-tester (find-slot object name)) object))

(define (slot-accessor class name) (lambda (object) (slot-value object name)))
(define (slot-modifier class name) (lambda (object value) (set-slot-value! object name value)))
(define (slot-initpred class name) (lambda (object) (slot-initialized? object name)))
(define (slot-accessor-method class name) (make-method (list class) (slot-accessor class name)))
(define (slot-modifier-method class name) (make-method (list class) (slot-modifier class name)))
(define (slot-initpred-method class name) (make-method (list class) (slot-initpred class name)))
