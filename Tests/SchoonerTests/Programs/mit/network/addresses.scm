(write-line (host-address-loopback))
(write-line (host-address-any))
(write-line (bytevector? (allocate-host-address)))
(write-line (bytevector-length (allocate-host-address)))
