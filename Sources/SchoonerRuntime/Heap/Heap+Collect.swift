#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Heap {
    /// What the stress build writes over memory that nobody may read any more: an odd, unmapped address.
    static let poison = 0x7EAD_BEEF_DEAD_BEE3

    /// Collects the nursery, and the whole heap when it has grown enough or when asked.
    /// Sets `isExhausted` when the living data exceed the limit.
    package func collect(roots: [any RootProvider], major: Bool = false) {
        guard collectionInhibitions == 0 else { return }
        registers.pointee.wantsCollection = false
        let isMajor =
            major || oldSpace.usedBytes + pinnedBytes > majorThreshold || usedBytes > byteLimit
            || (isStressed && minorCollections % 16 == 15)
        Collector(heap: self, isMajor: isMajor).run(roots: roots)
        minorCollections += 1
        if isMajor {
            majorCollections += 1
            let live = oldSpace.usedBytes + pinnedBytes
            majorThreshold = max(16 << 20, live * 2)
            isExhausted = live > byteLimit
        }
    }

    /// Empties the nursery, and gives back memory that an extraordinary primitive made it take.
    func resetNursery() {
        let base = registers.pointee.nurseryBase
        let used = registers.pointee.free - base
        if isStressed {
            UnsafeMutablePointer<Int>(bitPattern: base)?.update(repeating: Heap.poison, count: used / 8)
        }
        if used > softLimitBytes * 2 {
            madvise(UnsafeMutableRawPointer(bitPattern: base + softLimitBytes), used - softLimitBytes, MADV_DONTNEED)
        }
        registers.pointee.free = base
        registers.pointee.limit = base + softLimitBytes
    }
}
