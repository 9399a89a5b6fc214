;;; HTTP/1.0 and 1.1: RFC 7230 and 7231, by the names that MIT Scheme 12.1 binds. Messages are read from and written to
;;; binary ports, or textual ones whose characters stand for octets meanwhile; bodies are bytevectors.

(define-library (mit http)
  (export <http-header>
          http-token? http-token-string? http-text?
          make-http-version http-version? http-version-major http-version-minor http-version=? http-version<?
          http-version:1.0 http-version:1.1 http-status? http-status-description
          make-http-header http-header? http-header-name http-header-value http-header-parsed-value
          http-header convert-http-headers
          make-http-request http-request? http-request-method http-request-uri http-request-version
          http-request-headers http-request-body
          make-http-response http-response? http-response-version http-response-status http-response-reason
          http-response-headers http-response-body
          make-simple-http-request simple-http-request? make-simple-http-response simple-http-response?
          http-request-uri? standard-http-request-uri? simple-http-request-uri?
          http-message? http-message-headers http-message-body http-message-header http-message-body-port
          read-http-headers read-http-request read-http-response read-simple-http-request read-simple-http-response
          write-http-headers write-http-request write-http-response
          write-http-token write-http-version write-http-status
          http-get http-head http-post http-client-exchange http-client-request call-with-http-client-socket
          default-http-user-agent
          http-header-limit http-body-limit)
  (import (mit legacy runtime)
          (mit mime-types)
          (mit uri))
  (include "http/vocabulary.scm" "http/lexemes.scm" "http/dates.scm" "http/values.scm" "http/value-texts.scm"
           "http/headers.scm" "http/messages.scm" "http/octets.scm" "http/reading.scm" "http/bodies.scm"
           "http/writing.scm" "http/client.scm"))
