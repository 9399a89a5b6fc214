import SchoonerReactor
import SchoonerText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes in.
extension PortCore {
    /// What asking the device for bytes came to.
    enum Fill {
        case bytes, endOfFile, wouldBlock
    }

    /// Reads what there is behind the bytes that have not been taken.
    ///
    /// - Parameter askKernel: ask even when no event has been seen, for callers that do not wait.
    func fill(askKernel: Bool = false) throws(SystemError) -> Fill {
        guard hasDevice else { return .endOfFile }
        if !askKernel && inputCapacity == 0 && !device.mayRead {
            readsInBulk = false
            return .wouldBlock
        }
        makeInputRoom()
        let space = inputBase + inputCapacity - state.pointee.inputEnd
        // The stress build has every byte arrive alone.
        let room = scheduler.heap.isStressed ? min(space, 1) : space
        let result: ReadResult
        do throws(SystemError) {
            result = try device.read(
                into: UnsafeMutableRawBufferPointer(start: state.pointee.inputEnd, count: room), askKernel: askKernel)
        } catch {
            releaseInputIfEmpty()
            throw error
        }
        switch result {
        case .bytes(let count):
            state.pointee.inputEnd += count
            readsInBulk = count == space
            // Another reader may sleep although its bytes are here now.
            if askKernel { device.wake(.read) }
            return .bytes
        case .endOfFile:
            releaseInputIfEmpty()
            return .endOfFile
        case .wouldBlock:
            readsInBulk = false
            releaseInputIfEmpty()
            return .wouldBlock
        }
    }

    /// Sees to it that there is a buffer with room at its end.
    private func makeInputRoom() {
        let count = state.pointee.inputCount
        if count > 0 && state.pointee.inputEnd < inputBase + inputCapacity { return }
        countTaken()
        if count == 0 {
            scannedCount = 0
            let wanted =
                readsInBulk ? min(max(inputCapacity, BufferPool.unit) * 4, PortCore.largestBuffer) : BufferPool.unit
            if inputCapacity < wanted {
                releaseInput()
                inputBase = pool.take(wanted)
                inputCapacity = wanted
            }
            state.pointee.inputNext = inputBase
            state.pointee.inputEnd = inputBase
            place.counted = 0
            return
        }
        if count <= inputCapacity / 2 {
            inputBase.update(from: state.pointee.inputNext, count: count)
        } else {
            let larger = pool.take(inputCapacity * 2)
            larger.update(from: state.pointee.inputNext, count: count)
            pool.give(inputBase, inputCapacity)
            inputBase = larger
            inputCapacity *= 2
        }
        state.pointee.inputNext = inputBase
        state.pointee.inputEnd = inputBase + count
        place.counted = 0
    }

    /// Gives an empty buffer back: the port is idle.
    func releaseInputIfEmpty() {
        guard state.pointee.inputCount == 0 else { return }
        releaseInput()
        if decodedNext == decoded.count && decoded.capacity > 64 {
            decoded = []
            decodedNext = 0
        }
    }

    func releaseInput() {
        countTaken()
        place.counted = 0
        if inputCapacity > 0 { pool.give(inputBase, inputCapacity) }
        inputBase = PortState.nowhere
        inputCapacity = 0
        state.pointee.inputNext = PortState.nowhere
        state.pointee.inputEnd = PortState.nowhere
        scannedCount = 0
    }

    @inline(__always) func take(_ count: Int) {
        state.pointee.inputNext += count
        scannedCount = 0
    }

    /// Makes the bytes the whole input of a port over memory.
    func setInput(_ count: Int, _ store: (UnsafeMutablePointer<UInt8>) -> Void) {
        guard count > 0 else { return }
        inputBase = pool.take(count)
        inputCapacity = count
        store(inputBase)
        state.pointee.inputNext = inputBase
        state.pointee.inputEnd = inputBase + count
    }
}

/// Bytes to characters.
extension PortCore {
    var decodedCount: Int { decoded.count - decodedNext }

    /// The next character, when it is here: decodes as far as needed. nil: more input is needed.
    func nextCharacter(taking: Bool) -> UInt32? {
        if decodedNext == decoded.count {
            decode(limit: 1)
            if decodedNext == decoded.count { return nil }
        }
        let scalar = decoded[decodedNext]
        if taking { dropDecoded(1) }
        return scalar
    }

    func dropDecoded(_ count: Int) {
        decodedNext += count
        scannedCharacters = 0
        if decodedNext == decoded.count {
            decoded.removeAll(keepingCapacity: true)
            decodedNext = 0
            inputChanged()
        }
    }

    /// Puts a character back in front of all others.
    func unread(_ scalar: UInt32) {
        scannedCharacters = 0
        if decodedNext > 0 {
            decodedNext -= 1
            decoded[decodedNext] = scalar
        } else {
            decoded.insert(scalar, at: 0)
        }
        state.pointee.inputFast = false
    }

    /// Decodes bytes until `limit` characters wait, or a newline when asked, or no whole character is left.
    ///
    /// - Returns: the place of the newline in `decoded` after which it stopped, if that was why.
    @discardableResult
    func decode(limit: Int, stopAtNewline: Bool = false) -> Int? {
        defer { inputChanged() }
        while decodedCount < limit {
            let count = state.pointee.inputCount
            if count == 0 { return nil }
            let bytes = UnsafeBufferPointer(start: UnsafePointer(state.pointee.inputNext), count: count)
            if !stopAtNewline, coding.isASCIISuperset, !decoder.isPending, inputTranslator.isIdentity {
                let run = ASCIIRun.length(in: UnsafeBufferPointer(rebasing: bytes.prefix(limit - decodedCount)))
                if run > 0 {
                    decoded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<run]).lazy.map { UInt32($0) })
                    take(run)
                    continue
                }
            }
            switch decoder.decode(bytes) {
            case .needsInput: take(count)
            case .scalar(let scalar, let consumed):
                take(consumed)
                let before = decoded.count
                offer(scalar)
                if stopAtNewline {
                    for index in before..<decoded.count where endsLine(decoded[index]) { return index }
                }
            }
        }
        return nil
    }

    private func offer(_ scalar: UInt32) {
        while true {
            switch inputTranslator.offer(scalar) {
            case .deliver(let delivered):
                decoded.append(delivered)
                return
            case .deliverAndOfferAgain(let delivered): decoded.append(delivered)
            case .absorbed: return
            }
        }
    }

    /// At the end of the stream: delivers what decoder and translator held back. False when that was nothing.
    func finishDecoding() -> Bool {
        let before = decoded.count
        while let scalar = decoder.finish() { offer(scalar) }
        while let scalar = inputTranslator.finish() { decoded.append(scalar) }
        inputChanged()
        return decoded.count > before
    }
}
