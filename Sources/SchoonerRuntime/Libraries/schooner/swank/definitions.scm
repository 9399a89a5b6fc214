;;; Where things are: M-. in Emacs.

;; file: as it was when the text was loaded; a relative one is looked for below the working directory.
(define (location file line column)
  `(:location (:file ,(->namestring (merge-pathnames file))) (:line ,line ,column) nil))

(define (location-of value)
  (let ((place (and (procedure? value) (%procedure-place value))))
    (cond ((not place) '(:error "It is no procedure of the program's."))
          ((file-exists? (vector-ref place 0))
           (location (vector-ref place 0) (vector-ref place 1) (vector-ref place 2)))
          (else
           (list ':error (string-append "It was typed: " (vector-ref place 0) ", line "
                                        (number->string (vector-ref place 1)) "."))))))

(define-request '(swank:find-definitions-for-emacs)
  (lambda (connection text)
    (let* ((nothing (list 'nothing))
           (value (name-value text (buffer-environment) (lambda () nothing))))
      (if (eq? value nothing)
          '()
          (list (list (string-append "(define " text ")") (location-of value))))))
  #t)
