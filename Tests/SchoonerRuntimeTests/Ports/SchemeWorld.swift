import SchoonerLibrary
import SchoonerReactor
import SchoonerRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An interpreter that runs whole programs.
final class SchemeWorld {
    let scheme: Interpreter
    let isStressed: Bool

    init(_ reactor: Reactor? = nil) {
        // As in the corpus: SCHOONER_STRESS=1 collects at every safepoint and poisons what was freed.
        isStressed = getenv("SCHOONER_STRESS").map { String(cString: $0) == "1" } ?? false
        scheme = Interpreter(stressed: isStressed, reactor: reactor, sources: .embedded)
        scheme.boot()
        run(
            """
            (define (failure thunk)
              (call-with-current-continuation
                (lambda (return) (with-exception-handler return (lambda () (thunk) #f)))))
            (define (report thunk)
              (let ((condition (failure thunk)))
                (if (condition? condition) (condition/report-string condition) "no error")))
            ;; A list of the values, evaluated from left to right.
            (define-syntax in-order
              (syntax-rules ()
                ((_) (quote ()))
                ((_ first rest ...) (let ((value first)) (cons value (in-order rest ...))))))
            (define output (open-output-string))
            (define (read-line-after-flush client port) (flush-output client) (read-line port))
            """)
    }

    /// Evaluates the forms of a program; the printed form of the last one's value, or how it failed.
    @discardableResult
    func run(_ program: String) -> String {
        let reader = Reader(scheme, text: program)
        let eval = scheme.libraryProcedure("eval")
        var result = Value.unspecific
        while true {
            guard let datum = try? reader.read() else { return "not a datum" }
            if datum.isEOF { return scheme.written(result) }
            switch scheme.scheduler.runMain(eval, [datum]) {
            case .finished(let value): result = value
            case .failed(let object):
                return object.isType(.condition) ? scheme.reportString(object) : scheme.written(object)
            case let other: return "\(other)"
            }
        }
    }
}

/// A path for a file of this test alone.
func temporaryPath(_ name: String) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    return "\(folder)/schooner-\(name)-\(getpid())-\(UInt32.random(in: 0 ... .max))"
}

extension String {
    /// The text with every hash number (`#[channel 12]`) as N.
    var withoutHashNumbers: String {
        var text = ""
        var isNumber = false
        var opened = false
        for (index, character) in zip(indices, self) {
            if character == "[" && text.last == "#" { opened = true }
            if isNumber && character.isNumber { continue }
            isNumber = false
            text.append(character)
            let next = self.index(after: index)
            if opened, character == " ", next < endIndex, self[next].isNumber {
                text.append("N")
                isNumber = true
                opened = false
            }
        }
        return text
    }
}

extension String {
    /// The text as a string literal of Scheme.
    var schemeLiteral: String {
        "\"" + map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    }
}
