;; Quotation forms print in full.
(write-line ''x)
(write-line '(quote x))
(write-line '`(a ,b ,@c))
(write-line '(quote))
(write-line '(quote x y))
(write-line ''())
(write-line '#(quote x))
