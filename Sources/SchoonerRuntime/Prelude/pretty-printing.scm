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

;;; Data on one line: as WRITE has them, but quotations in short

(define (%pp-prefix node)
  (and (pair? node)
       (pair? (cdr node))
       (null? (cddr node))
       (let ((entry (assq (car node) '((quote . "'") (quasiquote . "`") (unquote . ",") (unquote-splicing . ",@")))))
         (and entry (cdr entry)))))

;; Whether there is a quotation in a datum, which may be cyclic: so many pairs are looked at.
(define (%pp-quotation? node)
  (let ((fuel 10000))
    (let search ((node node))
      (and (pair? node)
           (or (%pp-prefix node)
               (begin
                 (set! fuel (- fuel 1))
                 (and (> fuel 0)
                      (or (search (car node))
                          (search (cdr node))))))))))

(define (%pp-write node port)
  (if (and (pair? node) (list? node) (%pp-quotation? node))
      (%pp-write-short node port)
      (write node port)))

(define (%pp-write-short node port)
  (cond ((%pp-prefix node)
         => (lambda (prefix)
              (write-string prefix port)
              (%pp-write-short (cadr node) port)))
        ((pair? node)
         (write-char #\( port)
         (%pp-write-short (car node) port)
         (let loop ((rest (cdr node)))
           (cond ((pair? rest)
                  (write-char #\space port)
                  (%pp-write-short (car rest) port)
                  (loop (cdr rest)))
                 ((not (null? rest))
                  (write-string " . " port)
                  (write rest port))))
         (write-char #\) port))
        (else (write node port))))

(define (%pp-size node)
  (string-length (call-with-output-string (lambda (port) (%pp-write node port)))))

;;; Layout

;; A width for pp to keep to, or #f for that of a page. MIT Scheme 12.1.
(define param:pp-forced-x-size (make-settable-parameter #f))
(define (%pp-width) (or (param:pp-forced-x-size) 79))

;; How the operands of a form are laid out: in a column under the first, or as a body behind so many operands.
(define (%pp-style node)
  (case (car node)
    ((if and or cond) 'column)
    ((define define-integrable lambda named-lambda let* letrec letrec* fluid-let parameterize) 1)
    ((let) (if (and (pair? (cdr node)) (symbol? (cadr node))) 2 1))
    (else #f)))

;; Inside a list, where loose is true, a form that fits its line is not broken.
(define (%pp-node node column closing loose port)
  (let ((style (and (pair? node) (list? node) (symbol? (car node)) (pair? (cdr node)) (%pp-style node))))
    (cond ((or (not (list? node))
               (null? node)
               (and (or loose (not style))
                    (%pp-fits? node column closing)))
           (%pp-write node port))
          ((%pp-prefix node)
           => (lambda (prefix)
                (write-string prefix port)
                (%pp-node (cadr node) (+ column (string-length prefix)) closing loose port)))
          ((and (integer? style) (> (length node) style))
           (%pp-body node style column closing port))
          ((and (symbol? (car node)) (pair? (cdr node)))
           (let ((start (+ column 2 (%pp-size (car node)))))
             (write-char #\( port)
             (if (or style (%pp-fit-column? (cdr node) start (+ closing 1)))
                 (begin
                   (write (car node) port)
                   (write-char #\space port)
                   (%pp-column (cdr node) start (+ closing 1) (not style) port))
                 (%pp-column node (+ column 1) (+ closing 1) #f port))
             (write-char #\) port)))
          (else
           (write-char #\( port)
           (%pp-column node (+ column 1) (+ closing 1) #t port)
           (write-char #\) port)))))

(define (%pp-fits? node column closing)
  (<= (+ column (%pp-size node) closing) (%pp-width)))

(define (%pp-fit-column? nodes column closing)
  (if (pair? (cdr nodes))
      (and (%pp-fits? (car nodes) column 0)
           (%pp-fit-column? (cdr nodes) column closing))
      (%pp-fits? (car nodes) column closing)))

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
             (place (+ column 1 (%pp-size (car node)))))
    (cond ((> head 0)
           (write-char #\space port)
           (%pp-data (car rest) (+ place 1) port)
           (loop (cdr rest) (- head 1) (+ place 1 (%pp-size (car rest)))))
          ((pair? rest)
           (%pp-indent (+ column 2) port)
           (%pp-column rest (+ column 2) (+ closing 1) #f port))))
  (write-char #\) port))

;; Bindings and lambda lists: no form, whatever they begin with.
(define (%pp-data node column port)
  (if (or (not (pair? node))
          (not (list? node))
          (<= (+ column (%pp-size node)) (%pp-width)))
      (%pp-write node port)
      (begin
        (write-char #\( port)
        (%pp-column node (+ column 1) 1 #t port)
        (write-char #\) port))))

(define (%pp-indent column port)
  (newline port)
  (write-string (make-string column #\space) port))
