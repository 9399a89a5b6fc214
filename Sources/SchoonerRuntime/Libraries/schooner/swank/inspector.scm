;;; The inspector: an object and its parts, each of which can be looked at in turn.

;; parts: a vector; content: strings and (:value text index).
(define-record-type view
  (make-view object parts content)
  view?
  (object view-object)
  (parts view-parts)
  (content view-content))

(define most-parts 500)

;; Labels and values, in lists of two.
(define (object-parts object)
  (cond ((and (pair? object) (list? object)) (numbered-parts object))
        ((pair? object) `(("car" ,(car object)) ("cdr" ,(cdr object))))
        ((vector? object) (numbered-parts (vector->list object 0 (min most-parts (vector-length object)))))
        ((hash-table? object)
         (map (lambda (entry) (list (short-text (car entry)) (cdr entry))) (hash-table->alist object)))
        ((environment? object)
         (map (lambda (binding)
                (list (symbol->string (car binding))
                      (if (pair? (cdr binding)) (cadr binding) unspecific)))
              (environment-bindings object)))
        ((compound-procedure? object)
         `(("name" ,(procedure-name object)) ("arity" ,(procedure-arity object))
           ("text" ,(%procedure-source object))))
        ((procedure? object) `(("arity" ,(procedure-arity object))))
        ((symbol? object) `(("name" ,(symbol->string object))))
        ((condition? object)
         `(("type" ,(condition/type object)) ("report" ,(condition-text object))
           ("restarts" ,(condition/restarts object))))
        (else
         (let ((parts (pp-description object)))
           (if (list? parts)
               (map (lambda (part)
                      (if (and (pair? part) (pair? (cdr part)))
                          (list (write-to-string (car part)) (cadr part))
                          (list "" part)))
                    parts)
               '())))))

(define (numbered-parts objects)
  (let loop ((objects objects) (number 0) (parts '()))
    (if (or (null? objects) (= number most-parts))
        (reverse parts)
        (loop (cdr objects) (+ number 1)
              (cons (list (number->string number) (car objects)) parts)))))

(define (view-of object)
  (let* ((parts (object-parts object))
         (parts (list-head parts (min most-parts (length parts)))))
    (make-view object
               (list->vector (map cadr parts))
               (let loop ((parts parts) (number 0) (content '()))
                 (if (null? parts)
                     (reverse content)
                     (loop (cdr parts) (+ number 1)
                           (cons* "\n"
                                  (list ':value (short-text (cadar parts)) number)
                                  (string-append (caar parts) ": ")
                                  content)))))))

;; Views are kept as (the one that is shown and those before it, newest first . those that it went back from).
(define (views connection) (connection-inspector connection))

(define (show-view connection shown later)
  (set-connection-inspector! connection (cons shown later))
  (let* ((view (car shown)) (content (view-content view)) (length (length content)))
    (list ':title (short-text (view-object view))
          ':id 0
          ':content (list content length 0 length))))

(define (view-here connection)
  (if (null? (views connection)) (error "Nothing is inspected."))
  (car (car (views connection))))

(define (inspect connection object)
  (show-view connection
             (cons (view-of object) (if (null? (views connection)) '() (car (views connection))))
             '()))

(define (inspect-anew connection object)
  (set-connection-inspector! connection '())
  (inspect connection object))

(define (part-here connection index)
  (let ((parts (view-parts (view-here connection))))
    (if (not (and (exact-nonnegative-integer? index) (< index (vector-length parts))))
        (error:bad-range-argument index 'inspect-nth-part))
    (vector-ref parts index)))

(define-request '(swank:init-inspector)
  (lambda (connection text)
    (let ((results (evaluate-in-buffer connection text)))
      (inspect-anew connection (if (null? results) unspecific (car results))))))

(define-request '(swank:inspect-nth-part)
  (lambda (connection index) (inspect connection (part-here connection index))))

(define-request '(swank:inspector-nth-part)
  (lambda (connection index) (short-text (part-here connection index))))

(define-request '(swank:inspector-reinspect)
  (lambda (connection)
    (let ((object (view-object (view-here connection))) (state (views connection)))
      (show-view connection (cons (view-of object) (cdr (car state))) (cdr state)))))

(define-request '(swank:inspector-range)
  (lambda (connection from to)
    (let* ((content (view-content (view-here connection)))
           (length (length content))
           (start (min from length)) (end (max start (min to length))))
      (list (sublist content start end) length start end))))

(define-request '(swank:inspector-pop)
  (lambda (connection)
    (view-here connection)
    (let* ((state (views connection)) (shown (car state)))
      (if (null? (cdr shown))
          #f
          (show-view connection (cdr shown) (cons (car shown) (cdr state)))))))

(define-request '(swank:inspector-next)
  (lambda (connection)
    (view-here connection)
    (let ((state (views connection)))
      (if (null? (cdr state))
          #f
          (show-view connection (cons (cadr state) (car state)) (cddr state))))))

(define-request '(swank:quit-inspector)
  (lambda (connection)
    (set-connection-inspector! connection '())
    #f))

(define-request '(swank:inspect-current-condition)
  (lambda (connection) (inspect-anew connection (level-condition (level-here)))))

(define-request '(swank:inspect-frame-var)
  (lambda (connection frame index)
    (let ((bindings (frame-bindings (frame-here frame))))
      (if (not (and (exact-nonnegative-integer? index) (< index (length bindings))))
          (error:bad-range-argument index 'inspect-frame-var))
      (inspect-anew connection (cdr (list-ref bindings index))))))

(define-request '(swank:inspect-in-frame)
  (lambda (connection text index)
    (let ((results (evaluate-in-frame connection text index)))
      (inspect-anew connection (if (null? results) unspecific (car results))))))
