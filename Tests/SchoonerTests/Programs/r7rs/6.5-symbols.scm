;; R7RS 6.5: symbols
(import (scheme base) (scheme read) (scheme write))
(include "checking.scm")

;; symbol?
(check (symbol? 'foo) => #t)
(check (symbol? (car '(a b))) => #t)
(check (symbol? "bar") => #f)
(check (symbol? 'nil) => #t)
(check (symbol? '()) => #f)
(check (symbol? #f) => #f)
(check (symbol? #\a) => #f)

;; Two symbols are identical, in the sense of eq?, if and only if their names are spelled the same way.
(check (eq? 'bitBlt (string->symbol "bitBlt")) => #t)
(check (eq? 'LollyPop (string->symbol (symbol->string 'LollyPop))) => #t)
(check (eq? 'abc 'ABC) => #f)
(check (eq? (string->symbol "a b") '|a b|) => #t)

;; symbol=?: all the same symbol.
(check (symbol=? 'a 'a) => #t)
(check (symbol=? 'a 'b) => #f)
(check (symbol=? 'a 'a 'a) => #t)
(check (symbol=? 'a 'a 'b) => #f)
(check (symbol=? 'a 'b 'a) => #f)
(check-error (symbol=? 'a "a"))
(check-error (symbol=? 1 'a))

;; symbol->string gives the name, with the case it was written in.
(check (symbol->string 'flying-fish) => "flying-fish")
(check (symbol->string 'Martin) => "Martin")
(check (symbol->string (string->symbol "Malvina")) => "Malvina")
(check (symbol->string (string->symbol "")) => "")
(check (symbol->string '|a b|) => "a b")
(check-error (symbol->string "abc"))
(check-error (symbol->string 5))

;; string->symbol gives the symbol of that name, with any characters.
(check (string->symbol "mISSISSIppi") => 'mISSISSIppi)
(check (string=? "K. Harper, M.D." (symbol->string (string->symbol "K. Harper, M.D."))) => #t)
(check (symbol->string (string->symbol "\x3bb;")) => "\x3bb;")
(check (string->symbol "12") => '|12|)
(check (let* ((s (make-string 2 #\a)) (y (string->symbol s))) (string-set! s 0 #\b) (symbol->string y)) => "aa")
(check-error (string->symbol 'a))
(check-error (string->symbol #\a))

;; write puts a symbol between vertical lines where it would otherwise not read back as the same.
(define (written x) (let ((port (open-output-string))) (write x port) (get-output-string port)))
(define (reads-back? symbol) (eq? symbol (read (open-input-string (written symbol)))))
(check (written 'abc) => "abc")
(check (written '|a b|) => "|a b|")
(check (written (string->symbol "")) => "||")
(check (reads-back? (string->symbol "12")) => #t)
(check (reads-back? (string->symbol "+1")) => #t)
(check (reads-back? (string->symbol ".")) => #t)
(check (reads-back? (string->symbol "a(b")) => #t)
(check (reads-back? (string->symbol "a\"b")) => #t)
(check (reads-back? (string->symbol "a;b")) => #t)
(check (reads-back? (string->symbol "a|b")) => #t)
(check (reads-back? (string->symbol "a\\b")) => #t)
(check (reads-back? (string->symbol "a\nb")) => #t)
(check (reads-back? (string->symbol "#foo")) => #t)
(check (reads-back? (string->symbol "'a")) => #t)
(check (reads-back? (string->symbol "+i")) => #t)
(check (reads-back? (string->symbol "1/2")) => #t)
(check (reads-back? (string->symbol "-inf.0")) => #t)

(report-checks)
