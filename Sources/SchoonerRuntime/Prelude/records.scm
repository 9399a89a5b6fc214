;;; Records through procedures: MIT reference manual 10.4. `define-record-type` makes the same closures.

(define (%record-type-name name)
  (cond ((symbol? name) (symbol->string name))
        ((string? name) name)
        (else (%wrong-type name 'make-record-type))))

;; A field is a symbol, or a list that begins with one.
(define (make-record-type name fields . options)
  (%make-record-type
   (%record-type-name name)
   (if (list? fields)
       (map (lambda (field) (if (pair? field) (car field) field)) fields)
       (%wrong-type fields 'make-record-type))
   #f))

(define (%check-record-type type caller)
  (if (not (record-type? type)) (%wrong-type type caller)))

(define (%field-index type field)
  (or (and (exact-integer? field)
           (<= 1 field (length (record-type-field-names type)))
           field)
      (%record-type-index type field)
      (error "No slot named" field 'in 'records 'of 'type type (error-irritant/noise "."))))

(define (record-predicate type)
  (%check-record-type type 'record-predicate)
  (lambda (object) (%record-is? object type)))

(define (record-accessor type field #!optional caller)
  (%check-record-type type 'record-accessor)
  (let ((index (%field-index type field)))
    (lambda (record) (%record-ref record index type))))

(define (record-modifier type field #!optional caller)
  (%check-record-type type 'record-modifier)
  (let ((index (%field-index type field)))
    (lambda (record value) (%record-set! record index value type))))

(define (record-updater type field #!optional caller)
  (record-modifier type field))

(define (record-copy record) (copy-record record))

;; The usual sizes have closures of exactly that many parameters; others check the count themselves.
(define (record-constructor type #!optional fields)
  (%check-record-type type 'record-constructor)
  (if (or (default-object? fields)
          (not fields)
          (equal? fields (record-type-field-names type)))
      (%full-constructor type)
      (%partial-constructor type fields)))

(define (%full-constructor type)
  (case (length (record-type-field-names type))
    ((0) (lambda () (%record type)))
    ((1) (lambda (a) (%record type a)))
    ((2) (lambda (a b) (%record type a b)))
    ((3) (lambda (a b c) (%record type a b c)))
    ((4) (lambda (a b c d) (%record type a b c d)))
    ((5) (lambda (a b c d e) (%record type a b c d e)))
    ((6) (lambda (a b c d e f) (%record type a b c d e f)))
    (else
     (let ((count (length (record-type-field-names type))))
       (lambda values
         (%check-field-count values count type)
         (apply %record type values))))))

(define (%partial-constructor type fields)
  (if (not (list? fields)) (%wrong-type fields 'record-constructor))
  (let ((indices (map (lambda (field) (%field-index type field)) fields))
        (size (+ 1 (length (record-type-field-names type))))
        (count (length fields)))
    (lambda values
      (%check-field-count values count type)
      (let ((record (%make-record type size #f)))
        (for-each (lambda (index value) (%record-set! record index value))
                  indices
                  values)
        record))))

(define (%check-field-count values count type)
  (if (not (= (length values) count))
      (error "Wrong number of fields for a record:" (length values) count type)))
