(write-line (count-pairs '(1 2 3)))
(write-line (count-pairs '((1 . 2) . 3)))
(write-line (count-pairs 'a))
