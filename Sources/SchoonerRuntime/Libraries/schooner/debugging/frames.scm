;;; The frames of the stopped computation: vectors of name, file, line, column, library?, parameters, other variables.

(define (frame-name frame) (vector-ref frame 0))
(define (frame-library? frame) (vector-ref frame 4))
(define (frame-parameters frame) (vector-ref frame 5))

;; Variables of let and internal definitions, and those of procedures around this one.
(define (frame-variables frame) (vector-ref frame 6))

;; What an expression sees: an inner variable hides a parameter of its name.
(define (frame-bindings frame)
  (append (frame-variables frame)
          (remove (lambda (binding) (assq (car binding) (frame-variables frame)))
                  (frame-parameters frame))))

;; The program's frames between the innermost read-eval-print loop and the one around it.
(define (stopped-frames)
  (let loop ((frames (after-loop (%stack-frames))) (found '()))
    (if (or (null? frames) (loop-frame? (car frames)))
        (reverse found)
        (loop (cdr frames)
              (if (frame-library? (car frames)) found (cons (car frames) found))))))

(define (loop-frame? frame)
  (and (frame-library? frame) (eq? (frame-name frame) 'read-eval-print)))

(define (after-loop frames)
  (cond ((null? frames) '())
        ((loop-frame? (car frames)) (cdr frames))
        (else (after-loop (cdr frames)))))

(define (frame-title frame)
  (if (frame-name frame)
      (symbol->string (frame-name frame))
      "(top level)"))

(define (frame-place frame)
  (let ((file (vector-ref frame 1)) (line (vector-ref frame 2)) (column (vector-ref frame 3)))
    (and file
         line
         (string-append file ":" (number->string line) ":" (number->string column)))))

;; The line of the source text, where the file can still be read.
(define (frame-text frame)
  (let ((file (vector-ref frame 1)) (line (vector-ref frame 2)))
    (and file
         line
         (file-exists? file)
         (call-with-input-file file
           (lambda (port)
             (let loop ((number 1) (text (read-line port)))
               (cond ((eof-object? text) #f)
                     ((= number line) (string-trim text))
                     (else (loop (+ number 1) (read-line port))))))))))
