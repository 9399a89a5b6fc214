;;; Reading from Emacs: what is typed in the listener while a program waits for it.

;; A port whose lines Emacs is asked for. Only the worker can wait for them; for other threads the input has ended.
(define (emacs-input-port connection)
  (let ((line "") (index 0))
    (define (next port take?)
      (if (and (= index (string-length line))
               (eq? (current-thread) (connection-worker connection)))
          (begin
            (set! line (read-from-emacs connection))
            (set! index 0)))
      (if (= index (string-length line))
          (eof-object)
          (let ((char (string-ref line index)))
            (if take? (set! index (+ index 1)))
            char)))
    (make-textual-port
     (make-textual-port-type
      `((read-char ,(lambda (port) (next port #t)))
        (peek-char ,(lambda (port) (next port #f)))
        (char-ready? ,(lambda (port) (< index (string-length line)))))
      #f)
     #f)))

;; A line with its end; an empty string when there is none. Other requests are answered meanwhile, and Emacs is told when a
;; restart leaves the question.
(define (read-from-emacs connection)
  (let ((tag (+ 1 (connection-tag connection))) (answered? #f))
    (set-connection-tag! connection tag)
    (send-output connection)
    (dynamic-wind
     (lambda () unspecific)
     (lambda ()
       (send connection ':read-string worker-id tag)
       (let loop ()
         (let ((message (thread-queue/dequeue! (connection-queue connection))))
           (cond ((eof-object? message) (exit-current-thread unspecific))
                 ((eq? (car message) ':emacs-rex)
                  (answer connection message)
                  (loop))
                 ((and (eq? (car message) ':emacs-return-string)
                       (= (length message) 4)
                       (equal? (caddr message) tag))
                  (set! answered? #t)
                  (if (string? (cadddr message)) (cadddr message) ""))
                 (else (loop))))))
     (lambda ()
       (if (not answered?) (send connection ':read-aborted worker-id tag))))))
