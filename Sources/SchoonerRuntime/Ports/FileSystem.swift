#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Directories, links and what is known of a file: MIT reference manual 15.3, 15.4. The library's `(mit files)` makes MIT's
/// procedures of these.
enum FileSystemPrimitives {
    static let table: [Primitive] = [
        Primitive("%file-status", 2, "What stat (or lstat, when the second argument is #f) tells, or #f.", status),
        Primitive(
            "%file-access?", 2, "Whether the process has access: 4 read, 2 write, 1 execute, 0 existence.", access),
        Primitive("%directory-names", 1, "The names in a directory, . and .. too.", directoryNames),
        Primitive("rename-file", 2, "Gives a file another name. MIT 15.3", rename),
        Primitive("hard-link-file", 2, "Gives a file one more name. MIT 15.3", hardLink),
        Primitive("soft-link-file", 2, "Makes a name that refers to another. MIT 15.3", softLink),
        Primitive("make-directory", 1, "Makes a directory. MIT 15.4", makeDirectory),
        Primitive("delete-directory", 1, "Deletes an empty directory. MIT 15.4", deleteDirectory),
        Primitive("set-file-modes!", 2, "Changes who may do what with a file. MIT 15.3", setModes),
        Primitive(
            "%set-file-times!", 3, "Sets a file's access and modification time, in seconds since 1970.", setTimes),
        Primitive(
            "file-touch", 1, "Makes the file, or its modification time now; whether it was made. MIT 15.3", touch),
        Primitive("%make-temporary-file", 1, "Makes a file with a new name that begins as given; its name.", temporary),
    ]

    private static func check(
        _ scheme: Interpreter, _ result: Int32, _ name: Value, _ verb: String, _ noun: String, _ procedure: String
    ) throws(Signal) -> Value {
        guard result == 0 else { throw scheme.fileError(name, verb, noun, errno, procedure) }
        return .unspecific
    }

    /// type, modes, links, user, group, three times, length, inode.
    static func status(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0])
        var found = stat()
        guard (arguments[1].isTrue ? stat(path, &found) : lstat(path, &found)) == 0 else { return .false }
        let type =
            switch found.st_mode & S_IFMT {
            case S_IFREG: "regular"
            case S_IFDIR: "directory"
            case S_IFLNK: "unix-symbolic-link"
            case S_IFCHR: "unix-character-device"
            case S_IFBLK: "unix-block-device"
            case S_IFIFO: "unix-named-pipe"
            case S_IFSOCK: "unix-socket"
            default: "unknown"
            }
        #if canImport(Darwin)
            let times = [found.st_atimespec.tv_sec, found.st_mtimespec.tv_sec, found.st_ctimespec.tv_sec]
        #else
            let times = [found.st_atim.tv_sec, found.st_mtim.tv_sec, found.st_ctim.tv_sec]
        #endif
        let numbers =
            [Int(found.st_mode & 0o7777), Int(found.st_nlink), Int(found.st_uid), Int(found.st_gid)] + times
            + [Int(found.st_size), Int(truncatingIfNeeded: found.st_ino)]
        return scheme.heap.vector([scheme.heap.intern(type)] + numbers.map { Value(fixnum: $0) })
    }

    static func access(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0])
        guard arguments[1].isFixnum, (0...7).contains(arguments[1].fixnum) else {
            throw scheme.badRange(arguments[1], 1, "file-access")
        }
        return Value(system_access(path, Int32(arguments[1].fixnum)) == 0)
    }

    static func directoryNames(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0])
        guard let directory = opendir(path) else {
            throw scheme.fileError(arguments[0], "open", "directory", errno, "directory-read")
        }
        defer { closedir(directory) }
        var names: [Value] = []
        while let entry = readdir(directory) {
            names.append(
                scheme.heap.string(
                    withUnsafePointer(to: &entry.pointee.d_name) { name in
                        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                    }))
        }
        return scheme.heap.list(names)
    }

    static func rename(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (from, to) = (try scheme.filePath(arguments[0]), try scheme.filePath(arguments[1]))
        return try check(scheme, system_rename(from, to), arguments[0], "rename", "file", "rename-file")
    }

    static func hardLink(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (from, to) = (try scheme.filePath(arguments[0]), try scheme.filePath(arguments[1]))
        return try check(scheme, link(from, to), arguments[0], "link", "file", "hard-link-file")
    }

    static func softLink(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (from, to) = (try scheme.fileNameText(arguments[0], "merge-pathnames"), try scheme.filePath(arguments[1]))
        return try check(scheme, symlink(from, to), arguments[0], "link", "file", "soft-link-file")
    }

    static func makeDirectory(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0])
        return try check(scheme, mkdir(path, 0o777), arguments[0], "make", "directory", "make-directory")
    }

    static func deleteDirectory(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0])
        return try check(scheme, rmdir(path), arguments[0], "delete", "directory", "delete-directory")
    }

    static func setModes(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0])
        guard arguments[1].isFixnum, (0...0o7777).contains(arguments[1].fixnum) else {
            throw scheme.badRange(arguments[1], 1, "set-file-modes!")
        }
        let modes = mode_t(arguments[1].fixnum)
        return try check(scheme, chmod(path, modes), arguments[0], "set modes of", "file", "set-file-modes!")
    }

    static func setTimes(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0])
        for index in 1...2 where !arguments[index].isFixnum {
            throw scheme.wrongType(arguments[index], index, "set-file-times!")
        }
        let times = [
            timeval(tv_sec: arguments[1].fixnum, tv_usec: 0), timeval(tv_sec: arguments[2].fixnum, tv_usec: 0),
        ]
        return try check(scheme, utimes(path, times), arguments[0], "set times of", "file", "set-file-times!")
    }

    static func touch(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0])
        let made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if made >= 0 {
            close(made)
            return .true
        }
        guard errno == EEXIST, utimes(path, nil) == 0 else {
            throw scheme.fileError(arguments[0], "touch", "file", errno, "file-touch")
        }
        return .false
    }

    static func temporary(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let prefix = try scheme.filePath(arguments[0], "temporary-file-pathname")
        var template = Array((prefix + "XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw scheme.fileError(arguments[0], "open", "file", errno, "temporary-file-pathname")
        }
        close(descriptor)
        return scheme.heap.string(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}

// Two calls whose names the primitives above hide.

private func system_access(_ path: String, _ mode: Int32) -> Int32 { access(path, mode) }

private func system_rename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
