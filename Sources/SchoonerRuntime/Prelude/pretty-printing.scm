;;;; Printing for people (MIT Scheme 14.5): data on one line where they fit; the forms of programs broken where MIT breaks them.

(define (pp object #!optional port . rest)
  (let ((port (if (or (default-object? port) (eq? port #t)) (current-output-port) port)))
    (if (not (%custom-port-record port)) (fresh-line port))
    (%pp-node (%pp-subject object) 0 0 #f port)
    (newline port)
    (for-each (lambda (part)
                (%pp-node part 0 0 #t port)
                (newline port))
              (pp-description object))))

;; A compound procedure and a program as an object show their text; anything else itself.
(define (%pp-subject object)
  (let ((source (and (compound-procedure? object) (%procedure-source object))))
    (cond ((pair? source)
           (if (procedure-name object)
               `(named-lambda (,(procedure-name object) . ,(car source)) . ,(cdr source))
               `(lambda . ,source)))
          ;; Asked this way, the library of such objects is not loaded for others.
          ((and (record? object) (equal? "scode" (record-type-name (record-type-descriptor object))))
           (unsyntax object))
          (else object))))

(define %pp-width 79)

;; How the operands of a form are laid out: in a column under the first, or as a body behind so many operands.
(define (%pp-style node)
  (case (car node)
    ((if and or cond) 'column)
    ((define define-integrable lambda named-lambda let* letrec letrec* fluid-let parameterize) 1)
    ((let) (if (and (pair? (cdr node)) (symbol? (cadr node))) 2 1))
    (else #f)))

;; Inside a combination, where loose is true, a form that fits its line is not broken.
(define (%pp-node node column closing loose port)
  (let ((style (and (pair? node) (list? node) (symbol? (car node)) (pair? (cdr node)) (%pp-style node))))
    (cond ((and (or loose (not style))
                (or (not (pair? node))
                    (<= (+ column (string-length (%pp-text node)) closing) %pp-width)))
           (write-string (%pp-text node) port))
          ((not (list? node)) (write-string (%pp-text node) port))
          ((eq? (car node) 'quote)
           (write-string (%pp-text node) port))
          ((and (integer? style) (> (length node) style))
           (%pp-body node style column closing port))
          ((symbol? (car node))
           (let ((start (+ column 2 (string-length (write-to-string (car node))))))
             (write-char #\( port)
             (write (car node) port)
             (if (pair? (cdr node))
                 (begin
                   (write-char #\space port)
                   (%pp-column (cdr node) start (+ closing 1) (not style) port)))
             (write-char #\) port)))
          (else
           (write-char #\( port)
           (%pp-column node (+ column 1) (+ closing 1) #t port)
           (write-char #\) port)))))

(define (%pp-column nodes column closing loose port)
  (let loop ((nodes nodes))
    (%pp-node (car nodes) column (if (pair? (cdr nodes)) 0 closing) loose port)
    (if (pair? (cdr nodes))
        (begin
          (%pp-indent column port)
          (loop (cdr nodes))))))

;; The operator and its first operands on one line, the rest as a body two columns in.
(define (%pp-body node head column closing port)
  (write-char #\( port)
  (write (car node) port)
  (let loop ((rest (cdr node))
             (head head)
             (place (+ column 1 (string-length (write-to-string (car node))))))
    (cond ((> head 0)
           (write-char #\space port)
           (%pp-data (car rest) (+ place 1) port)
           (loop (cdr rest) (- head 1) (+ place 1 (string-length (write-to-string (car rest))))))
          ((pair? rest)
           (%pp-indent (+ column 2) port)
           (%pp-column rest (+ column 2) (+ closing 1) #f port))))
  (write-char #\) port))

;; Bindings and lambda lists: no form, whatever they begin with.
(define (%pp-data node column port)
  (if (or (not (pair? node))
          (not (list? node))
          (<= (+ column (string-length (%pp-text node))) %pp-width))
      (write-string (%pp-text node) port)
      (begin
        (write-char #\( port)
        (%pp-column node (+ column 1) 1 #t port)
        (write-char #\) port))))

(define (%pp-indent column port)
  (newline port)
  (write-string (make-string column #\space) port))
