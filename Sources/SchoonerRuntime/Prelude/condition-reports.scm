;;; Conditions as data, where a program's own procedures are called: MIT reference manual 16.5, 16.6; R7RS 6.11.

(define (condition/report-string condition)
  (let ((reporter (%condition-reporter condition)))
    (if reporter
        (call-with-output-string (lambda (port) (reporter condition port)))
        (%condition-report-string condition))))

(define (write-condition-report condition port)
  (write-string (condition/report-string condition) port))

(define (error-object-message condition)
  (if (%error-has-message? condition)
      (access-condition condition 'message)
      (condition/report-string condition)))

(define (error-message condition) (error-object-message condition))
(define (error-message-string condition) (condition/report-string condition))
(define (error-irritants/noise condition) '())

;; An irritant that stands in the report as it is. The runtime knows the record type by its name.
(define error-irritant/noise
  (record-constructor (make-record-type 'error-irritant/noise '(words))))

(define (condition-predicate type)
  (if (not (condition-type? type)) (%wrong-type type 'condition-predicate))
  (lambda (object) (%condition-is-a? object type)))

(define (condition-accessor type field)
  (if (not (memq field (condition-type/field-names type)))
      (%bad-range field 'condition-accessor))
  (lambda (condition)
    (if (not (%condition-is-a? condition type))
        (%wrong-type condition 'condition-accessor))
    (access-condition condition field)))

(define (make-condition type continuation restarts field-plist)
  (%make-condition type
                   continuation
                   (cond ((eq? restarts 'bound-restarts) (bound-restarts))
                         ((condition? restarts) (condition/restarts restarts))
                         (else restarts))
                   field-plist))

(define (condition-constructor type field-names)
  (if (not (condition-type? type)) (%wrong-type type 'condition-constructor))
  (lambda (continuation restarts . values)
    (make-condition type continuation restarts (append-map list field-names values))))

(define (condition-signaller type field-names default-handler)
  (let ((make (condition-constructor type field-names)))
    (lambda values
      (call-with-current-continuation
       (lambda (continuation)
         (let ((condition (apply make continuation 'bound-restarts values)))
           (signal-condition condition)
           (default-handler condition)))))))

;;; Properties

(define %condition-properties (make-key-weak-eqv-hash-table))

(define (condition/properties condition)
  (or (hash-table-ref/default %condition-properties condition #f)
      (let ((properties (make-1d-table)))
        (hash-table-set! %condition-properties condition properties)
        properties)))

(define (condition/get condition key)
  (1d-table/get (condition/properties condition) key #f))

(define (condition/put! condition key datum)
  (1d-table/put! (condition/properties condition) key datum))

;; As `error` shows its message and irritants.
(define (format-error-message message irritants port)
  (write-string (condition/report-string
                 (%make-standard-condition condition-type:simple-error (list message irritants)))
                port))
