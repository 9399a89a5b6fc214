;;; Names that MIT Scheme 7 to 9.2 bound and 12.1 no longer does, and that programs written for them use.

(define-library (mit older-releases)
  (export
   guarantee-string guarantee-symbol guarantee-interned-symbol guarantee-list guarantee-dotted-list guarantee-pair
   guarantee-weak-pair guarantee-cell guarantee-vector guarantee-char guarantee-char-set guarantee-boolean
   guarantee-integer guarantee-exact-integer guarantee-exact-rational guarantee-rational guarantee-real
   guarantee-exact-nonnegative-integer guarantee-exact-positive-integer guarantee-index-fixnum guarantee-fixnum
   guarantee-positive-fixnum guarantee-nonnegative-fixnum guarantee-limited-index-fixnum guarantee-byte
   guarantee-unicode-char guarantee-unicode-scalar-value
   guarantee-procedure guarantee-thunk guarantee-compound-procedure guarantee-primitive-procedure guarantee-procedure-arity
   guarantee-apply-hook guarantee-entity guarantee-promise guarantee-stream-pair guarantee-record guarantee-record-type
   guarantee-environment guarantee-condition guarantee-condition-type guarantee-thread guarantee-thread-mutex
   guarantee-pathname guarantee-hash-table guarantee-alist guarantee-port guarantee-input-port guarantee-output-port
   guarantee-i/o-port guarantee-uri guarantee-absolute-uri guarantee-uri-authority guarantee-mime-type
   guarantee-list-of-type guarantee-list-of-symbols guarantee-keyword-list guarantee-string-index guarantee-substring
   error:not-string error:not-symbol error:not-list error:not-pair error:not-list-of-type
   error:not-exact-nonnegative-integer error:not-http-message
   find-matching-item find-non-matching-item find-unique-matching-item keep-matching-items keep-matching-items!
   delete-matching-items delete-matching-items! list-transform-positive list-transform-negative there-exists?
   count-matching-items count-non-matching-items
   hash-table-datum-list hash-table-key-list
   string-allocate string-maximum-length string-upcase! string-downcase! string-reverse! substring-upcase!
   substring-downcase! vector-8b-find-next-char
   open-input-octets open-output-octets call-with-output-octets with-input-from-octets)
  (import (mit legacy runtime))
  (begin

    ;;; Checks

    (define (error-not description object caller)
      (error:wrong-type-argument object description (if (default-object? caller) #f caller)))

    ;; (define-checks (name predicate "description") …): guarantee-name, which returns what it checks.
    (define-syntax define-checks
      (syntax-rules ()
        ((_ (name predicate description) ...)
         (begin
           (define (name object #!optional caller)
             (if (predicate object) object (error-not description object caller)))
           ...))))

    (define (exact-positive-integer? object)
      (and (exact-nonnegative-integer? object) (> object 0)))

    (define (positive-fixnum? object) (and (index-fixnum? object) (> object 0)))

    (define-checks
      (guarantee-string string? "string")
      (guarantee-symbol symbol? "symbol")
      (guarantee-interned-symbol symbol? "interned symbol")
      (guarantee-list list? "list")
      (guarantee-dotted-list dotted-list? "dotted list")
      (guarantee-pair pair? "pair")
      (guarantee-weak-pair weak-pair? "weak pair")
      (guarantee-cell cell? "cell")
      (guarantee-vector vector? "vector")
      (guarantee-char char? "character")
      (guarantee-char-set char-set? "character set")
      (guarantee-boolean boolean? "boolean")
      (guarantee-integer integer? "integer")
      (guarantee-exact-integer exact-integer? "exact integer")
      (guarantee-exact-rational exact-rational? "exact rational number")
      (guarantee-rational rational? "rational number")
      (guarantee-real real? "real number")
      (guarantee-exact-nonnegative-integer exact-nonnegative-integer? "exact non-negative integer")
      (guarantee-exact-positive-integer exact-positive-integer? "exact positive integer")
      (guarantee-index-fixnum index-fixnum? "index integer")
      (guarantee-fixnum fix:fixnum? "fixnum")
      (guarantee-positive-fixnum positive-fixnum? "positive fixnum")
      (guarantee-nonnegative-fixnum index-fixnum? "non-negative fixnum")
      (guarantee-byte byte? "byte")
      (guarantee-unicode-char unicode-char? "Unicode character")
      (guarantee-unicode-scalar-value unicode-scalar-value? "Unicode scalar value")
      (guarantee-procedure procedure? "procedure")
      (guarantee-thunk thunk? "thunk")
      (guarantee-compound-procedure compound-procedure? "compound procedure")
      (guarantee-primitive-procedure primitive-procedure? "primitive procedure")
      (guarantee-procedure-arity procedure-arity? "procedure arity")
      (guarantee-apply-hook apply-hook? "apply hook")
      (guarantee-entity entity? "entity")
      (guarantee-promise promise? "promise")
      (guarantee-stream-pair stream-pair? "stream pair")
      (guarantee-record record? "record")
      (guarantee-record-type record-type-descriptor? "record type")
      (guarantee-environment environment? "environment")
      (guarantee-condition condition? "condition")
      (guarantee-condition-type condition-type? "condition type")
      (guarantee-thread thread? "thread")
      (guarantee-thread-mutex thread-mutex? "thread mutex")
      (guarantee-pathname pathname? "pathname")
      (guarantee-hash-table hash-table? "hash table")
      (guarantee-alist alist? "association list")
      (guarantee-port port? "port")
      (guarantee-input-port input-port? "input port")
      (guarantee-output-port output-port? "output port")
      (guarantee-i/o-port i/o-port? "I/O port")
      (guarantee-uri uri? "URI")
      (guarantee-absolute-uri absolute-uri? "absolute URI")
      (guarantee-uri-authority uri-authority? "URI authority")
      (guarantee-mime-type mime-type? "MIME type")
      (guarantee-keyword-list keyword-list? "keyword list"))

    (define (record-type-descriptor? object)
      (dispatch-tag? object))

    (define (guarantee-limited-index-fixnum object limit #!optional caller)
      (if (and (index-fixnum? object) (< object limit))
          object
          (error-not "index integer" object caller)))

    (define (guarantee-list-of-type object predicate description #!optional caller)
      (if (list-of-type? object predicate)
          object
          (error-not description object caller)))

    (define (guarantee-list-of-symbols object #!optional caller)
      (guarantee-list-of-type object symbol? "list of symbols" caller))

    (define (guarantee-string-index string index #!optional caller)
      (guarantee-string string caller)
      (if (not (and (index-fixnum? index) (< index (string-length string))))
          (error:bad-range-argument index (if (default-object? caller) #f caller))))

    (define (guarantee-substring string start end #!optional caller)
      (guarantee-string string caller)
      (let ((check
             (lambda (index limit)
               (if (not (and (index-fixnum? index) (<= index limit)))
                   (error:bad-range-argument index (if (default-object? caller) #f caller))))))
        (check end (string-length string))
        (check start end)))

    (define ((refusal description) object #!optional caller)
      (error-not description object caller))

    (define error:not-string (refusal "string"))
    (define error:not-symbol (refusal "symbol"))
    (define error:not-list (refusal "list"))
    (define error:not-pair (refusal "pair"))
    (define error:not-exact-nonnegative-integer (refusal "exact non-negative integer"))
    (define error:not-http-message (refusal "HTTP message"))

    (define (error:not-list-of-type object description #!optional caller)
      (error-not description object caller))

    ;;; Lists

    (define (find-matching-item items predicate) (find predicate items))
    (define (find-non-matching-item items predicate) (find (lambda (item) (not (predicate item))) items))
    (define (find-unique-matching-item items predicate)
      (let ((matches (filter predicate items)))
        (and (pair? matches) (null? (cdr matches)) (car matches))))
    (define (keep-matching-items items predicate) (filter predicate items))
    (define (keep-matching-items! items predicate) (filter! predicate items))
    (define (delete-matching-items items predicate) (remove predicate items))
    (define (delete-matching-items! items predicate) (remove! predicate items))
    (define list-transform-positive keep-matching-items)
    (define list-transform-negative delete-matching-items)
    (define (there-exists? items predicate) (any predicate items))
    (define (count-matching-items items predicate) (count predicate items))
    (define (count-non-matching-items items predicate) (count (lambda (item) (not (predicate item))) items))

    (define hash-table-datum-list hash-table-values)
    (define hash-table-key-list hash-table-keys)

    ;;; Strings

    (define (string-allocate length) (make-string length))
    (define (string-maximum-length string) (string-length string))

    (define ((replacing procedure) string start end)
      (string-copy! string start (procedure (substring string start end))))

    (define substring-upcase! (replacing string-upcase))
    (define substring-downcase! (replacing string-downcase))
    (define (string-upcase! string) (substring-upcase! string 0 (string-length string)))
    (define (string-downcase! string) (substring-downcase! string 0 (string-length string)))
    (define (string-reverse! string) (string-copy! string 0 (string-reverse string)))

    (define (vector-8b-find-next-char string start end byte)
      (string-find-next-char string (integer->char byte) start end))

    ;;; Ports of octets, which stand as characters up to 255

    (define (open-input-octets octets #!optional start end) (open-input-string octets start end))
    (define (open-output-octets) (open-output-string))
    (define (call-with-output-octets receiver) (call-with-output-string receiver))
    (define (with-input-from-octets octets thunk)
      (parameterize ((current-input-port (open-input-octets octets))) (thunk)))))
