(write-line (utf16->string (string->utf16 "hé")))
(write-line (bytevector-length (string->utf16be "abc")))
