;;; URIs: RFC 3986, by the names that MIT Scheme 12.1 binds. They are interned: two that are written alike are eq.

(define-library (mit uri)
  (export <uri> <uri-authority> <partial-uri>
          make-uri uri? uri-scheme uri-authority uri-path uri-query uri-fragment
          uri-absolute? uri-relative? absolute-uri? relative-uri? uri=?
          make-uri-authority uri-authority? uri-authority-userinfo uri-authority-host uri-authority-port uri-authority=?
          uri-scheme? uri-host? uri-port? uri-path? uri-path-absolute? uri-path-relative?
          ->uri ->absolute-uri ->relative-uri string->uri string->absolute-uri string->relative-uri
          uri->string uri->symbol uri->alist write-uri write-uri-authority
          encode-uri-path-segment
          merge-uris uri-merge-defaults uri-prefix system-uri system-library-uri with-loader-base-uri
          pathname->uri uri->pathname
          string->partial-uri string->partial-absolute-uri partial-uri? partial-uri-state-name
          partial-uri-scheme partial-uri-authority partial-uri-path partial-uri-query partial-uri-fragment
          partial-uri-extra partial-uri->string write-partial-uri
          %string->authority %uri->request-target %string->request-target)
  (import (mit legacy runtime))
  (include "uri/escapes.scm" "uri/authorities.scm" "uri/uris.scm" "uri/parsing.scm" "uri/merging.scm"
           "uri/pathnames.scm" "uri/partial.scm"))
