; The parser language: MIT Scheme reference, 14.14.
(load-option '*parser)

(define digits (*matcher (+ (char-set char-set:numeric))))
(define number (*parser (map string->number (match digits))))

(define (try parser text) (write-line (*parse-string parser text)))

(try number "123")
(try number "123x")
(try number "")
(try (*parser (seq number "," number)) "1,22")
(try (*parser (seq number (* (seq (noise (* #\space)) "," number)))) "1 ,22,  333")
(try (*parser (seq number (* (seq (noise (* #\space)) "," number)))) "1 ,22,333")
(try (*parser (alt number (match "none") (values 'nothing))) "none")
(try (*parser (alt number (match "none") (values 'nothing))) "")
(try (*parser (seq (match (? "-")) number)) "-5")
(try (*parser (encapsulate vector->list (* (seq number (? ";"))))) "1;2;3")
(try (*parser (transform (lambda (v) (vector (vector-length v))) (* (seq number (? ";"))))) "1;2;3")
(try (*parser (transform (lambda (v) #f) number)) "1")

; What was matched is given back when the rest needs it.
(try (*parser (seq (match (* (char-set char-set:alphabetic))) (match "b"))) "aab")
(try (*parser (seq (match (alt "a" "ab")) (match "c"))) "abc")
(try (*parser (seq (match (* (alt "ab" "a"))) (match "b"))) "abab")

(try (*parser (match (string-ci "hello"))) "HeLLo")
(try (*parser (match (+ (seq (char-ci #\x) #\y)))) "xyXy")

; Procedures of a buffer are parsers.
(define buffer (string->parser-buffer "ab12 rest"))
(define letters (*parser (match (+ (char-set char-set:alphabetic)))))
(write-line (letters buffer))
(write-line (letters buffer))
(write-line (number buffer))
(write-line (peek-parser-buffer-char buffer))
(write-line (match-parser-buffer-char buffer #\space))
(write-line (match-parser-buffer-string buffer "rest"))
(write-line (read-parser-buffer-char buffer))
(write-line (*match-string digits "123"))
(write-line (*match-string digits "12 "))
