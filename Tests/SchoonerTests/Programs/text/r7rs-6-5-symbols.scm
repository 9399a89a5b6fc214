;; R7RS section 6.5: symbols. Each assertion stands below the sentence that it checks.
(import (scheme base) (scheme write))

(define passed 0)

(define-syntax check
  (syntax-rules ()
    ((_ expected expression)
     (let ((value expression))
       (if (equal? value expected)
           (set! passed (+ passed 1))
           (begin
             (display "FAILED ")
             (write (quote expression))
             (display " gave ")
             (write value)
             (newline)))))))

(define (refused? thunk)
  (call-with-current-continuation
   (lambda (return)
     (with-exception-handler (lambda (object) (return #t)) thunk)
     #f)))

(define-syntax check-error
  (syntax-rules ()
    ((_ expression)
     (check #t (refused? (lambda () expression))))))

;; Symbols are objects whose usefulness rests on the fact that two symbols are identical (in the sense of eqv?) if and
;; only if their names are spelled the same way.
(check #t (eqv? 'abc 'abc))
(check #t (eq? 'abc (string->symbol "abc")))
(check #f (eq? 'abc 'ABC))
(check #t (eq? '|abc| 'abc))
(check #t (eq? '|a\x62;c| 'abc))
(check #t (eq? '|| (string->symbol "")))

;; Returns #t if obj is a symbol, otherwise returns #f.
(check #t (symbol? 'foo))
(check #t (symbol? (car '(a b))))
(check #f (symbol? "bar"))
(check #t (symbol? 'nil))
(check #f (symbol? '()))
(check #f (symbol? #f))
(check #f (symbol? #\a))
(check #t (symbol? '|two words|))
(check #t (symbol? (string->symbol "1")))

;; Returns #t if all the arguments are symbols and all have the same names in the sense of string=?.
(check #t (symbol=? 'a 'a))
(check #f (symbol=? 'a 'b))
(check #t (symbol=? 'a 'a 'a))
(check #f (symbol=? 'a 'a 'b))
(check #f (symbol=? 'a 'b 'a))
(check #t (symbol=? 'a '|a| (string->symbol "a")))

;; Returns the name of symbol as a string, but without adding escapes. It is an error to apply mutation procedures like
;; string-set! to strings returned by this procedure.
(check "flying-fish" (symbol->string 'flying-fish))
(check "Martin" (symbol->string 'Martin))
(check "Malvina" (symbol->string (string->symbol "Malvina")))
(check "two words" (symbol->string '|two words|))
(check "a|b\\c" (symbol->string '|a\|b\\c|))
(check "" (symbol->string '||))
(check-error (string-set! (symbol->string 'abc) 0 #\x))
(check-error (string-fill! (symbol->string 'abc) #\x))
(check-error (symbol->string "abc"))

;; Returns the symbol whose name is string. This procedure can create symbols with names containing special characters
;; that would require escaping when written, but does not interpret escapes in its input.
(check 'mISSISSIppi (string->symbol "mISSISSIppi"))
(check #t (eqv? 'bitBlt (string->symbol "bitBlt")))
(check #t (eqv? 'LollyPop (string->symbol (symbol->string 'LollyPop))))
(check #t (string=? "K. Harper, M.D." (symbol->string (string->symbol "K. Harper, M.D."))))
(check "a\\x41;b" (symbol->string (string->symbol "a\\x41;b")))
(check 6 (string-length (symbol->string (string->symbol "\\x41;a"))))
(check-error (string->symbol 'abc))

;; The string is copied: what happens to it later does not touch the symbol.
(let* ((name (string-copy "mutable")) (symbol (string->symbol name)))
  (string-set! name 0 #\x)
  (check "mutable" (symbol->string symbol))
  (check #f (eq? symbol (string->symbol name))))

;; Identifiers that contain characters beyond ASCII.
(check "λ" (symbol->string 'λ))
(check #t (eq? 'λ (string->symbol "\x3BB;")))
(check "日本" (symbol->string '日本))

;; write puts bars exactly where read needs them.
(define (written object)
  (let ((port (open-output-string)))
    (write object port)
    (get-output-string port)))
(check "abc" (written 'abc))
(check "|two words|" (written '|two words|))
(check "||" (written '||))
(check "|1|" (written (string->symbol "1")))
(check "|+1|" (written (string->symbol "+1")))
(check "|.5|" (written (string->symbol ".5")))
(check "|+i|" (written (string->symbol "+i")))
(check "|+inf.0|" (written (string->symbol "+inf.0")))
(check "|.|" (written (string->symbol ".")))
(check "..." (written '...))
(check ".." (written (string->symbol "..")))
(check "+" (written '+))
(check "-" (written '-))
(check "->a" (written '->a))
(check "+a" (written '+a))
(check "|a;b|" (written (string->symbol "a;b")))
(check "|a\"b|" (written (string->symbol "a\"b")))
(check "|a'b|" (written (string->symbol "a'b")))
(check "|(a)|" (written (string->symbol "(a)")))
(check "|a\\|b|" (written (string->symbol "a|b")))
(check "|a\\\\b|" (written (string->symbol "a\\b")))
(check "|a\\nb|" (written (string->symbol "a\nb")))
(check "|a\\tb|" (written (string->symbol "a\tb")))
(check "|a\\x1;b|" (written (string->symbol "a\x1;b")))
(check "|#a|" (written (string->symbol "#a")))
(check "λ" (written 'λ))

(write passed)
(display " assertions hold")
(newline)
