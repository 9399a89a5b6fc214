;;; Types

;; The operations are an alist; those that every character needs stand beside it.
(define-record-type textual-port-type
  (%make-type operations read-char peek-char unread-char read-substring
              write-char write-substring discretionary-flush reads? writes?)
  port-type?
  (operations type-operations)
  (read-char type-read-char)
  (peek-char type-peek-char)
  (unread-char type-unread-char)
  (read-substring type-read-substring)
  (write-char type-write-char)
  (write-substring type-write-substring)
  (discretionary-flush type-discretionary-flush)
  (reads? input-port-type?)
  (writes? output-port-type?))

(define (i/o-port-type? object)
  (and (port-type? object) (input-port-type? object) (output-port-type? object)))

(define-print-method port-type?
  (standard-print-method
   (lambda (type)
     (string-append "textual"
                    (if (input-port-type? type)
                        (if (output-port-type? type) "-i/o" "-input")
                        (if (output-port-type? type) "-output" ""))
                    "-port-type"))))

(define standard-operations
  '(char-ready? peek-char read-char read-substring unread-char
    write-char write-substring flush-output discretionary-flush-output))

(define (check-operations operations)
  (if (not (list? operations))
      (error:wrong-type-argument operations #f 'make-textual-port-type))
  (for-each
   (lambda (operation)
     (if (not (and (pair? operation)
                   (symbol? (car operation))
                   (pair? (cdr operation))
                   (or (procedure? (cadr operation)) (not (cadr operation)))
                   (null? (cddr operation))))
         (error:wrong-type-argument operation #f 'make-textual-port-type)))
   operations))

;; What a parent does with several characters, or with those that come next, would go past a child's own way with one.
(define (superseded? name own)
  (case name
    ((write-substring) (assq 'write-char own))
    ((read-substring peek-char unread-char) (assq 'read-char own))
    (else #f)))

;; Operations written here go before those of the parent; one that is #f hides the parent's.
(define (make-textual-port-type operations parent)
  (check-operations operations)
  (if (and parent (not (port-type? parent)))
      (error:wrong-type-argument parent #f 'make-textual-port-type))
  (let* ((own (map (lambda (operation) (cons (car operation) (cadr operation))) operations))
         (inherited (if parent (remove (lambda (entry) (or (assq (car entry) own) (superseded? (car entry) own)))
                                    (type-operations parent)) '()))
         (all (filter cdr (append own inherited))))
    (define (standard? entry) (memq (car entry) standard-operations))
    (define (operation name)
      (let ((entry (assq name all)))
        (and entry (cdr entry))))
    (%make-type (append (remove standard? all) (filter standard? all))
                (operation 'read-char) (operation 'peek-char) (operation 'unread-char)
                (operation 'read-substring)
                (operation 'write-char) (operation 'write-substring)
                (operation 'discretionary-flush-output)
                (and (operation 'read-char) #t)
                (and (or (operation 'write-char) (operation 'write-substring)) #t))))

(define make-port-type make-textual-port-type)

(define (port-type/operation type name)
  (let ((entry (assq name (type-operations type))))
    (and entry (cdr entry))))

(define (port-type/operation-names type) (map car (type-operations type)))

(define (port-type/operations type)
  (map (lambda (entry) (list (car entry) (cdr entry))) (type-operations type)))
