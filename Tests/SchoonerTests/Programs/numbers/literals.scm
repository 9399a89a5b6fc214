;; Numbers as the reader takes them.
(for-each write-line '(#xff #XFF #b-101 #o777 #d10 #e1e3 #i10 1e3 1.e3 .1e1 +5 -0 00012 #x-ab 1E3))
