import Foundation
import SchoonerLibrary
import SchoonerReactor
import SchoonerRuntime
import Testing

/// The corpus: programs with the output that the oracle gives for them. `Utilities/run-programs` runs the same programs
/// through the command.
@Suite struct ProgramsTests {
    @Test(arguments: TestProgram.all)
    func printsWhatIsExpected(_ program: TestProgram) throws {
        #expect(try program.run(stressed: false) == program.expectedOutput())
    }

    @Test(.enabled(if: TestProgram.runsUnderStress), arguments: TestProgram.all.filter { !$0.isSlow })
    func printsTheSameUnderStress(_ program: TestProgram) throws {
        #expect(try program.run(stressed: true) == program.expectedOutput())
    }
}

/// One program of the corpus.
struct TestProgram: Sendable, CustomTestStringConvertible {
    /// Folder and name, without the extension.
    let name: String

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../SchoonerTests/Programs").standardizedFileURL

    static let all: [TestProgram] = {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        // What stands in a `support` folder is included or imported by programs.
        let programs = paths.filter { $0.hasSuffix(".scm") && !$0.contains("support/") }
        return programs.sorted().map { TestProgram(name: String($0.dropLast(4))) }
    }()

    private static let slowNames: Set<String> = {
        let list = (try? String(contentsOf: folder.appending(path: "slow.txt"), encoding: .utf8)) ?? ""
        return Set(list.split(separator: "\n").map(String.init))
    }()

    static var runsUnderStress: Bool { ProcessInfo.processInfo.environment["SCHOONER_STRESS"] == "1" }

    var testDescription: String { name }

    /// Whether `slow.txt` lists it: it shows size or speed, and takes too long where every safepoint collects.
    var isSlow: Bool { TestProgram.slowNames.contains(name) }

    func expectedOutput() throws -> String {
        try String(contentsOf: TestProgram.folder.appending(path: name + ".out"), encoding: .utf8)
    }

    /// What the program prints in an interpreter of its own; how it ended follows when it did not just end.
    func run(stressed: Bool) throws -> String {
        let scheme = Interpreter(stressed: stressed, sources: .embedded)
        let console = ConsoleRecorder(reactor: scheme.reactor)
        scheme.ports.consoleDevice = console
        scheme.ports.errorDevice = ConsoleRecorder(reactor: scheme.reactor)
        scheme.boot()
        let file = TestProgram.folder.appending(path: name + ".scm").path
        let outcome = scheme.scheduler.runMain(scheme.libraryProcedure("load"), [scheme.heap.string(file)])
        scheme.scheduler.finishOutput()
        switch outcome {
        case .finished: return console.text
        case .exit(0): return console.text
        case .exit(let code): return console.text + "exit code \(code)\n"
        case .failed(let object):
            let report = object.isType(.condition) ? scheme.reportString(object) : scheme.written(object)
            return console.text + "error: \(report)\n"
        default: return console.text + "ended: \(outcome)\n"
        }
    }
}
