import SchoonerReactor
import SchoonerText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes out.
extension PortCore {
    /// How many bytes wait to be sent.
    var outputCount: Int { outputCapacity == 0 ? 0 : state.pointee.outputNext - outputBase - outputSent }

    /// All that has been written to a port over memory.
    var outputBytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: outputBase, count: outputCapacity == 0 ? 0 : state.pointee.outputNext - outputBase)
    }

    /// Makes room for `count` more bytes.
    func reserveOutput(_ count: Int) {
        let used = outputCapacity == 0 ? 0 : state.pointee.outputNext - outputBase
        guard outputCapacity - used < count || outputCapacity == 0 else { return }
        if outputSent > 0 && outputCapacity - (used - outputSent) >= count && outputSent >= used / 2 {
            outputBase.update(from: outputBase + outputSent, count: used - outputSent)
            state.pointee.outputNext -= outputSent
            outputSent = 0
            limitOutput()
            return
        }
        var size = max(outputCapacity, writesInBulk ? 2 * PortCore.sendThreshold : BufferPool.unit)
        while size < used + count { size *= 2 }
        let larger = pool.take(size)
        larger.update(from: outputBase, count: used)
        if outputCapacity > 0 { pool.give(outputBase, outputCapacity) }
        outputBase = larger
        outputCapacity = size
        state.pointee.outputNext = larger + used
        limitOutput()
    }

    /// Up to where the quick paths write: to the end of the buffer, or to where waiting output is to be sent.
    private func limitOutput() {
        let end = outputBase + outputCapacity
        state.pointee.outputLimit = !hasDevice ? end : min(end, outputBase + outputSent + PortCore.sendThreshold)
    }

    func releaseOutput() {
        if outputCapacity > 0 { pool.give(outputBase, outputCapacity) }
        outputBase = PortState.nowhere
        outputCapacity = 0
        outputSent = 0
        state.pointee.outputNext = PortState.nowhere
        state.pointee.outputLimit = PortState.nowhere
    }

    /// Sends what the device takes now. False when something is left that it would have to be waited for.
    ///
    /// - Throws: the device's error; what could not be sent is dropped.
    /// - Parameter keepsBuffer: more is going to be written.
    func send(keepsBuffer: Bool = false) throws(SystemError) -> Bool {
        guard hasDevice else { return true }
        while outputCount > 0 {
            let result: WriteResult
            do throws(SystemError) {
                result = try device.write(
                    from: UnsafeRawBufferPointer(start: outputBase + outputSent, count: outputCount))
            } catch {
                releaseOutput()
                throw error
            }
            guard case .wrote(let count) = result else {
                limitOutput()
                return false
            }
            noteSent(count)
            outputSent += count
        }
        guard outputCapacity > 0 else { return true }
        if keepsBuffer {
            outputSent = 0
            state.pointee.outputNext = outputBase
            limitOutput()
        } else {
            releaseOutput()
        }
        return true
    }

    /// Appends bytes as they are.
    func append(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        guard count > 0 else { return }
        reserveOutput(count)
        state.pointee.outputNext.update(from: bytes, count: count)
        state.pointee.outputNext += count
    }
}

/// Characters to bytes.
extension PortCore {
    /// A character that the port's coding cannot express.
    struct Unencodable: Error { let scalar: UInt32 }

    /// Writes one character, line translation and all.
    func write(_ scalar: UInt32) throws(Unencodable) {
        state.pointee.atLineStart = scalar == 10
        if outputIsIdentity {
            try encode(scalar)
        } else {
            try withUnsafeTemporaryScalars(scalar)
        }
    }

    private func withUnsafeTemporaryScalars(_ scalar: UInt32) throws(Unencodable) {
        // The quick path does not tell the translator about single characters, so it is off while that matters.
        let room = outputTranslator.maximumExpansion
        var failure: Unencodable?
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { buffer in
            guard let base = buffer.baseAddress else { return }
            let count = outputTranslator.translate(scalar, into: base)
            do throws(Unencodable) {
                for index in 0..<count { try encode(base[index]) }
            } catch {
                failure = error
            }
        }
        state.pointee.outputFast = coding.isASCIISuperset && scalar != 13
        if let failure { throw failure }
    }

    @inline(__always) private func encode(_ scalar: UInt32) throws(Unencodable) {
        reserveOutput(TextEncoder.maximumLength)
        let count = TextEncoder.encode(scalar, as: coding, into: state.pointee.outputNext)
        if count == 0 { throw Unencodable(scalar: scalar) }
        state.pointee.outputNext += count
    }

    /// Writes characters whose codes are below 0x100.
    func write(latin1 bytes: UnsafeBufferPointer<UInt8>) throws(Unencodable) {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return }
        var index = 0
        let takesRuns = coding.isASCIISuperset
        while index < bytes.count {
            let rest = UnsafeBufferPointer(start: base + index, count: bytes.count - index)
            let run = takesRuns ? ASCIIRun.length(in: rest) : 0
            if run > 0 {
                try writeASCII(base + index, run)
                index += run
            } else {
                try write(UInt32(base[index]))
                index += 1
            }
        }
    }

    private func writeASCII(_ start: UnsafePointer<UInt8>, _ count: Int) throws(Unencodable) {
        if outputIsIdentity {
            append(start, count)
            state.pointee.atLineStart = start[count - 1] == 10
            return
        }
        let newlines = state.pointee.directNewlines
        if newlines == .returnFeed || newlines == .returnFeedUnlessReturned {
            reserveOutput(2 * count)
            state.pointee.outputNext = newlines.expand(
                start, count, into: state.pointee.outputNext, afterReturn: outputTranslator.isAfterReturn)
            outputTranslator.didWriteDirectly(last: UInt32(start[count - 1]))
            state.pointee.atLineStart = start[count - 1] == 10
            state.pointee.outputFast = start[count - 1] != 13
            return
        }
        var index = 0
        while index < count {
            var end = count
            if let found = memchr(start + index, 10, count - index) {
                end = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
            }
            if end > index {
                append(start + index, end - index)
                outputTranslator.didWriteDirectly(last: UInt32(start[end - 1]))
                state.pointee.atLineStart = false
                state.pointee.outputFast = start[end - 1] != 13
            }
            if end < count { try write(10) }
            index = end + 1
        }
    }

    /// Writes characters of any code.
    func write(wide scalars: UnsafeBufferPointer<UInt32>) throws(Unencodable) {
        for scalar in scalars { try write(scalar) }
    }

    /// Writes a part of a Scheme string.
    func write(_ string: Value, _ range: Range<Int>) throws(Unencodable) {
        guard !range.isEmpty else { return }
        if string.isWideString {
            let base = string.stringStorage.assumingMemoryBound(to: UInt32.self)
            try write(wide: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
        } else {
            let base = string.stringStorage.assumingMemoryBound(to: UInt8.self)
            try write(latin1: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
        }
    }

    /// Writes UTF-8 text, such as the printer's.
    func write(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(Unencodable) {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return }
        if coding == .utf8 && outputIsIdentity {
            append(base, bytes.count)
            state.pointee.atLineStart = base[bytes.count - 1] == 10
            return
        }
        var decoder = TextDecoder(coding: .utf8)
        var index = 0
        while index < bytes.count {
            let rest = UnsafeBufferPointer(start: base + index, count: bytes.count - index)
            let run = coding.isASCIISuperset ? ASCIIRun.length(in: rest) : 0
            if run > 0 {
                try writeASCII(base + index, run)
                index += run
                continue
            }
            guard case .scalar(let scalar, let consumed) = decoder.decode(rest) else { return }
            try write(scalar)
            index += consumed
        }
    }
}
