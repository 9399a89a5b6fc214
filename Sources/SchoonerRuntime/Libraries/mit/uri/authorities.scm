;;; The authority of a URI: who answers for its names. RFC 3986, 3.2.

(define-record-type <uri-authority>
  (%make-uri-authority userinfo host port)
  uri-authority?
  (userinfo uri-authority-userinfo)
  (host uri-authority-host)
  (port uri-authority-port))

(define-print-method uri-authority?
  (standard-print-method 'uri-authority
    (lambda (authority) (list (string-append "//" (authority->string authority))))))

(define (make-uri-authority userinfo host port)
  (if userinfo (guarantee string? userinfo 'make-uri-authority))
  (guarantee uri-host? host 'make-uri-authority)
  (if port (guarantee uri-port? port 'make-uri-authority))
  (%make-uri-authority userinfo host port))

(define (uri-host? object) (string? object))
(define (uri-port? object) (exact-nonnegative-integer? object))

(define (uri-authority=? first second)
  (guarantee uri-authority? first 'uri-authority=?)
  (guarantee uri-authority? second 'uri-authority=?)
  (string=? (authority->string first) (authority->string second)))

(define (authority->string authority)
  (let ((userinfo (uri-authority-userinfo authority))
        (host (uri-authority-host authority))
        (port (uri-authority-port authority)))
    (string-append
     (if userinfo (string-append (encode-text userinfo char-set:uri-userinfo) "@") "")
     (if (ip-literal? host) host (encode-text host char-set:uri-reg-name))
     (if port (string-append ":" (number->string port)) ""))))

(define (write-uri-authority authority port)
  (guarantee uri-authority? authority 'write-uri-authority)
  (write-string "//" port)
  (write-string (authority->string authority) port))

;;; Parsing. What is not of the form gives #f.

(define char-set:hexadecimal-or-dot
  (char-set-union char-set:uri-hex (string->char-set ":.")))

;; An address in brackets: of IPv6, or of what comes later.
(define (ip-literal? host)
  (let ((end (string-length host)))
    (and (> end 3)
         (char=? (string-ref host 0) #\[)
         (char=? (string-ref host (- end 1)) #\])
         (let ((address (substring host 1 (- end 1))))
           (if (char-ci=? (string-ref address 0) #\v)
               (future-address? address)
               (ipv6-address? address))))))

(define (every-in? set string)
  (string-every (lambda (char) (char-set-contains? set char)) string))

(define (future-address? address)
  (let ((dot (string-index address #\.)))
    (and dot
         (> dot 1)
         (< (+ dot 1) (string-length address))
         (every-in? char-set:uri-hex (substring address 1 dot))
         (every-in? char-set:uri-ipvfuture (string-tail address (+ dot 1))))))

(define (ipv6-address? address)
  (and (every-in? char-set:hexadecimal-or-dot address)
       (let ((gap (string-search-forward "::" address 0)))
         (if gap
             (let ((before (count-groups (substring address 0 gap) #f))
                   (after (count-groups (string-tail address (+ gap 2)) #t)))
               (and before after (< (+ before after) 8)))
             (eqv? (count-groups address #t) 8)))))

;; How many groups of 16 bits a part of an IPv6 address has, or #f. The last may be an IPv4 address, of two groups.
(define (count-groups part last?)
  (if (string-null? part)
      0
      (let loop ((groups (split part #\:)) (count 0))
        (cond ((null? groups) count)
              ((and (<= 1 (string-length (car groups)) 4) (not (string-index (car groups) #\.)))
               (loop (cdr groups) (+ count 1)))
              ((and last? (null? (cdr groups)) (ipv4-address? (car groups))) (+ count 2))
              (else #f)))))

(define (ipv4-address? text)
  (let ((numbers (split text #\.)))
    (and (= (length numbers) 4)
         (every (lambda (digits)
                  (and (<= 1 (string-length digits) 3)
                       (every-in? char-set:uri-digit digits)
                       (<= (string->number digits 10) 255)))
                numbers))))

;; The parts of a string between the occurrences of a character.
(define (split string delimiter)
  (let loop ((index (- (string-length string) 1)) (end (string-length string)) (parts '()))
    (cond ((< index 0) (cons (substring string 0 end) parts))
          ((char=? (string-ref string index) delimiter)
           (loop (- index 1) index (cons (substring string (+ index 1) end) parts)))
          (else (loop (- index 1) end parts)))))

(define (%string->authority text)
  (let* ((at (string-rindex text #\@))
         (userinfo (and at (substring text 0 at)))
         (rest (if at (string-tail text (+ at 1)) text))
         (bracket (string-rindex rest #\]))
         (colon (string-rindex rest #\:))
         (colon (and colon (> colon (or bracket -1)) colon))
         (host (if colon (substring rest 0 colon) rest))
         (digits (and colon (string-tail rest (+ colon 1)))))
    (and (or (not userinfo) (escaped-text? userinfo char-set:uri-userinfo))
         (or (ip-literal? host) (escaped-text? host char-set:uri-reg-name))
         (or (not digits)
             (and (<= 1 (string-length digits) 12) (every-in? char-set:uri-digit digits)))
         (%make-uri-authority (and userinfo (decode-text userinfo))
                              (string-downcase (if (ip-literal? host) host (decode-text host)))
                              (and digits (string->number digits 10))))))
