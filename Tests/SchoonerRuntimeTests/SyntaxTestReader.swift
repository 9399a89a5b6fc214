import SchoonerLibrary
import SchoonerRuntime

/// Reads just the notation that the expander's tests need.
struct SyntaxTestReader {
    private let heap: Heap
    private var characters: [Character]
    private var index = 0

    init(_ heap: Heap, _ text: String) {
        self.heap = heap
        characters = Array(text)
    }

    /// Every datum of the text.
    mutating func readAll() -> [Value] {
        var data: [Value] = []
        skipBlanks()
        while index < characters.count {
            data.append(read())
            skipBlanks()
        }
        return data
    }

    private mutating func skipBlanks() {
        while index < characters.count, characters[index].isWhitespace { index += 1 }
    }

    private mutating func read() -> Value {
        skipBlanks()
        let start = characters[index]
        index += 1
        switch start {
        case "(": return readList()
        case "'": return heap.list(heap.intern("quote"), read())
        case "`": return heap.list(heap.intern("quasiquote"), read())
        case ",":
            if characters[index] == "@" {
                index += 1
                return heap.list(heap.intern("unquote-splicing"), read())
            }
            return heap.list(heap.intern("unquote"), read())
        case "\"":
            var text = ""
            while characters[index] != "\"" {
                text.append(characters[index])
                index += 1
            }
            index += 1
            return heap.string(text)
        case "#" where characters[index] == "(":
            index += 1
            return heap.vector(readList().listElements().elements)
        default:
            var text = String(start)
            while index < characters.count, !characters[index].isWhitespace, !"()".contains(characters[index]) {
                text.append(characters[index])
                index += 1
            }
            switch text {
            case "#t": return .true
            case "#f": return .false
            case "#!optional": return .optionalMarker
            case "#!rest": return .restMarker
            case "#!default": return .default
            default: return Int(text).map { Value(fixnum: $0) } ?? heap.intern(text)
            }
        }
    }

    private mutating func readList() -> Value {
        var elements: [Value] = []
        var tail = Value.null
        while true {
            skipBlanks()
            if characters[index] == ")" { break }
            if characters[index] == ".", index + 1 < characters.count, characters[index + 1].isWhitespace {
                index += 1
                tail = read()
                continue
            }
            elements.append(read())
        }
        index += 1
        return heap.list(elements, tail: tail)
    }
}

/// An interpreter with the special forms, and what its expander makes of texts.
struct SyntaxBench {
    let scheme: Interpreter

    init() {
        scheme = Interpreter(heapLimit: 256 << 20, sources: .embedded.withoutImage)
        scheme.installSpecialForms()
        // The library names that tests rely on being bound.
        for name in ["car", "cdr", "list", "cons", "+", "display", "eq?"] {
            scheme.heap.define(scheme.systemEnvironment, name, .true)
        }
    }

    /// Expands each form of the text; gives the rendering of the last.
    func expand(_ text: String) throws -> String {
        var reader = SyntaxTestReader(scheme.heap, text)
        var result = ""
        for datum in reader.readAll() {
            let expander = Expander(interpreter: scheme, environment: scheme.userEnvironment)
            do {
                result = try expander.expand(datum).rendering
            } catch {
                return report(error)
            }
        }
        return result
    }

    private func report(_ signal: Signal) -> String {
        guard case .raise(let object) = signal, object.isType(.condition) else { return "aborted" }
        let fields = object[slot: ConditionLayout.fields]
        let irritants = fields[slot: 1].listElements().elements.map { Core.constant($0).rendering }
        return fields[slot: 0].swiftString + " " + irritants.joined(separator: " ")
    }
}
