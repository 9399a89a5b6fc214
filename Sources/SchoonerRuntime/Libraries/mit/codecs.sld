;;; Bytes as text: hexadecimal, base64 and quoted-printable (RFC 2045), and MD5 digests (RFC 1321). MIT Scheme 12.1.

(define-library (mit codecs)
  (export bytevector->hexadecimal hexadecimal->bytevector
          encode-base64:initialize encode-base64:update encode-base64:finalize
          decode-base64:initialize decode-base64:update decode-base64:finalize
          call-with-decode-base64-output-port condition-type:decode-base64
          encode-quoted-printable:initialize encode-quoted-printable:update encode-quoted-printable:finalize
          decode-quoted-printable:initialize decode-quoted-printable:update decode-quoted-printable:finalize
          md5-available? md5-bytevector md5-string md5-file)
  (import (mit legacy runtime))
  (begin

    (define (bytevector->hexadecimal bytes)
      (let ((builder (open-output-string)))
        (do ((index 0 (+ index 1)))
            ((= index (bytevector-length bytes)) (get-output-string builder))
          (let ((byte (bytevector-u8-ref bytes index)))
            (write-char (string-ref "0123456789ABCDEF" (quotient byte 16)) builder)
            (write-char (string-ref "0123456789ABCDEF" (remainder byte 16)) builder)))))

    (define (hexadecimal->bytevector text)
      (if (not (and (string? text) (even? (string-length text))))
          (error:bad-range-argument text 'hexadecimal->bytevector))
      (let ((bytes (make-bytevector (quotient (string-length text) 2))))
        (do ((index 0 (+ index 1)))
            ((= index (bytevector-length bytes)) bytes)
          (let ((high (char->digit (string-ref text (* 2 index)) 16))
                (low (char->digit (string-ref text (+ 1 (* 2 index))) 16)))
            (if (not (and high low)) (error:bad-range-argument text 'hexadecimal->bytevector))
            (bytevector-u8-set! bytes index (+ (* 16 high) low))))))

    ;;; Contexts: a port, the bytes or characters that wait for more, and where in the line output stands.

    (define-record-type codec-context
      (make-context port text? waiting column)
      context?
      (port context-port)
      (text? context-text?)
      (waiting waiting set-waiting!)
      (column column set-column!))

    (define (bytes-of data start end)
      (let ((start (if (or (default-object? start) (not start)) 0 start)))
        (if (string? data)
            (bytevector->list (string->utf8 (substring data start (if (or (default-object? end) (not end)) (string-length data) end))))
            (bytevector->list data start (if (or (default-object? end) (not end)) (bytevector-length data) end)))))

    (define (bytevector->list bytes #!optional start end)
      (let ((start (if (default-object? start) 0 start)))
        (let loop ((index (if (default-object? end) (bytevector-length bytes) end)) (list '()))
          (if (> index start)
              (loop (- index 1) (cons (bytevector-u8-ref bytes (- index 1)) list))
              list))))

    (define (write-bytes bytes context)
      (let ((port (context-port context)))
        (if (textual-port? port)
            (write-string (utf8->string (apply bytevector bytes)) port)
            (write-bytevector (apply bytevector bytes) port))))

    ;;; base64: lines of 64 characters

    (define digits "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    (define (encode-base64:initialize port text?) (make-context port text? '() 0))

    (define (encode-base64:update context data #!optional start end)
      (let loop ((bytes (append (waiting context) (bytes-of data start end))))
        (if (and (pair? bytes) (pair? (cdr bytes)) (pair? (cddr bytes)))
            (begin
              (write-group (list (car bytes) (cadr bytes) (caddr bytes)) context)
              (loop (cdddr bytes)))
            (set-waiting! context bytes))))

    (define (encode-base64:finalize context)
      (if (pair? (waiting context)) (write-group (waiting context) context))
      (set-waiting! context '())
      (if (> (column context) 0) (newline (context-port context))))

    (define (write-group bytes context)
      (let* ((count (length bytes))
             (number (+ (* 65536 (car bytes))
                        (if (> count 1) (* 256 (cadr bytes)) 0)
                        (if (> count 2) (caddr bytes) 0)))
             (port (context-port context)))
        (define (digit shift)
          (string-ref digits (bitwise-and 63 (arithmetic-shift number (- shift)))))
        (if (= (column context) 64)
            (begin
              (newline port)
              (set-column! context 0)))
        (write-char (digit 18) port)
        (write-char (digit 12) port)
        (write-char (if (> count 1) (digit 6) #\=) port)
        (write-char (if (> count 2) (digit 0) #\=) port)
        (set-column! context (+ 4 (column context)))))

    (define (decode-base64:initialize port text?) (make-context port text? '() 0))

    (define (digit-value char)
      (let ((code (char->integer char)))
        (cond ((char<=? #\A char #\Z) (- code 65))
              ((char<=? #\a char #\z) (- code 71))
              ((char<=? #\0 char #\9) (+ code 4))
              ((char=? char #\+) 62)
              ((char=? char #\/) 63)
              (else #f))))

    (define (decode-base64:update context text #!optional start end)
      (let ((text (if (bytevector? text) (utf8->string text) text)))
        (string-for-each
         (lambda (char)
           (let ((value (digit-value char)))
             (if (or value (char=? char #\=))
                 (let ((group (cons (or value 'end) (waiting context))))
                   (if (= (length group) 4)
                       (begin
                         (write-decoded (reverse group) context)
                         (set-waiting! context '()))
                       (set-waiting! context group))))))
         (substring text
                    (if (or (default-object? start) (not start)) 0 start)
                    (if (or (default-object? end) (not end)) (string-length text) end)))))

    (define (write-decoded group context)
      (let* ((values (map (lambda (value) (if (eq? value 'end) 0 value)) group))
             (number (fold-left (lambda (number value) (+ (* 64 number) value)) 0 values))
             (count (cond ((eq? (caddr group) 'end) 1)
                          ((eq? (cadddr group) 'end) 2)
                          (else 3))))
        (write-bytes (list-head (list (arithmetic-shift number -16)
                                      (bitwise-and 255 (arithmetic-shift number -8))
                                      (bitwise-and 255 number))
                                count)
                     context)))

    (define condition-type:decode-base64
      (make-condition-type 'decode-base64 condition-type:error '()
        (lambda (condition port) (write-string "Malformed base64 text." port))))
    (define error-decode-base64
      (condition-signaller condition-type:decode-base64 '() standard-error-handler))

    (define (decode-base64:finalize context)
      (if (pair? (waiting context)) (error-decode-base64)))

    (define (call-with-decode-base64-output-port port text? procedure)
      (let* ((context (decode-base64:initialize port text?))
             (value (procedure (lambda (text) (decode-base64:update context text)))))
        (decode-base64:finalize context)
        value))

    ;;; quoted-printable: lines of at most 76 characters

    (define (encode-quoted-printable:initialize port text?) (make-context port text? '() 0))

    (define (encode-quoted-printable:update context data #!optional start end)
      (let loop ((bytes (append (waiting context) (bytes-of data start end))))
        (cond ((null? bytes) (set-waiting! context '()))
              ;; White space waits: at the end of a line it is encoded.
              ((and (memv (car bytes) '(32 9)) (null? (cdr bytes)))
               (set-waiting! context bytes))
              ((and (= (car bytes) 10) (context-text? context))
               (newline (context-port context))
               (set-column! context 0)
               (loop (cdr bytes)))
              (else
               (put-quoted (car bytes) (and (pair? (cdr bytes)) (= (cadr bytes) 10)) context)
               (loop (cdr bytes))))))

    (define (encode-quoted-printable:finalize context)
      (for-each (lambda (byte) (put-quoted byte #t context)) (waiting context))
      (set-waiting! context '()))

    (define (put-quoted byte at-end? context)
      (let* ((plain? (if (memv byte '(32 9)) (not at-end?) (and (< 32 byte 127) (not (= byte 61)))))
             (text (if plain?
                       (string (integer->char byte))
                       (string-append "=" (string-upcase (bytevector->hexadecimal (bytevector byte))))))
             (width (string-length text))
             (port (context-port context)))
        (if (> (+ (column context) width) (if at-end? 76 75))
            (begin
              (write-string "=" port)
              (newline port)
              (set-column! context 0)))
        (write-string text port)
        (set-column! context (+ (column context) width))))

    (define (decode-quoted-printable:initialize port text?) (make-context port text? '() 0))

    (define (decode-quoted-printable:update context text #!optional start end)
      (set-waiting! context (append (waiting context) (bytes-of text start end))))

    (define (decode-quoted-printable:finalize context)
      (let loop ((bytes (waiting context)) (done '()))
        (cond ((null? bytes)
               (write-bytes (reverse done) context)
               (set-waiting! context '()))
              ((and (= (car bytes) 61) (pair? (cdr bytes)) (= (cadr bytes) 10))
               (loop (cddr bytes) done))
              ((and (= (car bytes) 61) (pair? (cdr bytes)) (pair? (cddr bytes))
                    (char->digit (integer->char (cadr bytes)) 16)
                    (char->digit (integer->char (caddr bytes)) 16))
               (loop (cdddr bytes)
                     (cons (+ (* 16 (char->digit (integer->char (cadr bytes)) 16))
                              (char->digit (integer->char (caddr bytes)) 16))
                           done)))
              (else (loop (cdr bytes) (cons (car bytes) done))))))

    ;;; MD5

    (define (md5-available?) #t)

    (define sines
      (let ((table (make-vector 64)))
        (do ((index 0 (+ index 1)))
            ((= index 64) table)
          (vector-set! table index
                       (inexact->exact (floor (* 4294967296. (abs (sin (exact->inexact (+ index 1)))))))))))

    (define shifts
      '#(#(7 12 17 22) #(5 9 14 20) #(4 11 16 23) #(6 10 15 21)))

    (define (word number) (bitwise-and number #xFFFFFFFF))
    (define (rotate number count)
      (let ((number (word number)))
        (word (bitwise-or (arithmetic-shift number count)
                          (arithmetic-shift number (- count 32))))))

    (define (padded bytes)
      (let* ((length (bytevector-length bytes))
             (size (* 64 (quotient (+ length 72) 64)))
             (result (make-bytevector size 0)))
        (bytevector-copy! result 0 bytes)
        (bytevector-u8-set! result length #x80)
        (do ((index 0 (+ index 1)) (bits (* 8 length) (quotient bits 256)))
            ((= index 8) result)
          (bytevector-u8-set! result (+ (- size 8) index) (remainder bits 256)))))

    (define (md5-bytevector bytes #!optional start end)
      (let* ((start (if (or (default-object? start) (not start)) 0 start))
             (end (if (or (default-object? end) (not end)) (bytevector-length bytes) end))
             (data (padded (bytevector-copy bytes start end))))
        (let loop ((block 0) (a #x67452301) (b #xEFCDAB89) (c #x98BADCFE) (d #x10325476))
          (if (= block (bytevector-length data))
              (digest (list a b c d))
              (let rounds ((step 0) (e a) (f b) (g c) (h d))
                (if (= step 64)
                    (loop (+ block 64) (word (+ a e)) (word (+ b f)) (word (+ c g)) (word (+ d h)))
                    (let* ((part (quotient step 16))
                           (mixed (case part
                                    ((0) (bitwise-or (bitwise-and f g) (bitwise-and (bitwise-xor f #xFFFFFFFF) h)))
                                    ((1) (bitwise-or (bitwise-and h f) (bitwise-and (bitwise-xor h #xFFFFFFFF) g)))
                                    ((2) (bitwise-xor f g h))
                                    (else (bitwise-xor g (bitwise-or f (bitwise-xor h #xFFFFFFFF))))))
                           (place (remainder (case part
                                               ((0) step)
                                               ((1) (+ 1 (* 5 step)))
                                               ((2) (+ 5 (* 3 step)))
                                               (else (* 7 step)))
                                             16))
                           (sum (+ e mixed (vector-ref sines step)
                                   (bytevector-u32le-ref data (+ block (* 4 place))))))
                      (rounds (+ step 1)
                              h
                              (word (+ f (rotate sum (vector-ref (vector-ref shifts part) (remainder step 4)))))
                              f
                              g))))))))

    (define (digest words)
      (let ((result (make-bytevector 16)))
        (for-each (lambda (number index) (bytevector-u32le-set! result (* 4 index) number))
                  words
                  '(0 1 2 3))
        result))

    (define (md5-string string #!optional start end)
      (let ((start (if (or (default-object? start) (not start)) 0 start))
            (end (if (or (default-object? end) (not end)) (string-length string) end)))
        (md5-bytevector (string->utf8 (substring string start end)))))

    (define (md5-file filename)
      (call-with-binary-input-file filename
        (lambda (port)
          (let loop ((bytes (bytevector)))
            (let ((more (read-bytevector 65536 port)))
              (if (eof-object? more)
                  (md5-bytevector bytes)
                  (loop (bytevector-append bytes more))))))))))
