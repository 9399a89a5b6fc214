;;;; A client of a key-value store whose protocol is binary: tag, big-endian length, bytes.
(declare (usual-integrations))

(define tag:null 0) (define tag:integer 1) (define tag:bytes 2) (define tag:list 3) (define tag:failure 4)

(define (write-u32 n port)
  (let ((bytes (make-bytevector 4)))
    (bytevector-u32be-set! bytes 0 n)
    (write-bytevector bytes port)))

(define (read-exactly n port)
  (let ((bytes (make-bytevector n)))
    (let loop ((start 0))
      (if (fix:= start n)
          bytes
          (let ((count (read-bytevector! bytes port start n)))
            (if (or (eof-object? count) (eq? count 0))
                (error "Connection closed after octets:" start))
            (loop (fix:+ start count)))))))

(define (read-u32 port) (bytevector-u32be-ref (read-exactly 4 port) 0))

(define (encode object port)
  (cond ((string? object) (write-u8 tag:bytes port)
         (let ((bytes (string->utf8 object)))
           (write-u32 (bytevector-length bytes) port)
           (write-bytevector bytes port)))
        ((symbol? object) (encode (symbol->string object) port))
        ((exact-nonnegative-integer? object) (write-u8 tag:integer port) (write-u32 object port))
        ((list? object) (write-u8 tag:list port) (write-u32 (length object) port)
         (for-each (lambda (o) (encode o port)) object))
        (else (error:wrong-type-argument object "encodable object" 'encode))))

(define-syntax tag-case
  (er-macro-transformer
   (lambda (form rename compare)
     `(,(rename 'cond)
       ,@(map (lambda (clause)
                (if (compare (car clause) (rename 'else))
                    clause
                    `((,(rename 'eqv?) ,(cadr form) ,(car clause)) ,@(cdr clause))))
              (cddr form))))))

(define (decode port)
  (let ((tag (read-u8 port)))
    (if (eof-object? tag) (error "Connection closed by the server"))
    (tag-case tag
      (tag:null #f)
      (tag:integer (read-u32 port))
      (tag:bytes (utf8->string (read-exactly (read-u32 port) port)))
      (tag:list (let ((n (read-u32 port)))
                  (let loop ((n n) (items '()))
                    (if (fix:= n 0) (reverse! items)
                        (loop (fix:- n 1) (cons (decode port) items))))))
      (tag:failure (error (string-append "Server: " (decode port))))
      (else (error "Unknown tag:" tag)))))

(define (make-client host port-number)
  (let ((port (open-binary-tcp-stream-socket host port-number)))
    (define (call . command)
      (encode command port)
      (flush-output port)
      (decode port))
    (define (close) (close-port port))
    (bundle #f call close)))

(define (report label thunk)
  (write-string (string-pad-right label 10))
  (write
   (call-with-current-continuation
    (lambda (k)
      (with-exception-handler
       (lambda (e) (k (list 'error (condition/report-string e))))
       thunk))))
  (newline))

(let ((client (make-client "127.0.0.1" (string->number (car (command-line-arguments))))))
  (report "set" (lambda () (client 'call 'set "κλειδί" "τιμή")))
  (report "get" (lambda () (client 'call 'get "κλειδί")))
  (report "missing" (lambda () (client 'call 'get "nothing")))
  (report "incr" (lambda () (client 'call 'incr "n" 4000000000)))
  (report "keys" (lambda () (client 'call 'keys)))
  (report "large" (lambda ()
                    (client 'call 'set "big" (make-string 300000 #\x))
                    (string-length (client 'call 'get "big"))))
  (report "bad" (lambda () (client 'call 'frobnicate)))
  (report "object" (lambda () (client 'call 'set 1.5)))
  (report "quit" (lambda () (client 'call 'quit)))
  (client 'close))
(exit 0)
