/// Services that everyone expects, for machines whose own table lacks them (ports as registered with IANA).
let wellKnownServices: [String: UInt16] = [
    "tcpmux": 1, "echo": 7, "discard": 9, "sink": 9, "systat": 11, "daytime": 13, "netstat": 15, "qotd": 17,
    "quote": 17, "chargen": 19, "ftp-data": 20, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "mail": 25,
    "time": 37, "whois": 43, "nicname": 43, "tacacs": 49, "domain": 53, "gopher": 70, "finger": 79, "http": 80,
    "www": 80, "kerberos": 88, "pop2": 109, "pop3": 110, "sunrpc": 111, "auth": 113, "ident": 113, "nntp": 119,
    "ntp": 123, "imap": 143, "imap2": 143, "snmp": 161, "bgp": 179, "irc": 194, "ldap": 389, "https": 443,
    "submissions": 465, "exec": 512, "login": 513, "shell": 514, "printer": 515, "uucp": 540, "rtsp": 554,
    "nntps": 563, "submission": 587, "ipp": 631, "ldaps": 636, "rsync": 873, "ftps-data": 989, "ftps": 990,
    "telnets": 992, "imaps": 993, "ircs": 994, "pop3s": 995, "socks": 1080, "mqtt": 1883, "nfs": 2049, "git": 9418,
    "mysql": 3306, "postgresql": 5432, "xmpp-client": 5222, "xmpp-server": 5269, "amqp": 5672, "x11": 6000,
    "redis": 6379, "ircd": 6667, "http-alt": 8080, "webcache": 8080, "memcached": 11211,
]
