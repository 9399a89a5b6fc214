(write-line (substring-find-next-char-ci "hEllo" 0 5 #\e))
(write-line (string-find-next-char-ci "hEllo" #\e))
(write-line (string-find-next-char-in-set "hello1" char-set:numeric))
