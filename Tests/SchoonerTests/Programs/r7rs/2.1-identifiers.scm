;; R7RS 2.1: identifiers
(import (scheme base) (scheme read) (scheme write))
(include "checking.scm")

(define (reads-symbol? text)
  (let ((datum (read (open-input-string text))))
    (symbol? datum)))
(define (read-text text) (read (open-input-string text)))

;; An identifier is any sequence of letters, digits, and extended identifier characters that has no prefix that is a
;; valid number. The examples of the report:
(check-true (reads-symbol? "..."))
(check-true (reads-symbol? "+"))
(check-true (reads-symbol? "+soup+"))
(check-true (reads-symbol? "<=?"))
(check-true (reads-symbol? "->string"))
(check-true (reads-symbol? "a34kTMNs"))
(check-true (reads-symbol? "lambda"))
(check-true (reads-symbol? "list->vector"))
(check-true (reads-symbol? "q"))
(check-true (reads-symbol? "V17a"))
(check-true (reads-symbol? "|two words|"))
(check-true (reads-symbol? "|two\\x20;words|"))
(check-true (reads-symbol? "the-word-recursion-has-many-meanings"))

;; The extended identifier characters: ! $ % & * + - . / : < = > ? @ ^ _ ~
(check-true (reads-symbol? "a!"))
(check-true (reads-symbol? "a$"))
(check-true (reads-symbol? "a%"))
(check-true (reads-symbol? "a&"))
(check-true (reads-symbol? "a*"))
(check-true (reads-symbol? "a+"))
(check-true (reads-symbol? "a-"))
(check-true (reads-symbol? "a."))
(check-true (reads-symbol? "a/"))
(check-true (reads-symbol? "a:"))
(check-true (reads-symbol? "a<"))
(check-true (reads-symbol? "a="))
(check-true (reads-symbol? "a>"))
(check-true (reads-symbol? "a?"))
(check-true (reads-symbol? "a@"))
(check-true (reads-symbol? "a^"))
(check-true (reads-symbol? "a_"))
(check-true (reads-symbol? "a~"))
(check-true (reads-symbol? "!"))
(check-true (reads-symbol? "$x"))
(check-true (reads-symbol? "%x"))
(check-true (reads-symbol? "&x"))
(check-true (reads-symbol? "*"))
(check-true (reads-symbol? "/"))
(check-true (reads-symbol? ":x"))
(check-true (reads-symbol? "_"))
(check-true (reads-symbol? "~x"))
(check-true (reads-symbol? "^x"))

;; + and - are themselves identifiers, and so are what begins with them and is no number.
(check-true (reads-symbol? "-"))
(check-true (reads-symbol? "--"))
(check-true (reads-symbol? "-a"))
(check-true (reads-symbol? "+-"))
(check-true (reads-symbol? "->"))
(check-true (reads-symbol? "+.x"))
(check-true (reads-symbol? "-..."))
(check-true (reads-symbol? "+@"))
(check-true (reads-symbol? "..x"))
(check-true (reads-symbol? ".x"))

;; What can be read as a number is a number.
(check-true (number? (read-text "+5")))
(check-true (number? (read-text "-.5")))
(check-true (number? (read-text "1e3")))
(check-true (number? (read-text "+i")))
(check-true (number? (read-text "-inf.0")))

;; An identifier can be a sequence of zero or more characters between vertical lines.
(check (symbol->string (read-text "|two words|")) => "two words")
(check (symbol->string (read-text "||")) => "")
(check (symbol->string (read-text "|(|")) => "(")
(check (symbol->string (read-text "|a;b|")) => "a;b")
(check (symbol->string (read-text "|12|")) => "12")

;; |foo bar| is as an identifier what inline hex escapes give: |H\x65;llo| is Hello, and |\x3BB;| is a lambda.
(check (eq? '|H\x65;llo| 'Hello) => #t)
(check (eq? '|\x9;\x9;| '|\t\t|) => #t)
(check (string->list (symbol->string '|\x3BB;|)) => '(#\x3BB))
(check (symbol->string '|a\|b|) => "a|b")
(check (symbol->string '|a\\b|) => "a\\b")
(check (symbol->string '|a\nb|) => "a\nb")

;; |foo| with ordinary characters is the same as without the lines.
(check (eq? '|abc| 'abc) => #t)

;; Upper and lower case are always distinguished within identifiers.
(check (eq? 'abc 'ABC) => #f)
(check (eq? 'Abc 'abc) => #f)
(check (symbol->string 'CamelCase) => "CamelCase")
(check (symbol->string (read-text "CamelCase")) => "CamelCase")

;; An identifier may be a variable and a syntactic keyword, or a symbol within a literal.
(define two-words 1)
(define |two words| 2)
(define ->x 3)
(define ... 4)
(check two-words => 1)
(check |two words| => 2)
(check |two\x20;words| => 2)
(check ->x => 3)

;; A #!fold-case directive folds the identifiers and character names that follow it, #!no-fold-case ends that.
(check (read-text "#!fold-case ABC") => 'abc)
(check (read-text "#!fold-case |ABC|") => '|ABC|)
(check (read-text "#!fold-case (FOO #!no-fold-case FOO)") => '(foo FOO))
(check (read-text "(ABC #!fold-case ABC)") => '(ABC abc))
(check (read-text "#!fold-case \"ABC\"") => "ABC")
(check (read-text "#!fold-case #\\NEWLINE") => #\newline)
(check (read-text "#!no-fold-case ABC") => 'ABC)

;; Letters beyond ASCII may be used.
(check (symbol->string (read-text "\x3bb;")) => "\x3bb;")
(check-true (reads-symbol? "\xe9;t\xe9;"))
(define λ 5)
(check λ => 5)

(report-checks)
