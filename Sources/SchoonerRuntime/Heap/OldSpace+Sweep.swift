#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension OldSpace {
    // MARK: Sweeping

    /// All objects without a mark are dead: chunk by chunk, their memory becomes free runs from now on.
    func beginSweep() {
        close(&small)
        close(&medium)
        runs.update(repeating: 0, count: OldSpace.runClasses)
        for index in 0..<chunkCount { chunks[index].needsSweep = chunks[index].isInUse }
        sweepPosition = 0
        sweepEnd = chunkCount
    }

    /// Sweeps the next chunks; false when all had been swept before.
    func sweepSome(chunks count: Int) -> Bool {
        var left = count
        while left > 0 {
            while sweepPosition < sweepEnd && !chunks[sweepPosition].needsSweep { sweepPosition += 1 }
            if sweepPosition >= sweepEnd { return left < count }
            sweep(chunk: sweepPosition)
            sweepPosition += 1
            left -= 1
        }
        return true
    }

    private func sweep(chunk index: Int) {
        let start = base + index << OldSpace.chunkShift
        let end = start + 1 << OldSpace.chunkShift
        let bits = markBits + index * OldSpace.chunkMarkWords
        var place = start
        var live = 0
        for word in 0..<OldSpace.chunkMarkWords {
            var marks = bits[word]
            if marks == 0 { continue }
            bits[word] = 0
            while marks != 0 {
                let address = start &+ (word &<< 6 &+ marks.trailingZeroBitCount) &<< 3
                marks &= marks &- 1
                if address > place { free(from: place, to: address) }
                let first = UnsafeMutablePointer<Int>(bitPattern: address).unsafelyUnwrapped.pointee
                let words = Header.isHeader(first) ? Header.length(first) &+ 1 : 2
                place = address &+ words &<< 3
                live &+= words
            }
        }
        takenWords += live - chunks[index].takenWords
        chunks[index].takenWords = live
        chunks[index].needsSweep = false
        if live > 0 {
            if place < end { free(from: place, to: end) }
        } else {
            chunks[index].isInUse = false
            // Some are kept as they are, so that the next survivors meet no page faults.
            if freeChunks.count > 8 + chunkCount / 8 {
                madvise(UnsafeMutableRawPointer(bitPattern: start), 1 << OldSpace.chunkShift, MADV_DONTNEED)
                freeChunks.insert(index, at: 0)
            } else {
                freeChunks.append(index)
            }
            if poisons {
                UnsafeMutablePointer<Int>(bitPattern: start)?.update(repeating: Heap.poison, count: OldSpace.chunkWords)
            }
        }
    }

    private func free(from start: Int, to end: Int) {
        let run = UnsafeMutablePointer<Int>(bitPattern: start).unsafelyUnwrapped
        let words = (end - start) / 8
        if poisons { run.update(repeating: Heap.poison, count: words) }
        fill(run, words)
        if words >= OldSpace.leastRunWords {
            let runClass = OldSpace.runClass(words)
            run[1] = runs[runClass]
            runs[runClass] = start
        }
    }

    // MARK: Walking

    /// Shows every object, living or dead, of the chunks in use.
    func forEachObject(_ body: (Value) -> Void) {
        // The free rest of the open regions must look like an object too.
        for region in [small, medium] where region.free < region.limit {
            if let rest = UnsafeMutablePointer<Int>(bitPattern: region.free) {
                fill(rest, (region.limit - region.free) / 8)
            }
        }
        for index in 0..<chunkCount where chunks[index].isInUse {
            var address = base + index << OldSpace.chunkShift
            let end = address + 1 << OldSpace.chunkShift
            while address < end {
                let first = UnsafeMutablePointer<Int>(bitPattern: address).unsafelyUnwrapped.pointee
                guard Header.isHeader(first) else {
                    body(Value(address: address, tag: Tag.pair))
                    address += 16
                    continue
                }
                let type = Header.typeCode(first)
                if type != ObjectType.filler.rawValue {
                    body(Value(address: address, tag: type == ObjectType.flonum.rawValue ? Tag.flonum : Tag.object))
                }
                address += (Header.length(first) + 1) * 8
            }
        }
    }
}
