;;; define-class, define-generic, define-method

(define-syntax define-generic
  (er-macro-transformer
   (lambda (form rename compare)
     (let ((name (cadr form)))
       `(,(rename 'define) ,name
         (,(rename 'make-generic-procedure) ',(parameters-arity (caddr form)) ',name))))))

(define-syntax define-method
  (er-macro-transformer
   (lambda (form rename compare)
     (let* ((name (cadr form))
            (parameters (caddr form))
            (plain (strip-specializers parameters)))
       `(,(rename 'add-method) ,name
         (,(rename 'make-chained-method)
          (,(rename 'list) ,@(parameter-specializers parameters (rename '<object>)))
          (,(rename 'lambda) (call-next-method)
           (,(rename 'named-lambda) (,name ,@plain) ,@(cdddr form)))))))))

;; The name may come with options: (name (constructor make-it (slot ...)) (predicate it?) (separator "-")).
(define-syntax define-class
  (er-macro-transformer
   (lambda (form rename compare)
     (let* ((head (cadr form))
            (name (if (pair? head) (car head) head))
            (options (if (pair? head) (cdr head) '()))
            (slots (cdddr form))
            (separator (let ((option (assq 'separator options))) (if option (cadr option) "-"))))
       (define (define-form name value) `(,(rename 'define) ,name ,value))
       `(,(rename 'begin)
         ,(define-form name
            `(,(rename 'make-class) ',(strip-brackets name)
              (,(rename 'list) ,@(caddr form))
              (,(rename 'list) ,@(map (lambda (slot) (slot-form slot rename)) slots))))
         ,@(append-map
            (lambda (option)
              (case (car option)
                ((predicate)
                 (if (and (pair? (cdr option)) (cadr option))
                     (list (define-form (cadr option) `(,(rename 'instance-predicate) ,name)))
                     '()))
                ((constructor)
                 (let* ((named? (and (pair? (cdr option)) (symbol? (cadr option)) (pair? (cddr option))))
                        (constructor
                         (if named? (cadr option) (symbol 'make- (strip-brackets name))))
                        (rest (if named? (cddr option) (cdr option))))
                   (list
                    (define-form constructor
                      `(,(rename 'instance-constructor) ,name ',(if (pair? rest) (car rest) '())
                        ,@(if (and (pair? rest) (pair? (cdr rest))) (list (cadr rest)) '()))))))
                (else '())))
            options)
         ,@(append-map (lambda (slot) (slot-procedures slot name separator rename)) slots))))))

(define (strip-brackets name)
  (let ((text (symbol->string name)))
    (if (and (string-prefix? "<" text) (string-suffix? ">" text) (fix:> (string-length text) 2))
        (string->symbol (substring text 1 (fix:- (string-length text) 1)))
        name)))

(define (strip-specializers parameters)
  (cond ((pair? parameters)
         (cons (if (pair? (car parameters)) (caar parameters) (car parameters))
               (strip-specializers (cdr parameters))))
        (else parameters)))

(define (parameter-specializers parameters object)
  (let loop ((parameters parameters) (pending '()))
    (cond ((or (not (pair? parameters)) (memq (car parameters) (list #!optional #!rest))) '())
          ((pair? (car parameters))
           (append (reverse pending) (list (cadar parameters)) (loop (cdr parameters) '())))
          (else (loop (cdr parameters) (cons object pending))))))

(define (parameters-arity parameters)
  (let loop ((rest parameters) (required 0) (optional 0) (optional? #f))
    (cond ((null? rest) (cons required (+ required optional)))
          ((or (not (pair? rest)) (eq? (car rest) #!rest)) (cons required #f))
          ((eq? (car rest) #!optional) (loop (cdr rest) required optional #t))
          (optional? (loop (cdr rest) required (+ optional 1) #t))
          (else (loop (cdr rest) (+ required 1) optional #f)))))

;; The values of properties that are to be evaluated.
(define (slot-form slot rename)
  (if (pair? slot)
      `(,(rename 'list) ',(car slot)
        ,@(let loop ((rest (cdr slot)))
            (if (and (pair? rest) (pair? (cdr rest)))
                `(',(car rest)
                  ,(if (memq (car rest) '(initial-value initializer)) (cadr rest) `',(cadr rest))
                  ,@(loop (cddr rest)))
                '())))
      `',slot))

(define (slot-procedures slot class separator rename)
  (let* ((name (if (pair? slot) (car slot) slot))
         (prefix (string-append (symbol->string (strip-brackets class)) separator (symbol->string name))))
    (define (method generic maker)
      `(,(rename 'add-method) ,generic (,(rename maker) ,class ',name)))
    (define (defined generic arity maker)
      `((,(rename 'define) ,generic (,(rename 'make-generic-procedure) ,arity ',generic))
        ,(method generic maker)))
    (define (accessor) (defined (string->symbol prefix) 1 'slot-accessor-method))
    (define (modifier) (defined (symbol 'set- prefix '!) 2 'slot-modifier-method))
    (define (initpred) (defined (symbol prefix '-initialized?) 1 'slot-initpred-method))
    (define (definitions which)
      (case which
        ((accessor) (accessor))
        ((modifier) (modifier))
        ((initpred) (initpred))
        ((standard) (append (accessor) (modifier)))
        (else (if (pair? which) (append-map definitions which) '()))))
    (let loop ((rest (if (pair? slot) (cdr slot) '())))
      (if (and (pair? rest) (pair? (cdr rest)))
          (append
           (case (car rest)
             ((define) (definitions (cadr rest)))
             ((accessor) (list (method (cadr rest) 'slot-accessor-method)))
             ((modifier) (list (method (cadr rest) 'slot-modifier-method)))
             ((initpred) (list (method (cadr rest) 'slot-initpred-method)))
             (else '()))
           (loop (cddr rest)))
          '()))))
