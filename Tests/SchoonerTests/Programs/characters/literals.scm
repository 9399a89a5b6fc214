;; Character syntax, read and written.
(for-each write-line
          (list #\a #\A #\space #\newline #\tab #\return #\null #\delete #\escape #\backspace #\alarm #\( #\; #\" #\\ #\x41 #\λ #\x3bb #\x #\0))
(write-line (list #\linefeed #\rubout #\altmode #\U+41 #\nul))
(display (list #\a #\space "s")) (newline)
