;;; SRFI 41: streams whose heads are lazy too, a type of their own. MIT's global streams are pairs with promises.
(define-library (srfi 41)
  (export
    ;; (streams primitive)
    stream-null stream-cons stream? stream-null? stream-pair? stream-car stream-cdr stream-lambda
    ;; (streams derived)
    define-stream list->stream port->stream stream stream->list stream-append stream-concat stream-constant
    stream-drop stream-drop-while stream-filter stream-fold stream-for-each stream-from stream-iterate stream-length
    stream-let stream-map stream-match stream-of stream-range stream-ref stream-reverse stream-scan stream-take
    stream-take-while stream-unfold stream-unfolds stream-zip)
  (import (scheme base)
          (scheme case-lambda)
          (scheme lazy)
          (only (mit legacy runtime) guarantee error:bad-range-argument exact-nonnegative-integer?))
  (include "41/primitive.scm" "41/syntax.scm" "41/construction.scm" "41/consumption.scm"))
