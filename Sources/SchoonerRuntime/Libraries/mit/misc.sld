;;; Names of MIT Scheme 12.1 that belong nowhere else: the system, byte strings of older releases, properties.

(define-library (mit misc)
  (export event:after-restore event:after-restart event:before-exit
          pa largest-fixnum smallest-fixnum host-big-endian?
          error:wrong-number-of-arguments error:wrong-type-datum error:bad-range-datum
          param:suppress-loading-message? load/suppress-loading-message? current-load-environment
          make-primitive-procedure
          hash-table-entry-type:strong hash-table-entry-type:key-weak hash-table-entry-type:datum-weak
          hash-table-entry-type:key/datum-weak make-hash-table-type
          object->datum pretty-print
          system-pair-car system-pair-cdr system-vector-ref system-vector-length map-reference-trap
          make-vector-8b vector-8b-length vector-8b-ref vector-8b-set! vector-8b-fill!
          restart/get restart/put! condition-type/get condition-type/put! record-keyword-constructor
          weak-list? weak-length weak-delq!
          make-event-distributor event-distributor? event-distributor/invoke! add-event-receiver! remove-event-receiver!
          standard-error-hook standard-warning-hook standard-warning-handler
          repl:write-result-hash-numbers?
          sf/default-syntax-table sf/default-declarations syntax&integrate
          compiler:compiled-code-pathname-type compiled-code-block?
          tail out ill-formed-syntax
          null-alien alien-null? alien?
          interrupt-mask/gc-ok interrupt-mask/none interrupt-mask/all)
  (import (mit legacy runtime))
  (begin

    ;; Prints a procedure's parameter list.
    (define (pa procedure)
      (let ((source (and (compound-procedure? procedure) (%procedure-source procedure))))
        (pp (if (pair? source) (car source) (arity-parameters procedure)))))

    ;; A parameter list for a procedure whose own is not known.
    (define (arity-parameters procedure)
      (let ((least (procedure-arity-min (procedure-arity procedure)))
            (most (procedure-arity-max (procedure-arity procedure))))
        (let loop ((index 1))
          (define (parameter) (symbol 'arg index))
          (cond ((<= index least) (cons (parameter) (loop (+ index 1))))
                ((not most) 'rest)
                ((> index most) '())
                ((= index (+ least 1))
                 (cons* #!optional (parameter) (loop (+ index 1))))
                (else (cons (parameter) (loop (+ index 1))))))))

    (define (largest-fixnum) 144115188075855871)
    (define (smallest-fixnum) -144115188075855872)
    (define (host-big-endian?) #f)

    (define (error:wrong-number-of-arguments procedure . rest)
      (error "The procedure has been called with the wrong number of arguments:" procedure rest))
    (define (error:wrong-type-datum object . rest)
      (error "The object has the wrong type:" object))
    (define (error:bad-range-datum object . rest)
      (error "The object is not in the correct range:" object))

    (define param:suppress-loading-message? (make-settable-parameter #t))
    (define load/suppress-loading-message? #!default)
    (define (current-load-environment) (nearest-repl/environment))

    (define (make-primitive-procedure name #!optional arity)
      (let ((procedure (environment-lookup system-global-environment name)))
        (if (not (procedure? procedure)) (error:bad-range-argument name 'make-primitive-procedure))
        procedure))

    (define hash-table-entry-type:strong 'strong)
    (define hash-table-entry-type:key-weak 'key-weak)
    (define hash-table-entry-type:datum-weak 'datum-weak)
    (define hash-table-entry-type:key/datum-weak 'key/datum-weak)
    (define (make-hash-table-type hash same? rehash-after-gc? entry-type)
      (hash-table-constructor same? hash))

    ;;; Object representations

    (define (object->datum object) object)

    ;; As pp, without the ends of lines around it.
    (define (pretty-print object #!optional port . rest)
      (%pp-node (%pp-subject object) 0 0 #f (if (default-object? port) (current-output-port) port)))
    (define (system-pair-car object) (car object))
    (define (system-pair-cdr object) (cdr object))
    (define (system-vector-ref object index) (vector-ref object index))
    (define (system-vector-length object) (vector-length object))
    (define (map-reference-trap thunk) (thunk))

    ;;; Strings of bytes

    (define (make-vector-8b length #!optional byte)
      (make-string length (integer->char (if (default-object? byte) 0 byte))))
    (define (vector-8b-length string) (string-length string))
    (define (vector-8b-ref string index) (char->integer (string-ref string index)))
    (define (vector-8b-set! string index byte) (string-set! string index (integer->char byte)))
    (define (vector-8b-fill! string start end byte)
      (do ((index start (+ index 1)))
          ((= index end))
        (vector-8b-set! string index byte)))

    ;;; Properties of restarts and condition types

    (define properties (make-key-weak-eqv-hash-table))
    (define (property-getter check)
      (lambda (object key)
        (guarantee check object)
        (let ((entry (assq key (hash-table-ref/default properties object '()))))
          (and entry (cdr entry)))))
    (define (property-setter check)
      (lambda (object key datum)
        (guarantee check object)
        (hash-table-set! properties object
                         (cons (cons key datum) (del-assq key (hash-table-ref/default properties object '()))))))
    (define restart/get (property-getter restart?))
    (define restart/put! (property-setter restart?))
    (define condition-type/get (property-getter condition-type?))
    (define condition-type/put! (property-setter condition-type?))

    ;;; A constructor that takes the fields' names and values in turn.

    (define (record-keyword-constructor type)
      (let ((names (record-type-field-names type))
            (construct (record-constructor type)))
        (define (constructor . keywords)
          (if (not (keyword-list? keywords names))
              (error:wrong-type-argument keywords #f constructor))
          (let loop ((rest keywords) (seen '()))
            (if (pair? rest)
                (begin
                  (if (memq (car rest) seen) (error "Duplicate keyword:" (car rest)))
                  (loop (cddr rest) (cons (car rest) seen)))))
          (apply construct (map (lambda (name) (get-keyword-value keywords name #f)) names)))
        constructor))

    ;;; Lists of weak pairs

    (define (weak-list? object)
      (or (null? object)
          (and (weak-pair? object) (weak-list? (weak-cdr object)))))

    (define (weak-length weak-list)
      (let loop ((rest weak-list) (length 0))
        (if (weak-pair? rest) (loop (weak-cdr rest) (+ length 1)) length)))

    ;; Without the elements that are the object and those that were collected.
    (define (weak-delq! object weak-list)
      (let loop ((rest weak-list))
        (cond ((not (weak-pair? rest)) rest)
              ((and (weak-pair/car? rest) (not (eq? (weak-car rest) object)))
               (weak-set-cdr! rest (loop (weak-cdr rest)))
               rest)
              (else (loop (weak-cdr rest))))))

    ;;; Events with receivers

    (define-record-type event-distributor
      (%make-distributor receivers)
      event-distributor?
      (receivers receivers set-receivers!))

    (define (make-event-distributor) (%make-distributor '()))
    (define (event-distributor/invoke! distributor . arguments)
      (for-each (lambda (receiver) (apply receiver arguments)) (receivers distributor)))
    (define (add-event-receiver! distributor receiver)
      (set-receivers! distributor (append (receivers distributor) (list receiver))))
    (define (remove-event-receiver! distributor receiver)
      (set-receivers! distributor (delq receiver (receivers distributor))))

    ;;; Errors and the console

    (define standard-error-hook #!default)
    (define standard-warning-hook #!default)
    (define (standard-warning-handler condition)
      (let ((port (notification-output-port)))
        (fresh-line port)
        (write-string ";Warning: " port)
        (write-condition-report condition port)
        (newline port)))
    (define repl:write-result-hash-numbers? #f)

    (define (ill-formed-syntax form . rest) (error "Ill-formed special form:" form))
    (define (tail stream) (stream-cdr stream))
    (define (out #!optional index) unspecific)

    ;;; The compiler

    (define sf/default-syntax-table system-global-environment)
    (define sf/default-declarations '())
    (define (syntax&integrate form declarations #!optional environment) (syntax form environment))
    (define (compiler:compiled-code-pathname-type) "com")
    (define (compiled-code-block? object) #f)

    ;;; Foreign memory: there is none.

    (define-record-type alien (make-alien) alien?)
    (define null-alien (make-alien))
    (define (alien-null? alien) #t)

    (define interrupt-mask/none 0)
    (define interrupt-mask/gc-ok 7)
    (define interrupt-mask/all 65535)

    ;;; Events of the system. No image is ever restored or restarted.

    (define event:after-restore (make-event-distributor))
    (define event:after-restart (make-event-distributor))
    (define event:before-exit (make-event-distributor))
    (set-cdr! %exit-hooks (list (lambda () (event-distributor/invoke! event:before-exit))))))
