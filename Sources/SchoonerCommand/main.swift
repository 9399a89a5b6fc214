import SchoonerRuntime
#if canImport(Glibc)
import Glibc
#endif
let scheme = Interpreter()
scheme.boot()
let outcome = scheme.scheduler.runMain(scheme.libraryProcedure("load"), [scheme.heap.string(CommandLine.arguments[1])])
scheme.scheduler.finishOutput()
switch outcome {
case .failed(let object):
    print(object.isType(.condition) ? scheme.reportString(object) : scheme.written(object))
    for e in scheme.backtrace(of: object) { print(e) }
    exit(14)
case .exit(let code): exit(code)
case .finished: break
default: print(outcome)
}
