;;;; The sockets of SRFI 106, and what it leaves out: the addresses of a socket's two ends.

(define-library (schooner sockets)
  (export make-client-socket make-server-socket socket?
          socket-accept socket-send socket-recv socket-shutdown socket-close
          socket-input-port socket-output-port call-with-socket
          socket-local-port socket-local-address socket-peer-port socket-peer-address
          address-family address-info socket-domain ip-protocol message-type shutdown-method
          socket-merge-flags socket-purge-flags
          *af-unspec* *af-inet* *af-inet6*
          *sock-stream* *sock-dgram*
          *ai-canonname* *ai-numerichost* *ai-v4mapped* *ai-all* *ai-addrconfig*
          *ipproto-ip* *ipproto-tcp* *ipproto-udp*
          *msg-peek* *msg-oob* *msg-waitall*
          *shut-rd* *shut-wr* *shut-rdwr*)
  (import (scheme base) (scheme case-lambda)
          (only (mit legacy runtime)
                open-binary-tcp-stream-socket open-tcp-server-socket close-tcp-server-socket
                tcp-server-binary-connection-accept
                tcp-socket-local-address tcp-socket-peer-address
                %connection-input-port %connection-output-port %receive-bytes
                weak-cons weak-car weak-pair/car?
                bitwise-and bitwise-ior bitwise-not
                error:wrong-type-argument error:bad-range-argument))
  (include "sockets/flags.scm" "sockets/opening.scm" "sockets/transfer.scm"))
