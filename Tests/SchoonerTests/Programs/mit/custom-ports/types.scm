; Types inherit operations; a port of a type keeps a state.
(define (show x) (write x) (newline))
(define log '())
(define (logger name) (lambda (port char) (set! log (cons (list name char (port/state port)) log)) 1))
(define base
  (make-textual-port-type
   `((write-char ,(logger 'base)) (name ,(lambda (port) 'base)) (origin ,(lambda (port) 'from-base)))
   #f))
(define child
  (make-textual-port-type
   `((extra ,(lambda (port) 'extra)) (name ,(lambda (port) 'child)) (read-char ,(lambda (port) #\r)))
   base))
(define grandchild (make-textual-port-type `((write-char ,(logger 'grandchild))) child))
(define port (make-textual-port child 1))
(define below (make-textual-port grandchild 2))
(show (map (lambda (name) ((port/operation port name) port)) '(name origin extra)))
(show (port/operation-names port))
(show (port/operation-names below))
(show (port-type/operation-names base))
(show (list (input-port-type? child) (output-port-type? child) (i/o-port-type? child) (i/o-port-type? base)))
(show (list (port-type? child) (port-type? port)))
(show (list (eq? (port/type port) child) (eq? (textual-port-type below) grandchild)))
(show (list (i/o-port? port) (textual-i/o-port? port)))
(show (read-char port))
(write-char #\a port)
(write-string "bc" below)
(show (reverse log))
(set-textual-port-state! port 'changed)
(show (list (port/state port) (textual-port-state port)))
(show (port-type? (port/type (console-i/o-port))))
(define upper
  (make-textual-port
   (make-textual-port-type
    `((write-char ,(lambda (port char) (write-char (char-upcase char) (console-i/o-port)) 1)))
    (port/type (console-i/o-port)))
   (port/state (console-i/o-port))))
(write-string "shouted\n" upper)
(write-string "as it is\n" (make-textual-port (port/type (console-i/o-port)) (port/state (console-i/o-port))))
