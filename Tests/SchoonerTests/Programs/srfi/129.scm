;; SRFI 129: titlecase.
(import (scheme base) (scheme write) (srfi 129))

(define-syntax show
  (syntax-rules ()
    ((_ form)
     (begin
       (write 'form)
       (display " => ")
       (write (call-with-current-continuation
               (lambda (k)
                 (with-exception-handler
                  (lambda (object) (k 'error))
                  (lambda () form)))))
       (newline)))))

(define (code char) (char->integer char))
(show (map char-title-case? '(#\x1C5 #\x1C8 #\x1CB #\x1F2 #\x1F88 #\x1F9F #\x1FAF #\x1FBC #\x1FFC)))
(show (map char-title-case? '(#\a #\A #\x1C4 #\x1C6 #\x1F80 #\x10D0 #\x10FF)))
(show (map char-titlecase '(#\a #\A #\z #\1 #\space)))
(show (map code (map char-titlecase '(#\x1C4 #\x1C5 #\x1C6 #\x1F80 #\x1F88 #\x1FB3 #\x1C7 #\x1F3 #\x10D0))))
(show (string-titlecase "hello WORLD 12ab"))
(show (string-titlecase ""))
(show (string-titlecase "the quick-brown fox's tail"))
(show (map code (string->list (string-titlecase "\x1C6;\x1C6; \x1C4;X"))))
(show (map code (string->list (string-titlecase "\xFB02;ours"))))
(show (map code (string->list (string-titlecase "\xDF;ome"))))
(show (char-titlecase 'a))
(show (string-titlecase 'a))
