import SchoonerText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lines in.
extension PortCore {
    /// Whether anything waits here, be it half a character.
    var hasInput: Bool { state.pointee.inputCount > 0 || !state.pointee.inputFast }

    /// The next line without its end, when it is all here.
    func takeLine(_ heap: Heap) -> Value? {
        while true {
            if state.pointee.inputFast {
                switch lineEnding {
                case .xml11, .custom: break
                case .lf, .newline, .binary:
                    return readsAnyLineEnd ? takeLineToAny(heap) : takeLineToFeed(heap, stripsReturn: false)
                case .crlf, .seedCRLF: return takeLineToFeed(heap, stripsReturn: true)
                case .text, .http, .xml10, .cr: return takeLineToEither(heap)
                }
                return takeDecodedLine(heap)
            }
            if decodedNext < decoded.count { return takeDecodedLine(heap) }
            // Something is held back (half a character, or a CR whose LF may come): go on until that is decided.
            guard state.pointee.inputCount > 0 else { return nil }
            decode(limit: 1)
        }
    }

    /// Lines that end in LF; in the CR-LF modes, where a lone LF is a newline character too, also in CR-LF.
    private func takeLineToFeed(_ heap: Heap, stripsReturn: Bool) -> Value? {
        let start = state.pointee.inputNext
        let count = state.pointee.inputCount
        guard let found = memchr(start + scannedCount, 10, count - scannedCount) else {
            scannedCount = count
            return nil
        }
        let length = UnsafeMutableRawPointer(start).distance(to: found)
        let line = text(heap, start, stripsReturn && length > 0 && start[length - 1] == 13 ? length - 1 : length)
        take(length + 1)
        return line
    }

    /// Lines that end in CR or LF, or (but for `cr`) in both as one.
    private func takeLineToEither(_ heap: Heap) -> Value? {
        let start = state.pointee.inputNext
        let count = state.pointee.inputCount
        var length = scannedCount
        while length < count && start[length] != 10 && start[length] != 13 { length += 1 }
        guard length < count else {
            scannedCount = count
            return nil
        }
        let line = text(heap, start, length)
        take(length)
        // The end goes through the translator, which remembers a CR until the next character.
        if start[length] == 10 || lineEnding == .cr {
            take(1)
        } else if length + 1 < count {
            take(start[length + 1] == 10 ? 2 : 1)
        } else {
            take(1)
            _ = inputTranslator.offer(13)
            inputChanged()
        }
        return line
    }

    /// Lines that end in LF, CR or both as one, where nothing is translated. A CR at the end of what is here waits.
    private func takeLineToAny(_ heap: Heap) -> Value? {
        let start = state.pointee.inputNext
        let count = state.pointee.inputCount
        let feed = memchr(start + scannedCount, 10, count - scannedCount)
        var length = feed.map { UnsafeMutableRawPointer(start).distance(to: $0) } ?? count
        var ending = 1
        if let found = memchr(start + scannedCount, 13, length - scannedCount) {
            length = UnsafeMutableRawPointer(start).distance(to: found)
            guard length + 1 < count else {
                scannedCount = length
                return nil
            }
            if start[length + 1] == 10 { ending = 2 }
        } else if feed == nil {
            scannedCount = count
            return nil
        }
        let line = text(heap, start, length)
        take(length + ending)
        return line
    }

    private func takeDecodedLine(_ heap: Heap) -> Value? {
        var end: Int?
        for index in decodedNext + scannedCharacters..<decoded.count where endsLine(decoded[index]) {
            end = index
            break
        }
        if end == nil { end = decode(limit: .max, stopAtNewline: true) }
        guard let end else {
            scannedCharacters = decodedCount
            return nil
        }
        var ending = 1
        if decoded[end] == 13 {
            let length = end - decodedNext
            if end + 1 == decoded.count { decode(limit: decodedCount + 1) }
            guard end + 1 < decoded.count else {
                scannedCharacters = length
                return nil
            }
            if decoded[end + 1] == 10 { ending = 2 }
        }
        let line = heap.string(scalars: decoded[decodedNext..<end])
        dropDecoded(end + ending - decodedNext)
        return line
    }

    /// Whether `read-line` stops at a decoded character.
    func endsLine(_ scalar: UInt32) -> Bool { scalar == 10 || (scalar == 13 && readsAnyLineEnd) }

    /// At the end of the stream: what is left as a last line; nil when nothing is.
    func takeRest(_ heap: Heap) -> Value? {
        if state.pointee.inputFast && state.pointee.inputCount > 0 {
            let count = state.pointee.inputCount
            let endsInReturn = readsAnyLineEnd && state.pointee.inputEnd[-1] == 13
            let line = text(heap, state.pointee.inputNext, endsInReturn ? count - 1 : count)
            take(count)
            return line
        }
        decode(limit: .max)
        _ = finishDecoding()
        guard decodedCount > 0 else { return nil }
        let end = readsAnyLineEnd && decoded.last == 13 ? decoded.count - 1 : decoded.count
        let line = heap.string(scalars: decoded[decodedNext..<end])
        dropDecoded(decodedCount)
        return line
    }

    private func text(_ heap: Heap, _ start: UnsafeMutablePointer<UInt8>, _ count: Int) -> Value {
        text(heap, UnsafeBufferPointer(start: UnsafePointer(start), count: count))
    }

    /// The characters of bytes in which nothing is to be translated.
    ///
    /// - Parameter limit: how many characters to give at most.
    func text(_ heap: Heap, _ bytes: UnsafeBufferPointer<UInt8>, limit: Int? = nil) -> Value {
        let ascii = ASCIIRun.length(in: bytes)
        if ascii == bytes.count || coding == .latin1 || coding == .binary {
            return heap.string(latin1: UnsafeBufferPointer(rebasing: bytes.prefix(limit ?? .max)))
        }
        var local = TextDecoder(coding: coding)
        var scalars = [UInt32](unsafeUninitializedCapacity: bytes.count + 1) { buffer, used in
            used = local.decode(bytes, into: buffer).produced
        }
        while let scalar = local.finish() { scalars.append(scalar) }
        return heap.string(scalars: scalars.prefix(limit ?? .max))
    }
}
