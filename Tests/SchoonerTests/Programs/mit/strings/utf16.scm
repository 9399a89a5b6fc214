(write-line (string->utf16be "aé"))
(write-line (string->utf16le "aé"))
(write-line (utf16be->string (string->utf16be "aé")))
(write-line (utf16le->string (string->utf16le "aé")))
