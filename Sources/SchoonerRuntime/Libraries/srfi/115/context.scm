;;; In what context a pattern stands: whether case counts, whether only ASCII does, whether submatches are kept.

(define-record-type <context>
  (make-context nocase? ascii? nocapture?)
  context?
  (nocase? context-nocase?)
  (ascii? context-ascii?)
  (nocapture? context-nocapture?))

(define plain-context (make-context #f #f #f))

;; The context inside (w/… sre …), or #f when the operator is none of these.
(define (context-within operator context)
  (let ((nocase? (context-nocase? context))
        (ascii? (context-ascii? context))
        (nocapture? (context-nocapture? context)))
    (case operator
      ((w/nocase) (make-context #t ascii? nocapture?))
      ((w/case) (make-context #f ascii? nocapture?))
      ((w/ascii) (make-context nocase? #t nocapture?))
      ((w/unicode) (make-context nocase? #f nocapture?))
      ((w/nocapture) (make-context nocase? ascii? #t))
      (else #f))))

(define (bad-sre sre)
  (error "Not a regular expression:" sre))
