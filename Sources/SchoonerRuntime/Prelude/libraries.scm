;;; Libraries (R7RS 5.2, 5.6, 6.12): bodies are evaluated here, so that they are programs like any other.

(define %library-lock (make-thread-mutex))

;; The libraries that this thread is loading, innermost first.
(define %loading-libraries (%make-parameter '() #f #f))

(define (%import sets environment)
  (for-each %require-library (%imported-libraries sets))
  (%bind-imports sets environment))

(define (%require-library name)
  (if (not (%library-loaded? name))
      (let ((outer (%loading-libraries)))
        (if (member name outer)
            (error "Libraries import each other:" (reverse (cons name outer))))
        (parameterize* (list (cons %loading-libraries (cons name outer)))
          (lambda ()
            ;; At the prompt after an error in a library this thread has the lock, and is not loading.
            (if (or (pair? outer)
                    (eq? (thread-mutex-owner %library-lock) (current-thread)))
                (%load-library name)
                (with-thread-mutex-lock %library-lock (lambda () (%load-library name)))))))))

(define (%load-library name)
  (if (not (%library-loaded? name))
      (begin
        (%define-missing-library name)
        (for-each %require-library (%library-dependencies name))
        (%prepare-library name)
        (let loop ()
          (let ((thunk (%next-library-form name)))
            (if thunk
                (begin
                  (thunk)
                  (loop)))))
        (%finish-library name))))

;; In a run of its own inside a primitive, where no other thread gets its turn: without the lock.
(define (%load-on-demand name)
  (parameterize* (list (cons %loading-libraries (list name)))
    (lambda () (%load-library name))))

(define (environment . sets)
  (let ((environment (%make-program-environment)))
    (%import sets environment)
    environment))

;; R7RS leaves it open whether these may be changed; each call makes a new one.
(define (scheme-report-environment #!optional version)
  (%check-report-version version 'scheme-report-environment)
  (environment '(scheme r5rs)))

(define (null-environment #!optional version)
  (%check-report-version version 'null-environment)
  (environment
   '(only (scheme r5rs) and begin case cond define define-syntax delay do else => ... _ if lambda let let*
          let-syntax letrec letrec-syntax or quasiquote quote set! syntax-rules unquote unquote-splicing)))

(define (%check-report-version version operator)
  (if (not (or (default-object? version) (memv version '(5 7))))
      (error:bad-range-argument version operator)))
