;;; Strings as bytes in other encodings than UTF-8, as MIT Scheme 12.1 binds them.

(define-library (schooner encodings)
  (export
   iso8859-1->string string->iso8859-1 string->utf16 string->utf16be string->utf16le string->utf32 string->utf32be
   string->utf32le utf16->string utf16be->string utf16le->string utf32->string utf32be->string utf32le->string)
  (import (mit legacy runtime))
  (begin
    (define (low-byte word) (bitwise-and word #xFF))
    (define (high-byte word) (bitwise-and (arithmetic-shift word -8) #xFF))

    ;;; Encoding: each procedure puts the bytes of a code before those in a list.

    (define (utf16be code bytes)
      (if (< code #x10000)
          (cons* (high-byte code) (low-byte code) bytes)
          (let ((rest (- code #x10000)))
            (utf16be (+ #xD800 (arithmetic-shift rest -10))
                     (utf16be (+ #xDC00 (bitwise-and rest #x3FF)) bytes)))))

    (define (utf16le code bytes)
      (if (< code #x10000)
          (cons* (low-byte code) (high-byte code) bytes)
          (let ((rest (- code #x10000)))
            (utf16le (+ #xD800 (arithmetic-shift rest -10))
                     (utf16le (+ #xDC00 (bitwise-and rest #x3FF)) bytes)))))

    (define (utf32be code bytes)
      (cons* 0 (arithmetic-shift code -16) (high-byte code) (low-byte code) bytes))

    (define (utf32le code bytes)
      (cons* (low-byte code) (high-byte code) (arithmetic-shift code -16) 0 bytes))

    (define (encoder encode)
      (lambda (string #!optional start end)
        (list->bytevector
         (string-fold-right (lambda (char bytes) (encode (char->integer char) bytes)) '() string start end))))

    (define string->utf16be (encoder utf16be))
    (define string->utf16le (encoder utf16le))
    (define string->utf32be (encoder utf32be))
    (define string->utf32le (encoder utf32le))

    ;; With a byte order mark, the lower byte first.
    (define (string->utf16 string #!optional start end)
      (bytevector-append (bytevector #xFF #xFE) (string->utf16le string start end)))

    (define (string->utf32 string #!optional start end)
      (bytevector-append (bytevector #xFF #xFE 0 0) (string->utf32le string start end)))

    (define string->iso8859-1
      (encoder
       (lambda (code bytes)
         (if (> code #xFF) (error:bad-range-argument (integer->char code) 'string->iso8859-1))
         (cons code bytes))))

    ;;; Decoding

    ;; The bytes of a unit of two or four, most significant first.
    (define (unit-be bytes index size)
      (let loop ((place 0) (code 0))
        (if (< place size)
            (loop (+ place 1) (+ (* code 256) (bytevector-u8-ref bytes (+ index place))))
            code)))

    (define (unit-le bytes index size)
      (let loop ((place (- size 1)) (code 0))
        (if (>= place 0)
            (loop (- place 1) (+ (* code 256) (bytevector-u8-ref bytes (+ index place))))
            code)))

    (define (high-surrogate? code) (and (>= code #xD800) (< code #xDC00)))
    (define (low-surrogate? code) (and (>= code #xDC00) (< code #xE000)))

    (define (decoder name unit size)
      (define (complain what bytes start end)
        (error (string what " " name " sequence:") (bytevector-copy bytes start end)))
      (lambda (bytes #!optional start end)
        (let* ((whole (bytevector-copy bytes start end))
               (count (bytevector-length whole)))
          (let loop ((index 0) (chars '()))
            (cond ((= index count) (list->string (reverse! chars)))
                  ((> (+ index size) count) (complain "Truncated" whole index count))
                  (else
                   (let ((code (unit whole index size)) (next (+ index size)))
                     (cond ((and (high-surrogate? code) (= size 2))
                            (if (> (+ next size) count) (complain "Truncated" whole index count))
                            (let ((low (unit whole next size)))
                              (if (not (low-surrogate? low)) (complain "Ill-formed" whole index (+ next size)))
                              (loop (+ next size)
                                    (cons (integer->char
                                           (+ #x10000
                                              (arithmetic-shift (- code #xD800) 10)
                                              (- low #xDC00)))
                                          chars))))
                           ((unicode-scalar-value? code) (loop next (cons (integer->char code) chars)))
                           (else (complain "Ill-formed" whole index next))))))))))

    (define utf16be->string (decoder "UTF-16BE" unit-be 2))
    (define utf16le->string (decoder "UTF-16LE" unit-le 2))
    (define utf32be->string (decoder "UTF-32BE" unit-be 4))
    (define utf32le->string (decoder "UTF-32LE" unit-le 4))

    ;; The byte order mark says which; without one the lower byte comes first.
    (define (marked-decoder size decode-be decode-le)
      (lambda (bytes #!optional start end)
        (let ((whole (bytevector-copy bytes start end)))
          (define (marked-by? unit)
            (and (>= (bytevector-length whole) size)
                 (= (unit whole 0 size) #xFEFF)))
          (cond ((marked-by? unit-be) (decode-be whole size))
                ((marked-by? unit-le) (decode-le whole size))
                (else (decode-le whole))))))

    (define utf16->string (marked-decoder 2 utf16be->string utf16le->string))
    (define utf32->string (marked-decoder 4 utf32be->string utf32le->string))

    (define (iso8859-1->string bytes #!optional start end)
      (list->string (map integer->char (bytevector->list bytes start end))))))
