;; Line, block, nested and datum comments.
(write-line '(1 ; one
              2 #| two |# 3 #| nested #| block |# still |# 4 #;5 6 #;(7 8) 9 #; 10))
#;(write-line 'hidden)
(write-line 'shown) ; end
#| (write-line 'hidden too) |#
(write-line '(a #;b . c))
