;; Every control character and quote in characters and strings.
(write-line (map integer->char (iota 33)))
(write-line (list->string (map integer->char (iota 32))))
(write-line (list (integer->char 127) (integer->char 160) (integer->char 955) (integer->char 8232)))
(write-line "tab\there")
(write-line (string #\" #\\))
