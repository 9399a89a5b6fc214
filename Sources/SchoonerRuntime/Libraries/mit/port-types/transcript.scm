;;; The console's transcript: R4RS 6.10.4. What goes to the console port afterwards is written to the file too.

(define transcript #f)

(define (transcript-on filename #!optional port)
  (if transcript (error "Transcript already turned on:" (car transcript)))
  (let* ((console (if (default-object? port) (current-output-port) port))
         (file (open-output-file filename))
         (copy
          (make-textual-port
           (make-textual-port-type
            `((write-char
               ,(lambda (port char)
                  (write-char char console)
                  (write-char char file)
                  1))
              (write-substring
               ,(lambda (port string start end)
                  (write-string string console start end)
                  (write-string string file start end)
                  (- end start)))
              (flush-output ,(lambda (port) (flush-output console) (flush-output file)))
              (read-char
               ,(lambda (port)
                  (let ((char (read-char console)))
                    (if (char? char) (write-char char file))
                    char)))
              (peek-char ,(lambda (port) (peek-char console)))
              (char-ready? ,(lambda (port) (char-ready? console))))
            #f)
           console)))
    (set! transcript (list console file))
    (set-current-output-port! copy)
    unspecific))

(define (transcript-off #!optional port)
  (if transcript
      (let ((console (car transcript))
            (file (cadr transcript)))
        (set! transcript #f)
        (set-current-output-port! console)
        (close-port file)))
  unspecific)
