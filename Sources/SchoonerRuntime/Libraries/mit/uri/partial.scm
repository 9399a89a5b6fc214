;;; The beginning of a URI, as someone types it: the parts so far, undecoded, and what is being typed.

(define-record-type <partial-uri>
  (make-partial-uri state-name scheme authority path query fragment extra)
  partial-uri?
  (state-name partial-uri-state-name)
  (scheme partial-uri-scheme)
  (authority partial-uri-authority)
  (path partial-uri-path)
  (query partial-uri-query)
  (fragment partial-uri-fragment)
  (extra partial-uri-extra))

(define-print-method partial-uri?
  (lambda (partial port)
    (write-string "#[partial-uri " port)
    (write (hash-object partial) port)
    (write-char #\space port)
    (write-partial-uri partial port)
    (write-char #\] port)))

(define (partial-uri->string partial)
  (guarantee partial-uri? partial 'partial-uri->string)
  (define (part before text) (if text (string-append before text) ""))
  (string-append
   (if (partial-uri-scheme partial) (string-append (partial-uri-scheme partial) ":") "")
   (part "//" (partial-uri-authority partial))
   (part "" (partial-uri-path partial))
   (part "?" (partial-uri-query partial))
   (part "#" (partial-uri-fragment partial))
   (partial-uri-extra partial)))

(define (write-partial-uri partial port)
  (write-string (partial-uri->string partial) port))

;; Two values: the partial URI of the longest beginning that can become a URI, and whether the string goes on after it.
(define (string->partial-uri string #!optional start end)
  (longest-partial (part-of string start end 'string->partial-uri) #f))

(define (string->partial-absolute-uri string #!optional start end)
  (longest-partial (part-of string start end 'string->partial-absolute-uri) #t))

(define (longest-partial text absolute?)
  (let ((colon (string-search-forward ":" text 0)))
    (if (and colon (scheme-text? (string-head text colon)))
        (after-scheme text (string-head text colon) (+ colon 1))
        (let ((end (beginning-in text 0 char-set:uri-scheme)))
          (cond ((string-null? text) (values (make-partial-uri 'start #f #f #f #f #f "") #f))
                ((scheme-text? text)
                 (values (make-partial-uri 'scheme #f #f #f #f #f text) #f))
                ((not absolute?) (after-scheme text #f 0))
                ((scheme-text? (string-head text end))
                 (values (make-partial-uri 'scheme #f #f #f #f #f (string-head text end)) #t))
                (else (values (make-partial-uri 'start #f #f #f #f #f "") #t)))))))

;; Where the characters of a set, from a place on, end. Half an escape ends them.
(define (beginning-in text start set)
  (let loop ((index start))
    (cond ((= index (string-length text)) index)
          ((char-set-contains? set (string-ref text index)) (loop (+ index 1)))
          ((and (char=? (string-ref text index) #\%) (escape-at text index)) (loop (+ index 3)))
          (else index))))

(define char-set:authority
  (char-set-union char-set:uri-userinfo (string->char-set "@[]")))

(define (after-scheme text scheme start)
  (let ((size (string-length text)))
    (define (done state authority path query fragment extra end)
      (values (make-partial-uri state scheme authority path query fragment extra) (< end size)))
    (define (path-from index authority)
      (let* ((end (beginning-in text index char-set:path))
             (path (substring text index end)))
        (cond ((next-is? end #\?) (query-from (+ end 1) authority path))
              ((next-is? end #\#) (fragment-from (+ end 1) authority path #f))
              (else (done 'path authority path #f #f "" end)))))
    (define (query-from index authority path)
      (let* ((end (beginning-in text index char-set:uri-query))
             (query (substring text index end)))
        (if (next-is? end #\#)
            (fragment-from (+ end 1) authority path query)
            (done 'query authority path query #f "" end))))
    (define (fragment-from index authority path query)
      (let ((end (beginning-in text index char-set:uri-fragment)))
        (done 'fragment authority path query (substring text index end) "" end)))
    (define (next-is? index char)
      (and (< index size) (char=? (string-ref text index) char)))
    (cond ((= start size) (done 'hier-part #f #f #f #f "" size))
          ((not (next-is? start #\/)) (path-from start #f))
          ((= (+ start 1) size) (done 'hier-part #f #f #f #f "/" size))
          ((not (next-is? (+ start 1) #\/)) (path-from start #f))
          (else
           (let* ((end (beginning-in text (+ start 2) char-set:authority))
                  (authority (substring text (+ start 2) end)))
             (if (or (next-is? end #\/) (next-is? end #\?) (next-is? end #\#))
                 (path-from end authority)
                 (done 'authority authority #f #f #f "" end)))))))
