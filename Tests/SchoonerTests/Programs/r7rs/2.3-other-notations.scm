;; R7RS 2.3: other notations
(import (scheme base) (scheme read) (scheme write))
(include "checking.scm")

(define (read-text text) (read (open-input-string text)))

;; . + - are used in numbers, and may also occur in an identifier; a delimited plus or minus is an identifier too.
(check-true (symbol? '+))
(check-true (symbol? '-))
(check '(+ 1) => (list (string->symbol "+") 1))

;; A delimited period is used in the notation for pairs.
(check (read-text "(a . b)") => (cons 'a 'b))
(check (read-text "(a b . c)") => (cons 'a (cons 'b 'c)))
(check (read-text "(a . (b . (c . ())))") => '(a b c))

;; Parentheses are used for grouping and to notate lists.
(check (read-text "()") => '())
(check (read-text "(a (b (c)))") => (list 'a (list 'b (list 'c))))

;; The apostrophe, the grave accent, the comma and the comma with at-sign indicate literal and almost-literal data.
(check (read-text "'a") => '(quote a))
(check (read-text "`a") => '(quasiquote a))
(check (read-text ",a") => '(unquote a))
(check (read-text ",@a") => '(unquote-splicing a))
(check (read-text "' a") => '(quote a))
(check (read-text "''a") => '(quote (quote a)))
(check (read-text ", @a") => '(unquote @a))

;; The quotation mark delimits strings.
(check (read-text "\"a b\"") => "a b")
(check (read-text "\"\"") => "")

;; The backslash is used in the syntax for character constants and as an escape within strings and identifiers.
(check (read-text "#\\a") => #\a)
(check (read-text "\"a\\\"b\"") => "a\"b")
(check (read-text "\"a\\nb\"") => (string #\a #\newline #\b))

;; #t and #f, with the alternatives #true and #false, are the boolean constants.
(check (read-text "#t") => #t)
(check (read-text "#f") => #f)
(check (read-text "#true") => #t)
(check (read-text "#false") => #f)

;; #\ introduces a character constant.
(check (read-text "#\\(") => #\()
(check (read-text "#\\space") => #\space)
(check (read-text "#\\x41") => #\A)

;; #( introduces a vector constant, ended by ).
(check (read-text "#(1 a \"b\")") => (vector 1 'a "b"))
(check (read-text "#()") => (vector))

;; #u8( introduces a bytevector constant.
(check (read-text "#u8(0 10 255)") => (bytevector 0 10 255))
(check (read-text "#u8()") => (bytevector))
(check (read-text "#U8(1)") => (bytevector 1))

;; #e #i #b #o #d #x are used in the notation for numbers.
(check (read-text "#e1.5") => 3/2)
(check (read-text "#i3/2") => 1.5)
(check (read-text "#b101") => 5)
(check (read-text "#o17") => 15)
(check (read-text "#d10") => 10)
(check (read-text "#xfF") => 255)

;; Anything else is an error of reading: a bad byte, a stray parenthesis inside a vector's dot, an unknown # syntax.
(check-error (read-text "#u8(256)"))
(check-error (read-text "#u8(a)"))
(check-error (read-text "#u8(-1)"))
(check-error (read-text "(a . )"))
(check-error (read-text "(a . b c)"))
(check-error (read-text "#(a . b)"))
(check-error (read-text "(a"))
(check-error (read-text "\"abc"))
(check-error (read-text "#(1 2"))
(check-error (read-text "|abc"))
(check-error (read-text "'"))
(check-error (read-text "#\\nonsense"))

(report-checks)
