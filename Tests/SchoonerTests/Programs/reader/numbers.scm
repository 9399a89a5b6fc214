;; What is a number and what a symbol.
(define (kind s) (let ((x (read (open-input-string s)))) (cond ((number? x) (list 'number x)) ((symbol? x) (list 'symbol x)) (else 'other))))
(for-each (lambda (s) (write-line (kind s))) '("1" "-1" "+1" "1." ".1" "-.5" "+" "-" "..." "1+" "-1+" "1e2" "e2" "1a" "+a" "--1" "1e" "1/" "#xa" "#b10" "+inf.0" "-nan.0" "inf"))
