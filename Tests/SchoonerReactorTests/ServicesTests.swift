import SchoonerReactor
import Testing

@Suite struct ServicesTests {
    @Test func theTableIsReadAsTheMachineReadsIt() {
        let services = Services(
            table: """
                # a comment
                mine\t\t4242/tcp\tours  other # trailing words 1/tcp
                mine 4343/tcp
                mine 4444/udp
                http 8/tcp
                broken line
                huge 70000/tcp
                odd/tcp 5
                """)
        #expect(services.port(of: "mine") == 4242)
        #expect(services.port(of: "ours") == 4242)
        #expect(services.port(of: "other") == 4242)
        #expect(services.port(of: "trailing") == nil)
        #expect(services.port(of: "mine", protocolName: "udp") == 4444)
        #expect(services.port(of: "http") == 8)
        #expect(services.port(of: "broken") == nil)
        #expect(services.port(of: "huge") == nil)
        #expect(services.port(of: "MINE") == nil)
    }

    @Test(
        arguments: [
            ("www", 80), ("http", 80), ("https", 443), ("telnet", 23), ("ftp", 21), ("smtp", 25), ("ssh", 22),
            ("echo", 7),
            ("domain", 53), ("pop3", 110), ("nntp", 119), ("ntp", 123), ("irc", 194), ("time", 37), ("daytime", 13),
            ("discard", 9), ("chargen", 19), ("finger", 79), ("imap", 143),
        ] as [(String, UInt16)])
    func wellKnownNamesNeedNoTable(name: String, port: UInt16) {
        #expect(Services(table: "").port(of: name) == port)
    }

    @Test func unknownNamesAndNumbersAreNotServices() {
        for name in ["nosuchservice", "8080", "", " "] { #expect(Services.system.port(of: name) == nil) }
        #expect(Services.system.port(of: "telnet") == 23)
    }
}
