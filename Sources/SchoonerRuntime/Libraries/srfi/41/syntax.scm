;;; The derived syntax.

(define-syntax define-stream
  (syntax-rules ()
    ((_ (name . formals) body0 body1 ...)
     (define name (stream-lambda formals body0 body1 ...)))))

(define-syntax stream
  (syntax-rules ()
    ((_) stream-null)
    ((_ first . rest) (stream-cons first (stream . rest)))))

(define-syntax stream-let
  (syntax-rules ()
    ((_ tag ((name value) ...) body0 body1 ...)
     ((letrec ((tag (stream-lambda (name ...) body0 body1 ...))) tag) value ...))))

;; (stream-match stream (pattern [fender] expression) …): a pattern is (), (pattern … . rest), an identifier or _.
(define-syntax stream-match
  (syntax-rules ()
    ((_ expression clause ...)
     (let ((object expression))
       (if (stream? object)
           (stream-match-clauses object clause ...)
           (guarantee stream? object 'stream-match))))))

(define-syntax stream-match-clauses
  (syntax-rules ()
    ((_ object) (error "No clause of a stream-match fits the stream:" object))
    ((_ object (pattern expression) . more)
     (stream-match-clauses object (pattern #t expression) . more))
    ((_ object (pattern fender expression) . more)
     (let ((otherwise (lambda () (stream-match-clauses object . more))))
       (stream-match-pattern object pattern
                             (if fender expression (otherwise))
                             (otherwise))))))

(define-syntax stream-match-pattern
  (syntax-rules (_)
    ((_ object () success failure)
     (if (stream-null? object) success failure))
    ((_ object (_ . rest) success failure)
     (if (stream-pair? object)
         (let ((tail (stream-cdr object)))
           (stream-match-pattern tail rest success failure))
         failure))
    ((_ object (variable . rest) success failure)
     (if (stream-pair? object)
         (let ((variable (stream-car object)) (tail (stream-cdr object)))
           (stream-match-pattern tail rest success failure))
         failure))
    ((_ object _ success failure)
     success)
    ((_ object variable success failure)
     (let ((variable object)) success))))

;; (stream-of expression clause …): a comprehension. A clause is (variable in stream), (variable is expression) or a
;; predicate; the last ones vary fastest.
(define-syntax stream-of
  (syntax-rules ()
    ((_ expression clause ...)
     (stream-of-clauses expression stream-null clause ...))))

;; The third part is the stream that follows what the clauses give.
(define-syntax stream-of-clauses
  (syntax-rules (in is)
    ((_ expression base)
     (stream-cons expression base))
    ((_ expression base (variable in source) clause ...)
     (stream-let loop ((elements source))
       (if (stream-null? elements)
           base
           (let ((variable (stream-car elements)))
             (stream-of-clauses expression (loop (stream-cdr elements)) clause ...)))))
    ((_ expression base (variable is value) clause ...)
     (let ((variable value))
       (stream-of-clauses expression base clause ...)))
    ((_ expression base predicate clause ...)
     (if predicate
         (stream-of-clauses expression base clause ...)
         base))))
