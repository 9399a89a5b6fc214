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
    /// The next line without its end, when it is all here.
    func takeLine(_ heap: Heap) -> Value? {
        while true {
            if state.pointee.inputFast {
                switch lineEnding {
                case .xml11, .custom: break
                case .lf, .newline, .binary: return takeLineToFeed(heap, stripsReturn: false)
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

    private func takeDecodedLine(_ heap: Heap) -> Value? {
        var end: Int?
        for index in decodedNext + scannedCharacters..<decoded.count where decoded[index] == 10 {
            end = index
            break
        }
        if end == nil { end = decode(limit: .max, stopAtNewline: true) }
        guard let end else {
            scannedCharacters = decodedCount
            return nil
        }
        let line = heap.string(scalars: decoded[decodedNext..<end])
        dropDecoded(end + 1 - decodedNext)
        return line
    }

    /// At the end of the stream: what is left as a last line; nil when nothing is.
    func takeRest(_ heap: Heap) -> Value? {
        if state.pointee.inputFast && state.pointee.inputCount > 0 {
            let count = state.pointee.inputCount
            let line = text(heap, state.pointee.inputNext, count)
            take(count)
            return line
        }
        decode(limit: .max)
        _ = finishDecoding()
        guard decodedCount > 0 else { return nil }
        let line = heap.string(scalars: decoded[decodedNext...])
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
