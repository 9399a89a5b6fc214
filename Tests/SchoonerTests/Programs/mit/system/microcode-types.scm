; The microcode's types of objects.
(define code->name (access microcode-type/code->name (->environment '(runtime))))
(define (type object) (code->name (object-type object)))
(write-line
 (map type
      (list 1 -5 1.5 "a" 'a '() #t #f car (lambda (x) x) 1/2 (expt 10 40) (cons 1 2) (vector) +i
            (generate-uninterned-symbol) #!default (if #f #f) #\a (make-cell 1) (weak-cons 1 2) (the-environment)
            (bytevector 1) (make-entity (lambda (x) x) 1) (make-equal-hash-table) (delay 1) (current-output-port))))
(write-line (map microcode-type '(pair vector fixnum flonum bignum interned-symbol procedure string record)))
(write-line (object-type? (microcode-type 'pair) '(1)))
(write-line (object-type? (microcode-type 'pair) 1))
