;; R7RS 4.2.8: quasiquotation
(import (scheme base) (scheme write) (scheme inexact))
(include "checking.scm")

;; Without commas the result is that of quote.
(check `(a b c) => '(a b c))
(check `a => 'a)
(check `() => '())
(check `#(1 2) => #(1 2))
(check `"abc" => "abc")
(check `5 => 5)

;; A comma: the expression is evaluated and its result inserted.
(check `(list ,(+ 1 2) 4) => '(list 3 4))
(check (let ((name 'a)) `(list ,name ',name)) => '(list a (quote a)))
(check `,(+ 1 2) => 3)
(check `(1 . ,(+ 1 1)) => '(1 . 2))
(check `(1 ,(+ 1 1) . ,(+ 1 2)) => '(1 2 . 3))

;; A comma with at-sign: the expression must give a list, whose elements are inserted.
(check `(a ,(+ 1 2) ,@(map abs '(4 -5 6)) b) => '(a 3 4 5 6 b))
(check `((foo ,(- 10 3)) ,@(cdr '(c)) . ,(car '(cons))) => '((foo 7) . cons))
(check `(,@'() . foo) => 'foo)
(check `(,@'(1 2) ,@'(3) ,@'()) => '(1 2 3))
(check `(1 ,@'()) => '(1))
(check `(,@(list 1 2) . 3) => '(1 2 . 3))
(check `(1 ,@5) => '(1 . 5))
(check (let ((foo '(foo bar)) (@baz 'baz)) `(list ,@foo , @baz)) => '(list foo bar baz))

;; Vectors too.
(check `#(10 5 ,(sqrt 4) ,@(map sqrt '(16 9)) 8) => #(10 5 2 4 3 8))
(check `#(,@'(1 2) 3) => #(1 2 3))
(check `#(,@'()) => #())
(check `(1 #(,(+ 1 1))) => '(1 #(2)))

;; Quasiquote forms can be nested: substitutions are made only for components at the outermost level.
(check `(a `(b ,(foo ,(+ 1 3) d) e) f) => '(a `(b ,(foo 4 d) e) f))
(check (let ((name1 'x) (name2 'y)) `(a `(b ,,name1 ,',name2 d) e)) => '(a `(b ,x ,'y d) e))
(check `(1 `(2 ,(3 ,(+ 1 3)))) => '(1 `(2 ,(3 4))))
(check `(1 `,(+ 1 ,(+ 2 3))) => '(1 `,(+ 1 5)))
(check `(1 ```,,@,,@(list (+ 1 2)) 4) => '(1 ```,,@,3 4))
(check (let ((x '(a b))) `(1 `(2 ,@,x))) => '(1 `(2 ,@(a b))))
(check `(1 `(2 ,(3 ,@(list 4 5)))) => '(1 `(2 ,(3 4 5))))
(check (let ((x 1)) `#(a `(b ,(c ,x)))) => '#(a `(b ,(c 1))))

;; The two notations are identical in all respects.
(check (quasiquote (list (unquote (+ 1 2)) 4)) => '(list 3 4))
(check '(quasiquote (list (unquote (+ 1 2)) 4)) => '`(list ,(+ 1 2) 4))
(check (quasiquote (1 (unquote-splicing (list 2 3)))) => '(1 2 3))
(check (let ((x 5)) `(1 unquote x)) => '(1 . 5))

;; The list structure of a splice is fresh where the report needs it: the spliced list itself is not changed.
(check (let* ((x (list 1 2)) (y `(,@x 3))) (list x y)) => '((1 2) (1 2 3)))

;; Quasiquotation in data of any depth.
(check `(((,(+ 1 1)) ,@(list 'a) . b) "s" #\c ,(string #\d)) => '(((2) a . b) "s" #\c "d"))
(check (let ((n 3)) `(let ((x ,n)) (lambda (y) (+ x y ,@(list n n))))) => '(let ((x 3)) (lambda (y) (+ x y 3 3))))

(report-checks)
