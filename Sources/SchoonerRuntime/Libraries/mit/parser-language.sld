;;; The parser language, which (load-option '*parser) makes known: *parser, *matcher. MIT Scheme reference 14.14.
;;; An expression becomes a node: a procedure of a buffer, of the values so far, last first, and of what goes on with more
;;; values. It returns what that returns; if that is #f it tries another way, and at last puts the place back and returns #f.

(define-library (mit parser-language)
  (export %install-parser-language! %node->parser %node->matcher %text-node %char-node %any-of-node %sequence-node
          %choice-node %repeat-node %many-node %match-node %map-node %transform-node %encapsulate-node %values-node
          %require-node %default-node %call-node %pointer-node %end-node %error-node)
  (import (mit legacy runtime)
          (mit parser-buffers))
  (begin

    ;;; Nodes

    (define-integrable (at-place buffer attempt)
      (let ((place (%parser-buffer-index buffer)))
        (or (attempt)
            (begin (%set-parser-buffer-index! buffer place) #f))))

    (define ((%node->parser node) buffer)
      (at-place buffer (lambda () (node buffer '() (lambda (results) (list->vector (reverse results)))))))

    (define ((%node->matcher node) buffer)
      (at-place buffer (lambda () (node buffer '() (lambda (results) #t)))))

    (define ((%text-node matches? text) buffer results continue)
      (at-place buffer (lambda () (and (matches? buffer text) (continue results)))))

    (define ((%char-node wanted?) buffer results continue)
      (at-place buffer
                (lambda ()
                  (let ((char (read-parser-buffer-char buffer)))
                    (and char (wanted? char) (continue results))))))

    (define (%any-of-node set)
      (let ((set (char-set set)))
        (%char-node (lambda (char) (char-in-set? char set)))))

    (define (%sequence-node . nodes)
      (define (run nodes buffer results continue)
        (if (pair? nodes)
            ((car nodes) buffer results (lambda (results) (run (cdr nodes) buffer results continue)))
            (continue results)))
      (lambda (buffer results continue)
        (at-place buffer (lambda () (run nodes buffer results continue)))))

    (define ((%choice-node . nodes) buffer results continue)
      (let loop ((nodes nodes))
        (and (pair? nodes)
             (or (at-place buffer (lambda () ((car nodes) buffer results continue)))
                 (loop (cdr nodes))))))

    ;; As often as possible; at least so often, and if most is not #f, at most so often.
    (define ((%repeat-node node least most) buffer results continue)
      (let loop ((count 0) (results results))
        (let ((place (%parser-buffer-index buffer)))
          (or (and (or (not most) (< count most))
                   (at-place buffer
                             (lambda ()
                               (node buffer results
                                     (lambda (results)
                                       ;; What matches nothing would do so for ever.
                                       (and (> (%parser-buffer-index buffer) place)
                                            (loop (+ count 1) results)))))))
              (and (>= count least)
                   (continue results))))))

    ;; The same for single characters, without a frame for each.
    (define ((%many-node set least) buffer results continue)
      (let ((set (char-set set))
            (start (%parser-buffer-index buffer)))
        (let scan ()
          (let ((char (peek-parser-buffer-char buffer)))
            (if (and char (char-in-set? char set))
                (begin (read-parser-buffer-char buffer) (scan)))))
        (let retreat ((end (%parser-buffer-index buffer)))
          (if (< (- end start) least)
              (begin (%set-parser-buffer-index! buffer start) #f)
              (begin
                (%set-parser-buffer-index! buffer end)
                (or (continue results)
                    (retreat (- end 1))))))))

    (define ((%match-node node) buffer results continue)
      (let ((start (%parser-buffer-index buffer)))
        (node buffer results
              (lambda (results)
                (continue
                 (cons (%parser-buffer-substring buffer start (%parser-buffer-index buffer)) results))))))

    ;; change: from the values of the node, in order, to those that count, or #f.
    (define ((changing-node node change) buffer results continue)
      (at-place buffer
                (lambda ()
                  (node buffer '()
                        (lambda (own)
                          (let ((changed (change (reverse own))))
                            (and changed
                                 (continue (append-reverse changed results)))))))))

    (define (%map-node procedure node)
      (changing-node node (lambda (own) (map procedure own))))

    (define (%transform-node procedure node)
      (changing-node node
                     (lambda (own)
                       (let ((result (procedure (list->vector own))))
                         (and result (vector->list result))))))

    (define (%encapsulate-node procedure node)
      (changing-node node (lambda (own) (list (procedure (list->vector own))))))

    (define (%require-node predicate node)
      (changing-node node (lambda (own) (and (apply predicate own) own))))

    (define (%default-node object node)
      (changing-node node (lambda (own) (if (pair? own) own (list object)))))

    (define ((%values-node . objects) buffer results continue)
      (continue (append-reverse objects results)))

    ;; A parser of the program gives a vector of values, a matcher true.
    (define ((%call-node procedure) buffer results continue)
      (at-place buffer
                (lambda ()
                  (let ((result (procedure buffer)))
                    (and result
                         (continue (if (vector? result)
                                       (append-reverse (vector->list result) results)
                                       results)))))))

    (define ((%pointer-node make-node) buffer results continue)
      ((make-node (get-parser-buffer-pointer buffer)) buffer results continue))

    (define (%end-node buffer results continue)
      (and (not (peek-parser-buffer-char buffer))
           (continue results)))

    (define ((%error-node pointer procedure) buffer results continue)
      (procedure (or pointer (get-parser-buffer-pointer buffer))))

    ;;; From an expression to the code that makes its node

    (define parser-macros '())
    (define matcher-macros '())

    (define (macro-of name matcher?)
      (let ((entry (or (and matcher? (assq name matcher-macros))
                       (assq name parser-macros)
                       (assq name matcher-macros))))
        (and entry (cdr entry))))

    (define (expander rename matcher?)

      (define (call name . operands) (cons (rename name) operands))

      (define (text form procedure) (call '%text-node procedure form))

      (define (sequence forms)
        (if (and (pair? forms) (null? (cdr forms)))
            (expand (car forms))
            (apply call '%sequence-node (map expand forms))))

      (define (char-set-form form)
        (and (pair? form)
             (memq (car form) '(char-set alphabet))
             (cadr form)))

      (define (repeat form least)
        (let ((set (char-set-form form)))
          (if set
              (call '%many-node set least)
              (call '%repeat-node (expand form) least #f))))

      (define (unknown form)
        (error (if matcher? "Unknown matcher expression:" "Unknown parser expression:") form))

      (define (expand form)
        (cond ((string? form) (text form (rename 'match-parser-buffer-string)))
              ((char? form) (text form (rename 'match-parser-buffer-char)))
              ((symbol? form)
               (let ((macro (macro-of form matcher?)))
                 (cond (macro (expand (macro)))
                       ((eq? form 'end-of-input) (rename '%end-node))
                       (else (call '%call-node form)))))
              ((identifier? form) (call '%call-node form))
              ((and (pair? form) (symbol? (car form)) (list? form)) (expand-list form))
              (else (unknown form))))

      (define (expand-list form)
        (let ((macro (macro-of (car form) matcher?)))
          (if macro
              (expand (apply macro (cdr form)))
              (case (car form)
                ((string) (text (cadr form) (rename 'match-parser-buffer-string)))
                ((string-ci) (text (cadr form) (rename 'match-parser-buffer-string-ci)))
                ((char) (text (cadr form) (rename 'match-parser-buffer-char)))
                ((char-ci) (text (cadr form) (rename 'match-parser-buffer-char-ci)))
                ((not-char) (text (cadr form) (rename 'match-parser-buffer-not-char)))
                ((not-char-ci) (text (cadr form) (rename 'match-parser-buffer-not-char-ci)))
                ((not-char-set) (text (cadr form) (rename 'match-parser-buffer-char-not-in-set)))
                ((char-set alphabet) (call '%any-of-node (cadr form)))
                ((char-matching) (call '%char-node (cadr form)))
                ((seq) (sequence (cdr form)))
                ((alt) (apply call '%choice-node (map expand (cdr form))))
                ((*) (repeat (cadr form) 0))
                ((+) (repeat (cadr form) 1))
                ((?) (call '%repeat-node (expand (cadr form)) 0 1))
                ((noise) ((expander rename #t) (cadr form)))
                ((match) (call '%match-node ((expander rename #t) (cadr form))))
                ((map) (call '%map-node (cadr form) (expand (caddr form))))
                ((transform) (call '%transform-node (cadr form) (expand (caddr form))))
                ((encapsulate) (call '%encapsulate-node (cadr form) (expand (caddr form))))
                ((require qualify) (call '%require-node (cadr form) (expand (caddr form))))
                ((default) (call '%default-node (cadr form) (expand (caddr form))))
                ((values) (apply call '%values-node (cdr form)))
                ((sexp) (call '%call-node (cadr form)))
                ((with-pointer)
                 (call '%pointer-node (list (rename 'lambda) (list (cadr form)) (sequence (cddr form)))))
                ((end-of-input) (rename '%end-node))
                ((discard-matched) (call '%sequence-node))
                ((error) (call '%error-node (cadr form) (caddr form)))
                (else (unknown form))))))

      expand)

    ;;; The keywords

    (define (transformer entry matcher?)
      (lambda (form rename compare)
        (list (rename entry) ((expander rename matcher?) (cadr form)))))

    ;; (define-*parser-macro (name . parameters) form …): form … give the expression that stands for (name …).
    (define (macro-definer matcher?)
      (lambda (form rename compare)
        (let* ((head (cadr form))
               (name (if (pair? head) (car head) head))
               (procedure
                (eval (if (pair? head)
                          (cons* 'named-lambda head (cddr form))
                          (caddr form))
                      system-global-environment)))
          (if matcher?
              (set! matcher-macros (cons (cons name procedure) matcher-macros))
              (set! parser-macros (cons (cons name procedure) parser-macros)))
          (list (rename 'quote) name))))

    (define (%install-parser-language!)
      (for-each (lambda (keyword transform)
                  (eval (list 'define-syntax keyword (list 'er-macro-transformer transform))
                        system-global-environment))
                '(*parser *matcher define-*parser-macro define-*matcher-macro)
                (list (transformer '%node->parser #f) (transformer '%node->matcher #t)
                      (macro-definer #f) (macro-definer #t))))))
