;;; Notifications: one line, the dots and the end, nested ones, those that are left, hidden ones.

(define ((says text) port) (write-string text port))

(write-string "begin")
(write-notification-line (says "Note"))
(write-notification-line (says "Another"))
(newline)
(with-notification (says "Doing without an end"))
(newline)
(write (with-notification (says "Doing") (lambda () 'value)))
(newline)
(write
 (with-notification (says "Outer")
   (lambda ()
     (with-notification (says "Inner") (lambda () 1))
     (write-notification-line (says "A line inside"))
     2)))
(newline)
(call-with-current-continuation
 (lambda (k) (with-notification (says "Left early") (lambda () (k 3)))))
(write
 (parameterize ((param:hide-notifications? #t))
   (write-notification-line (says "Not seen"))
   (with-notification (says "Nor this") (lambda () 4))))
(newline)
