;;; The characters that RFC 2045, 2822, 3986 and 7230 allow in their tokens, as MIT Scheme 12.1 binds them.

(define-library (schooner protocol-character-sets)
  (export
   char-set:http-text
   char-set:http-token char-set:mime-token char-set:rfc2822-name char-set:rfc2822-qtext char-set:rfc2822-text
   char-set:uri-alpha char-set:uri-digit char-set:uri-fragment char-set:uri-hex char-set:uri-ipvfuture
   char-set:uri-query char-set:uri-reg-name char-set:uri-scheme char-set:uri-segment char-set:uri-segment-nc
   char-set:uri-userinfo)
  (import (mit legacy runtime))
  (begin
    (define char-set:http-token
      (char-set*
       '(33 (35 . 40) (42 . 44) (45 . 47) (48 . 58) (65 . 91) (94 . 123) 124 126)))

    (define char-set:mime-token
      (char-set*
       '(33 (35 . 40) (42 . 44) (45 . 47) (48 . 58) (65 . 91) (94 . 127))))

    (define char-set:rfc2822-name
      (char-set*
       '((33 . 58) (59 . 65) (91 . 127))))

    (define char-set:rfc2822-qtext
      (char-set*
       '((1 . 9) (11 . 13) (14 . 32) 33 (35 . 92) (93 . 127))))

    (define char-set:rfc2822-text
      (char-set*
       '((1 . 10) (11 . 13) (14 . 128))))

    (define char-set:uri-alpha
      (char-set*
       '((65 . 91) (97 . 123))))

    (define char-set:uri-digit
      (char-set*
       '((48 . 58))))

    (define char-set:uri-fragment
      (char-set*
       '(33 36 (38 . 60) 61 (63 . 91) 95 (97 . 123) 126)))

    (define char-set:uri-hex
      (char-set*
       '((48 . 58) (65 . 71) (97 . 103))))

    (define char-set:uri-ipvfuture
      (char-set*
       '(33 36 (38 . 47) (48 . 60) 61 (65 . 91) 95 (97 . 123) 126)))

    (define char-set:uri-query
      (char-set*
       '(33 36 (38 . 60) 61 (63 . 91) 95 (97 . 123) 126)))

    (define char-set:uri-reg-name
      (char-set*
       '(33 36 (38 . 47) (48 . 58) 59 61 (65 . 91) 95 (97 . 123) 126)))

    (define char-set:uri-scheme
      (char-set*
       '(43 (45 . 47) (48 . 58) (65 . 91) (97 . 123))))

    (define char-set:uri-segment
      (char-set*
       '(33 36 (38 . 47) (48 . 60) 61 (64 . 91) 95 (97 . 123) 126)))

    (define char-set:uri-segment-nc
      (char-set*
       '(33 36 (38 . 47) (48 . 58) 59 61 (64 . 91) 95 (97 . 123) 126)))

    (define char-set:uri-userinfo
      (char-set*
       '(33 36 (38 . 47) (48 . 60) 61 (65 . 91) 95 (97 . 123) 126)))

    (define char-set:http-text
      (char-set-invert char-set:iso-control))))
