;; Canonical equivalence: MIT reference manual 6.1, Unicode section 3.11.
(define (codes string)
  (map char->integer (string->list string)))

(define (show string)
  (write (list (codes string) (codes (string->nfc string)) (codes (string->nfd string))
               (string-in-nfc? string) (string-in-nfd? string)))
  (newline))

(for-each
 show
 (list "" "plain" "\xE9;" "e\x301;" "\xC5;" "\x212B;" "A\x30A;" "\x2126;"
       ;; Composition exclusions stay apart.
       "\x958;" "\xFB1D;" "\x2ADC;"
       ;; Marks are sorted by class; those of the same class keep their order.
       "a\x327;\x301;\x323;" "a\x301;\x327;" "a\x301;\x300;" "a\x300;\x301;" "\x1E9B;\x323;" "\x1E69;" "s\x307;\x323;"
       ;; A mark with nothing before it, and one that is blocked.
       "\x301;e" "e\x334;\x301;" "\x344;" "\x308;\x301;"
       ;; Singletons and marks that are themselves composed.
       "\x1F71;" "\x3AC;" "\x1EAD;" "\x1F82;" "\xF73;" "\xF71;\xF72;"
       ;; Hangul.
       "\xAC00;" "\xAC01;" "\x1100;\x1161;" "\x1100;\x1161;\x11A8;" "\xAC00;\x11A8;" "\xAC01;\x11A8;" "\x1161;\x11A8;"
       "\xD7A3;"
       ;; Beyond the basic plane.
       "\x110AB;" "\x11099;\x110BA;" "\x1D15E;" "\x2F800;" "\x1109A;"))

;; A string that is in the form already comes back as it is.
(define plain "plain")
(write (list (eq? plain (string->nfc plain)) (eq? plain (string->nfd plain))))
(newline)
(write (list (string-search-forward (string->nfd "\xE9;") "e\x301;" 0) (nfc-string? "\xE9;") (nfc-string? "e\x301;")))
(newline)

;; Grapheme clusters.
(define clusters "e\x301;a\x1100;\x1161;\r\nx")
(write (list (grapheme-cluster-length clusters) (map codes (string->grapheme-clusters clusters))))
(newline)
