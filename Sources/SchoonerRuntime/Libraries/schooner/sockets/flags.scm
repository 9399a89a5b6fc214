;;;; Constants, the names for them, and sets of flags.

(define *af-unspec* 0)
(define *af-inet* 2)
(cond-expand
  (darwin (define *af-inet6* 30))
  (else (define *af-inet6* 10)))

(define *sock-stream* 1)
(define *sock-dgram* 2)

(cond-expand
  (darwin
   (define *ai-canonname* #x2)
   (define *ai-numerichost* #x4)
   (define *ai-v4mapped* #x800)
   (define *ai-all* #x100)
   (define *ai-addrconfig* #x400))
  (else
   (define *ai-canonname* #x2)
   (define *ai-numerichost* #x4)
   (define *ai-v4mapped* #x8)
   (define *ai-all* #x10)
   (define *ai-addrconfig* #x20)))

(define *ipproto-ip* 0)
(define *ipproto-tcp* 6)
(define *ipproto-udp* 17)

(define *msg-none* 0)
(define *msg-oob* #x1)
(define *msg-peek* #x2)
(cond-expand
  (darwin (define *msg-waitall* #x40))
  (else (define *msg-waitall* #x100)))

;; Unlike the system's numbers for these, sets of flags.
(define *shut-rd* 1)
(define *shut-wr* 2)
(define *shut-rdwr* 3)

(define (socket-merge-flags . flags)
  (apply bitwise-ior flags))

(define (socket-purge-flags base . flags)
  (bitwise-and base (bitwise-not (apply bitwise-ior flags))))

(define (flag-set? flags flag)
  (not (= 0 (bitwise-and flags flag))))

;;; The names are taken as symbols, so that a program may use them for something else.

(define-syntax address-family
  (syntax-rules ()
    ((_ name) (flag-of 'name 'address-family families))))

(define-syntax address-info
  (syntax-rules ()
    ((_ name ...) (flags-of '(name ...) 'address-info address-infos))))

(define-syntax socket-domain
  (syntax-rules ()
    ((_ name) (flag-of 'name 'socket-domain domains))))

(define-syntax ip-protocol
  (syntax-rules ()
    ((_ name) (flag-of 'name 'ip-protocol protocols))))

(define-syntax message-type
  (syntax-rules ()
    ((_ name ...) (flags-of '(name ...) 'message-type message-types))))

(define-syntax shutdown-method
  (syntax-rules ()
    ((_ name ...) (flags-of '(name ...) 'shutdown-method shutdown-methods))))

(define families
  `((inet . ,*af-inet*) (inet6 . ,*af-inet6*) (unspec . ,*af-unspec*)))

(define address-infos
  `((canonname . ,*ai-canonname*) (canoname . ,*ai-canonname*) (numerichost . ,*ai-numerichost*)
    (v4mapped . ,*ai-v4mapped*) (all . ,*ai-all*) (addrconfig . ,*ai-addrconfig*)))

(define domains
  `((stream . ,*sock-stream*) (datagram . ,*sock-dgram*)))

(define protocols
  `((ip . ,*ipproto-ip*) (tcp . ,*ipproto-tcp*) (udp . ,*ipproto-udp*)))

(define message-types
  `((none . ,*msg-none*) (peek . ,*msg-peek*) (oob . ,*msg-oob*) (wait-all . ,*msg-waitall*)))

(define shutdown-methods
  `((read . ,*shut-rd*) (write . ,*shut-wr*)))

(define (flag-of name keyword table)
  (let ((entry (assq name table)))
    (if entry
        (cdr entry)
        (error:bad-range-argument name 0 keyword))))

(define (flags-of names keyword table)
  (let loop ((rest names) (flags 0))
    (if (null? rest)
        flags
        (loop (cdr rest)
              (bitwise-ior flags (flag-of (car rest) keyword table))))))
