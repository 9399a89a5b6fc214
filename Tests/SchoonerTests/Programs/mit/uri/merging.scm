;; References relative to a base: the examples of RFC 3986, 5.4.

(for-each
 (lambda (reference)
   (write reference)
   (write-string " ")
   (write (uri->string (merge-uris reference "http://a/b/c/d;p?q")))
   (newline))
 '("g:h" "g" "./g" "g/" "/g" "//g" "?y" "g?y" "#s" "g#s" "g?y#s" ";x" "g;x" "g;x?y#s" "" "." "./" ".." "../" "../g"
   "../.." "../../" "../../g"
   "../../../g" "../../../../g" "/./g" "/../g" "g." ".g" "g.." "..g" "./../g" "./g/." "g/./h" "g/../h" "g;x=1/./y"
   "g;x=1/../y" "g?y/./x" "g?y/../x" "g#s/./x" "g#s/../x" "http:g"))

(write (map uri->string (list (merge-uris "a" "http://x") (merge-uris "a" "b") (merge-uris "a"))))
(newline)
