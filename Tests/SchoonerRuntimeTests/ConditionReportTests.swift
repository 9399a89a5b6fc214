import SchoonerLibrary
import SchoonerRuntime
import Testing

@Suite struct ConditionReportTests {
    let scheme = Interpreter(heapLimit: 256 << 20, sources: .embedded.withoutImage)

    func report(_ signal: Signal) -> String {
        guard case .raise(let condition) = signal else { return "\(signal)" }
        return scheme.reportString(condition)
    }

    @Test func argumentErrors() {
        #expect(
            report(scheme.wrongType(Value(fixnum: 5), 0, "car"))
                == "The object 5, passed as the first argument to car, is not the correct type.")
        #expect(
            report(scheme.badRange(Value(fixnum: 9), 1, "vector-ref"))
                == "The object 9, passed as the second argument to vector-ref, is not in the correct range.")
        #expect(
            report(scheme.badRange(scheme.heap.string("x"), nil, "f"))
                == "The object \"x\", passed as an argument to f, is not in the correct range.")
        let bare = scheme.condition(.wrongTypeArgument, .one, .false, .false)
        #expect(scheme.reportString(bare) == "The object 1 is not the correct type.")
    }

    @Test func simpleErrors() {
        let heap = scheme.heap
        #expect(
            report(scheme.simpleError("foo:", heap.intern("a"), heap.string("b"), heap.list(.one, heap.string("c"))))
                == "foo: a \"b\" (1 \"c\")")
        let condition = scheme.condition(.simpleError, heap.intern("foo"), heap.list(heap.string("b")))
        #expect(scheme.reportString(condition) == " foo \"b\"")
        #expect(report(scheme.divideByZero("/", [])) == "Division by zero signalled by /.")
    }

    @Test func variablesAndProcedures() {
        let heap = scheme.heap
        #expect(
            scheme.reportString(scheme.condition(.unboundVariable, .false, heap.intern("x"))) == "Unbound variable: x")
        #expect(
            scheme.reportString(scheme.condition(.inapplicableObject, heap.string("p"), .null))
                == "The object \"p\" is not applicable.")
        let parameter = heap.object(.parameter, .false, .false, .false)
        let operands = heap.list(.one, .one)
        #expect(
            scheme.reportString(scheme.condition(.wrongNumberOfArguments, parameter, operands))
                == "The procedure #[compiled-procedure 12 (\"parameter\" #x10) #xbc parameter] has been called with "
                + "2 arguments; it requires between 0 and 1 arguments.")
    }

    @Test func filesAndSystemCalls() {
        let heap = scheme.heap
        let file = scheme.condition(
            .fileOperationError, heap.string("/nonexistent"), heap.string("open"), heap.string("file"),
            heap.string("no such file or directory"), .false, .null)
        #expect(scheme.reportString(file) == "Unable to open file \"/nonexistent\" because: No such file or directory.")
        let call = scheme.condition(
            .systemCallError, heap.intern("bind-tcp-server-socket"), .null, heap.intern("bind"),
            heap.intern("address-in-use"))
        let text =
            "The primitive bind-tcp-server-socket, while executing the bind system call, received the error: "
            + "Address already in use."
        #expect(scheme.reportString(call) == text)
        let derived = scheme.condition(.derivedPortError, heap.intern("p"), call)
        #expect(
            scheme.reportString(derived) == "The port p signalled an error #[condition 12 \"system-call-error\"]:\n"
                + text)
    }

    @Test func standardTaxonomy() {
        for type in StandardCondition.allCases {
            let generalizations = scheme.conditionType(type)[slot: ConditionTypeLayout.generalizations]
            #expect(generalizations.car == scheme.conditionType(type))
            #expect(generalizations.properListLength != nil)
        }
    }
}
