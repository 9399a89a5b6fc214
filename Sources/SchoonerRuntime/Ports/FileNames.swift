#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// File names as programs give them: strings, or the pathname objects of the library (MIT reference manual 15.1), whose
/// record type makes itself known here. Relative names count from the working directory of the dynamic environment.
package struct FileNames {
    /// A parameter whose value is a directory's name that ends with a slash, or #f for the process's own.
    fileprivate let workingDirectory: UnsafeMutablePointer<Value>
    /// The record type of pathnames, or #f while they have not been loaded. The last field is the namestring.
    fileprivate let pathnameType: UnsafeMutablePointer<Value>

    init(_ heap: Heap) {
        workingDirectory = heap.makeStandingRoot(
            heap.object(.parameter, heap.intern("%working-directory"), .false, .false, .false))
        pathnameType = heap.makeStandingRoot(.false)
    }
}

extension Interpreter {
    /// Makes the parameter that holds the working directory; called once, at boot.
    func makeFileNames() {
        let names = FileNames(heap)
        fileNames = names
        heap.define(systemEnvironment, "%working-directory", names.workingDirectory.pointee)
    }

    /// The text of a file name: that of a string, or of a pathname.
    ///
    /// - Throws: a wrong-type error naming the procedure.
    func fileNameText(_ value: Value, _ procedure: String) throws(Signal) -> String {
        if value.isString { return value.swiftString }
        if let type = fileNames?.pathnameType.pointee, type.isTrue, value.isRecord(of: type) {
            let name = value[slot: value.length - 1]
            if name.isString { return name.swiftString }
        }
        throw wrongType(value, nil, procedure)
    }

    /// The path that a file name stands for, as the kernel takes it.
    ///
    /// - Throws: a wrong-type error naming the procedure, a bad-range error for a name with a null character.
    package func filePath(_ value: Value, _ procedure: String = "merge-pathnames") throws(Signal) -> String {
        let text = try fileNameText(value, procedure)
        guard !text.unicodeScalars.contains("\0") else { throw badRange(value, nil, procedure) }
        return inWorkingDirectory(expandHome(text))
    }

    /// A file name as conditions show it: a string, and absolute.
    func namestring(_ name: Value) -> Value {
        guard let path = try? filePath(name) else { return name }
        guard !path.hasPrefix("/"), let directory = getcwd(nil, 0) else { return heap.string(path) }
        defer { free(directory) }
        return heap.string(String(cString: directory) + "/" + path)
    }

    /// A relative path with the working directory of the dynamic environment before it.
    func inWorkingDirectory(_ path: String) -> String {
        guard !path.hasPrefix("/"), let names = fileNames else { return path }
        let directory = machine.parameterValue(names.workingDirectory.pointee)
        guard directory.isTrue, let text = try? fileNameText(directory, "merge-pathnames") else { return path }
        return text + path
    }
}

/// What the library's pathnames need of the runtime.
enum FileNamePrimitives {
    static let table: [Primitive] = [
        Primitive("%set-pathname-type!", 1, "Says which records are pathnames.", setPathnameType),
        Primitive("%set-working-directory!", 1, "Changes the working directory where it was bound last.") {
            (scheme, arguments) throws(Signal) -> Value in
            if let names = scheme.fileNames {
                scheme.machine.setParameter(names.workingDirectory.pointee, arguments[0])
            }
            return .unspecific
        },
        Primitive("%process-directory", 0, "The name of the process's working directory.", processDirectory),
    ]

    static func setPathnameType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isType(.recordType) else { throw scheme.wrongType(arguments[0], 0, "%set-pathname-type!") }
        scheme.fileNames?.pathnameType.pointee = arguments[0]
        return .unspecific
    }

    static func processDirectory(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard let path = getcwd(nil, 0) else { throw scheme.fileError(.false, "find", "directory", errno, "pwd") }
        defer { free(path) }
        return scheme.heap.string(String(cString: path))
    }
}
