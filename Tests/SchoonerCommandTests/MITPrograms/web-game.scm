;;;; A text adventure on the web: generic procedures over registered predicates.
(declare (usual-integrations))

;;; Generic procedures with predicate dispatch

(define-record-type <metadata>
    (%make-metadata name arity default-handler rules)
    metadata?
  (name metadata-name)
  (arity metadata-arity)
  (default-handler metadata-default-handler)
  (rules metadata-rules set-metadata-rules!))

(define *generic-metadata* (make-key-weak-eqv-hash-table))

(define (simple-generic-procedure name arity #!optional default-handler)
  (guarantee exact-nonnegative-integer? arity 'simple-generic-procedure)
  (let ((metadata
         (%make-metadata name arity
                         (if (default-object? default-handler)
                             (lambda args (error "Inapplicable generic procedure:" name args))
                             default-handler)
                         '())))
    (define (dispatch . args)
      (assert (= (length args) arity))
      (apply (or (find-handler metadata args) (metadata-default-handler metadata)) args))
    (hash-table-set! *generic-metadata* dispatch metadata)
    dispatch))

(define (find-handler metadata args)
  (let ((rule (find (lambda (rule) (every (lambda (p a) (p a)) (car rule) args))
                    (metadata-rules metadata))))
    (and rule (cdr rule))))

(define (match-args . predicates) predicates)

(define (define-generic-procedure-handler generic applicability handler)
  (let ((metadata (hash-table-ref *generic-metadata* generic
                                  (lambda () (error:bad-range-argument generic 'define-handler)))))
    (if (not (= (length applicability) (metadata-arity metadata)))
        (error "Arity mismatch:" applicability))
    (set-metadata-rules! metadata (cons (cons applicability handler) (metadata-rules metadata)))
    (metadata-name metadata)))

;;; Properties and types

(define (make-property name predicate #!optional default-supplier)
  (list name predicate default-supplier (make-key-weak-eqv-hash-table)))
(define property-name first)
(define property-predicate second)
(define property-table fourth)

(define (property-getter property type?)
  (let ((table (property-table property)))
    (define-integrable (fallback object)
      (let ((supplier (third property)))
        (if (default-object? supplier)
            (error "Property has no value:" (property-name property) object)
            (supplier object))))
    (named-lambda (get object)
      (guarantee type? object (property-name property))
      (hash-table-ref table object (lambda () (fallback object))))))

(define (property-setter property type?)
  (named-lambda (set object value)
    (guarantee type? object (property-name property))
    (if (not ((property-predicate property) value))
        (error:not-a (property-predicate property) value (property-name property)))
    (hash-table-set! (property-table property) object value)))

(define-record-type <thing> (%make-thing kind name) thing?
  (kind thing-kind)
  (name thing-name))
(define-print-method thing?
  (standard-print-method (lambda (thing) (list (thing-kind thing) (thing-name thing)))))

(define (kind-predicate kind #!optional parent)
  (define (is? object) (and (thing? object) (eq? (thing-kind object) kind)))
  (register-predicate! is? kind '<= (if (default-object? parent) thing? parent))
  is?)
(define place? (kind-predicate 'place))
(define avatar? (kind-predicate 'avatar))
(define tool? (kind-predicate 'tool))
(define (place-list? object) (list-of-type? object pair?))
(define (thing-list? object) (list-of-type? object thing?))

(define place:exits (make-property 'exits place-list? (lambda (place) '())))
(define get-exits (property-getter place:exits place?))
(define set-exits! (property-setter place:exits place?))
(define thing:location (make-property 'location place?))
(define get-location (property-getter thing:location thing?))
(define set-location! (property-setter thing:location thing?))
(define thing:contents (make-property 'contents thing-list? (lambda (thing) '())))
(define get-contents (property-getter thing:contents thing?))
(define set-contents! (property-setter thing:contents thing?))

;;; The world

(define move!
  (simple-generic-procedure 'move! 2
    (lambda (thing destination) (error "Cannot move:" thing destination))))
(define describe (simple-generic-procedure 'describe 1))

(define (add-to! place thing) (set-contents! place (cons thing (get-contents place))))
(define (remove-from! place thing) (set-contents! place (delete thing (get-contents place))))

(define-generic-procedure-handler move! (match-args avatar? place?)
  (lambda (avatar place)
    (remove-from! (get-location avatar) avatar)
    (set-location! avatar place)
    (add-to! place avatar)
    (string-append "You go to " (symbol->string (thing-name place)) ".")))

(define-generic-procedure-handler move! (match-args tool? avatar?)
  (lambda (tool avatar)
    (remove-from! (get-location avatar) tool)
    (add-to! avatar tool)
    (string-append "You take the " (symbol->string (thing-name tool)) ".")))

(define-generic-procedure-handler describe (match-args thing?)
  (lambda (thing) (thing-name thing)))
(define-generic-procedure-handler describe (match-args place?)
  (lambda (place)
    `(p "You are in " (b ,(thing-name place)) ". Exits:"
        ,@(map (lambda (exit) `(i ,(car exit))) (get-exits place)) " Here:"
        ,@(map (lambda (thing) `(i ,(describe thing))) (reverse (get-contents place))))))

(define places (make-strong-eqv-hash-table))
(define avatars (make-equal-hash-table))
(define (make-place name) (let ((p (%make-thing 'place name))) (hash-table-set! places name p) p))
(define (connect! from direction to)
  (set-exits! from (append! (list-copy (get-exits from)) (list (cons direction to)))))

(define (start-world)
  (let ((hall (make-place 'hall)) (attic (make-place 'attic)) (lamp (%make-thing 'tool 'lamp)))
    (connect! hall 'up attic)
    (connect! attic 'down hall)
    (add-to! attic lamp)
    'started))

(define (avatar-named name)
  (hash-table-intern! avatars name
    (lambda ()
      (let ((avatar (%make-thing 'avatar (string->symbol name)))
            (hall (hash-table-ref places 'hall)))
        (set-location! avatar hall)
        (add-to! hall avatar)
        avatar))))

(define (act name verb object)
  (let* ((avatar (avatar-named name)) (here (get-location avatar)))
    (case verb
      ((go)
       (let ((exit (assq object (get-exits here))))
         (if exit (move! avatar (cdr exit)) "No way.")))
      ((take)
       (let ((thing (find (lambda (t) (eq? (thing-name t) object)) (get-contents here))))
         (if thing (move! thing avatar) "No such thing.")))
      ((look) "")
      (else (error "Unknown verb:" verb)))))

;;; The web

(define (write-html html port)
  (let walk ((html html))
    (cond ((string? html) (write-string html port))
          ((pair? html)
           (write-string "<" port) (write (car html) port) (write-string ">" port)
           (for-each walk (cdr html))
           (write-string "</" port) (write (car html) port) (write-string ">" port))
          (else (display html port)))))

(define (form-value form name #!optional fail)
  (let ((index (string-search-forward (string-append name "=") form 0)))
    (if index
        (let* ((start (+ index (string-length name) 1))
               (end (or (string-search-forward "&" form start) (string-length form))))
          (substring form start end))
        (if (default-object? fail) (error "Missing field:" name) (fail)))))

(define (read-headers port)
  (let loop ((length 0))
    (let ((line (read-line port)))
      (cond ((or (eof-object? line) (string=? "" line)) length)
            ((string-prefix-ci? "content-length:" line)
             (loop (string->number (string-trim (string-tail line 15)))))
            (else (loop length))))))

(define (handle client)
  (let* ((line (read-line client))
         (body-length (read-headers client))
         (post? (string=? (substring line 0 4) "POST"))
         (form (if post?
                   (read-string body-length client)
                   (let ((start (string-search-forward "?" line 0)))
                     (if start
                         (substring line (+ start 1) (string-search-forward " " line start))
                         ""))))
         (name (form-value form "name" (lambda () "nobody")))
         (said (act name
                    (string->symbol (form-value form "verb" (lambda () "look")))
                    (string->symbol (form-value form "object" (lambda () "all"))))))
    (write-page client 200
                (call-with-output-string
                 (lambda (port)
                   (write-html `(html (p ,said) ,(describe (get-location (avatar-named name)))) port))))))

(define (write-page client status body)
  (write-string (string-append "HTTP/1.0 " (number->string status 10) " X\n\n" body "\n") client)
  (flush-output client))

(define (accept-loop socket)
  (let ((client (tcp-server-connection-accept socket #t #f)))
    (call/cc
     (lambda (k)
       (with-exception-handler
        (lambda (e) (write-page client 500 (condition/report-string e)) (k e))
        (lambda () (handle client)))))
    (close-port client)
    (accept-loop socket)))

(start-world)
(define (run port)
  (let ((socket (open-tcp-server-socket port)))
    (pp `(listening on port ,port))
    (accept-loop socket)))
(run (string->number (car (command-line-arguments))))
