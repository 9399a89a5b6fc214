;; How characters are written and read: R7RS 2.1 and 6.6, MIT reference manual 5.1.
(define (show . xs)
  (for-each (lambda (x) (write x) (display " ")) xs)
  (newline))

(show #\altmode #\backspace #\delete #\escape #\linefeed #\newline #\null #\nul #\page #\return #\rubout #\space #\tab
      #\alarm)
(show #\U+41 #\u+3bb #\x41 #\x #\x3BB #\( #\) #\; #\" #\' #\| #\\ #\# #\a #\A #\λ)
(show #\Space #\NEWLINE #\TAB #\AltMode)
(show #\x0 #\x1 #\x7F #\x80 #\xA0 #\xAD #\x301 #\x200B #\xFEFF #\xE000 #\x10FFFF #\x1F600)
(show (map char->name (list #\a #\space #\x0 #\xA0 #\x301 #\λ #\C-a)))
(show (map name->char '("altmode" "RUBOUT" "U+41" "x41" "a" "M-a" "C-M-x" "space")))
(show #\C-a #\m-a #\super-x #\hyper-b #\Meta-Control-c #\C-space (make-char 97 15))
(show (char-code #\M-a) (char-bits #\C-M-a) (char->bitless-char #\M-a) (char->integer #\M-a))
(show (set-char-bits 1 #\a) (clear-char-bits 1 #\C-M-a) (char-bits-set? 3 #\C-M-a) (char-bits-clear? 4 #\C-M-a))
(show char-bit:meta char-bit:control char-bit:super char-bit:hyper char-bits-limit char-code-limit)
(show (unicode-scalar-value? #xD7FF) (unicode-scalar-value? #xD800) (unicode-code-point? #xD800)
      (unicode-code-point? #x110000) (bitless-char? #\a) (bitless-char? #\M-a))
(display (list #\a #\space #\newline "x" #\λ))
(newline)
(show "a\x41;b" "\a\b\t\n\r\\\"" "\x3BB;" "\x0;\x7F;\xA0;\xAD;\x200B;\x301;")
(show "one
two" "joined \
      here" "trailing \   
   space")
