;;; Parser buffers: the text that the procedures of the parser language read, with a place in it. MIT Scheme reference 14.14.

(define-library (mit parser-buffers)
  (export string->parser-buffer input-port->parser-buffer parser-buffer? parser-buffer-port parser-buffer-line
          parser-buffer-ref parser-buffer-position-string parser-buffer-error
          get-parser-buffer-pointer set-parser-buffer-pointer! parser-buffer-pointer? parser-buffer-pointer-index
          parser-buffer-pointer-line get-parser-buffer-tail call-with-parser-buffer-tail discard-parser-buffer-head!
          peek-parser-buffer-char read-parser-buffer-char
          match-parser-buffer-char match-parser-buffer-char-ci match-parser-buffer-char-no-advance
          match-parser-buffer-char-ci-no-advance match-parser-buffer-not-char match-parser-buffer-not-char-ci
          match-parser-buffer-not-char-no-advance match-parser-buffer-not-char-ci-no-advance
          match-parser-buffer-char-in-set match-parser-buffer-char-in-set-no-advance
          match-parser-buffer-char-not-in-set match-parser-buffer-char-not-in-set-no-advance
          match-parser-buffer-string match-parser-buffer-string-ci match-parser-buffer-string-no-advance
          match-parser-buffer-string-ci-no-advance match-parser-buffer-substring match-parser-buffer-substring-ci
          match-parser-buffer-substring-no-advance match-parser-buffer-substring-ci-no-advance
          *match-string *parse-string *match-symbol *parse-symbol
          %parser-buffer-index %set-parser-buffer-index! %parser-buffer-end %parser-buffer-substring)
  (import (mit legacy runtime))
  (begin

    ;; text: what is known so far, up to end; port: where more comes from, or #f.
    (define-record-type parser-buffer
        (make-parser-buffer text end index port)
        parser-buffer?
      (text text set-text!)
      (end end set-end!)
      (index %parser-buffer-index %set-parser-buffer-index!)
      (port parser-buffer-port set-port!))

    (define (string->parser-buffer string #!optional start end)
      (let ((text (if (default-object? start) string (substring string start end))))
        (make-parser-buffer text (string-length text) 0 #f)))

    (define (input-port->parser-buffer port #!optional prefix)
      (let* ((prefix (if (or (default-object? prefix) (not prefix)) "" prefix))
             (size (string-length prefix))
             (text (make-string (max 64 size))))
        (string-copy! text 0 prefix)
        (make-parser-buffer text size 0 port)))

    (define (check-buffer buffer caller)
      (if (not (parser-buffer? buffer))
          (error:wrong-type-argument buffer #f caller)))

    ;; Whether there is a character at the index, which may have to be read.
    (define (reaches? buffer index)
      (or (< index (end buffer))
          (let ((port (parser-buffer-port buffer)))
            (and port
                 (let ((char (read-char port)))
                   (if (eof-object? char)
                       (begin (set-port! buffer #f) #f)
                       (begin (append-char! buffer char)
                              (reaches? buffer index))))))))

    (define (append-char! buffer char)
      (let ((size (end buffer)))
        (if (= size (string-length (text buffer)))
            (let ((larger (make-string (* 2 size))))
              (string-copy! larger 0 (text buffer))
              (set-text! buffer larger)))
        (string-set! (text buffer) size char)
        (set-end! buffer (+ size 1))))

    ;; The character so far beyond the place, or #f.
    (define (parser-buffer-ref buffer offset)
      (check-buffer buffer 'parser-buffer-ref)
      (let ((index (+ (%parser-buffer-index buffer) offset)))
        (and (reaches? buffer index)
             (string-ref (text buffer) index))))

    (define (%parser-buffer-end buffer)
      (if (parser-buffer-port buffer)
          (reaches? buffer (+ (end buffer) 1)))
      (end buffer))

    (define (%parser-buffer-substring buffer start end) (substring (text buffer) start end))

    (define (advance! buffer count)
      (%set-parser-buffer-index! buffer (+ (%parser-buffer-index buffer) count)))

    (define (peek-parser-buffer-char buffer) (parser-buffer-ref buffer 0))

    (define (read-parser-buffer-char buffer)
      (let ((char (parser-buffer-ref buffer 0)))
        (if char (advance! buffer 1))
        char))

    ;;; Places

    (define-record-type parser-buffer-pointer
        (make-pointer index line)
        parser-buffer-pointer?
      (index parser-buffer-pointer-index)
      (line parser-buffer-pointer-line))

    (define (parser-buffer-line buffer)
      (check-buffer buffer 'parser-buffer-line)
      (let loop ((index 0) (line 0))
        (if (< index (%parser-buffer-index buffer))
            (loop (+ index 1)
                  (if (char=? (string-ref (text buffer) index) #\newline) (+ line 1) line))
            line)))

    (define (get-parser-buffer-pointer buffer)
      (make-pointer (%parser-buffer-index buffer) (parser-buffer-line buffer)))

    (define (set-parser-buffer-pointer! buffer pointer)
      (%set-parser-buffer-index! buffer (parser-buffer-pointer-index pointer)))

    (define (parser-buffer-position-string pointer)
      (let ((pointer (if (parser-buffer? pointer) (get-parser-buffer-pointer pointer) pointer)))
        (string-append "line " (number->string (+ (parser-buffer-pointer-line pointer) 1))
                       " (character " (number->string (+ (parser-buffer-pointer-index pointer) 1)) ")")))

    (define (parser-buffer-error pointer message . irritants)
      (apply error (string-append message " at " (parser-buffer-position-string pointer)) irritants))

    ;; What was read since the pointer.
    (define (get-parser-buffer-tail buffer pointer)
      (check-buffer buffer 'get-parser-buffer-tail)
      (substring (text buffer) (parser-buffer-pointer-index pointer) (%parser-buffer-index buffer)))

    (define (call-with-parser-buffer-tail buffer pointer receiver)
      (receiver (text buffer) (parser-buffer-pointer-index pointer) (%parser-buffer-index buffer)))

    ;; Places stay numbers from the beginning of the text, so the head stays.
    (define (discard-parser-buffer-head! buffer) (check-buffer buffer 'discard-parser-buffer-head!))

    ;;; Matching one thing

    (define ((char-matcher matches? count) buffer object)
      (let ((char (parser-buffer-ref buffer 0)))
        (and char
             (matches? char object)
             (begin (advance! buffer count) #t))))

    (define ((negation matches?) char object) (not (matches? char object)))
    (define (in-set? char set) (char-in-set? char (char-set set)))

    (define match-parser-buffer-char (char-matcher char=? 1))
    (define match-parser-buffer-char-ci (char-matcher char-ci=? 1))
    (define match-parser-buffer-char-no-advance (char-matcher char=? 0))
    (define match-parser-buffer-char-ci-no-advance (char-matcher char-ci=? 0))
    (define match-parser-buffer-not-char (char-matcher (negation char=?) 1))
    (define match-parser-buffer-not-char-ci (char-matcher (negation char-ci=?) 1))
    (define match-parser-buffer-not-char-no-advance (char-matcher (negation char=?) 0))
    (define match-parser-buffer-not-char-ci-no-advance (char-matcher (negation char-ci=?) 0))
    (define match-parser-buffer-char-in-set (char-matcher in-set? 1))
    (define match-parser-buffer-char-in-set-no-advance (char-matcher in-set? 0))
    (define match-parser-buffer-char-not-in-set (char-matcher (negation in-set?) 1))
    (define match-parser-buffer-char-not-in-set-no-advance (char-matcher (negation in-set?) 0))

    (define (match-text buffer string start stop same? advances?)
      (let ((place (%parser-buffer-index buffer)))
        (let loop ((index start))
          (cond ((= index stop)
                 (if advances? (%set-parser-buffer-index! buffer (+ place (- stop start))))
                 #t)
                ((and (reaches? buffer (+ place (- index start)))
                      (same? (string-ref (text buffer) (+ place (- index start))) (string-ref string index)))
                 (loop (+ index 1)))
                (else #f)))))

    (define ((string-matcher same? advances?) buffer string)
      (match-text buffer string 0 (string-length string) same? advances?))

    (define ((substring-matcher same? advances?) buffer string start end)
      (match-text buffer string start end same? advances?))

    (define match-parser-buffer-string (string-matcher char=? #t))
    (define match-parser-buffer-string-ci (string-matcher char-ci=? #t))
    (define match-parser-buffer-string-no-advance (string-matcher char=? #f))
    (define match-parser-buffer-string-ci-no-advance (string-matcher char-ci=? #f))
    (define match-parser-buffer-substring (substring-matcher char=? #t))
    (define match-parser-buffer-substring-ci (substring-matcher char-ci=? #t))
    (define match-parser-buffer-substring-no-advance (substring-matcher char=? #f))
    (define match-parser-buffer-substring-ci-no-advance (substring-matcher char-ci=? #f))

    ;;; A whole text: what the matcher or parser says, or #f if it leaves something.

    (define (*match-string matcher string #!optional start end)
      (let ((buffer (string->parser-buffer string start end)))
        (let ((result (matcher buffer)))
          (and result
               (not (peek-parser-buffer-char buffer))
               result))))

    (define *parse-string *match-string)
    (define (*match-symbol matcher symbol) (*match-string matcher (symbol->string symbol)))
    (define *parse-symbol *match-symbol)))
