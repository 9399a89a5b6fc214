;; Text and bytes.
(write-line (string->utf8 "aλ"))
(write-line (utf8->string #u8(104 105)))
(write-line (utf8->string #u8(206 187)))
(write-line (utf8->string #u8(65 66 67 68) 1 3))
(write-line (string->utf8 "hello" 1 3))
(write-line (bytevector-length (string->utf8 "😀")))
(write-line (utf8->string (string->utf8 "aλ→😀z")))
