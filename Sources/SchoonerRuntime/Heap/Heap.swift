#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One interpreter's memory: a bump-allocated nursery, an old space where nothing moves, and pinned objects
/// (code, large vectors and byte blocks) with memory of their own.
///
/// Allocation never collects: when the nursery's soft limit is passed it grows and asks the machine for a safepoint.
/// So Swift code between two safepoints may hold values in locals freely.
package final class Heap {
    // One native thread reads and changes the properties, none while it is being changed: the run-time checks of exclusive
    // access would be a good part of a short primitive.

    /// Objects of more payload words than this are pinned.
    static let largeObjectWords = 4096
    /// The nursery's size at most and at least; `adaptNursery` says when it is which.
    static let nurserySoftBytes = 2 << 20
    static let leastNurseryBytes = 256 << 10
    static let rememberedCapacity = 1 << 14

    package let registers: UnsafeMutablePointer<HeapRegisters>
    /// The most bytes that live data may take before the machine aborts with "out of memory".
    @exclusivity(unchecked) package var byteLimit: Int
    /// Whether every safepoint collects and freed memory is poisoned.
    package let isStressed: Bool

    let reservedBytes: Int
    @exclusivity(unchecked) var softLimitBytes = Heap.nurserySoftBytes

    let oldSpace: OldSpace
    /// The major cycle, and its marker.
    @exclusivity(unchecked) var cycle = MajorCycle()
    private(set) var marker: Marker! = nil
    @exclusivity(unchecked) var randomState: UInt64 = 1
    /// How long the program has waited for collections.
    @exclusivity(unchecked) package internal(set) var pauses = PauseRecord()
    /// What the interpreter began with.
    @exclusivity(unchecked) var image = ImageSpace()
    /// How many of the first roots have got their values from the image.
    @exclusivity(unchecked) var imageRootCount = 0
    @exclusivity(unchecked) var pinned: [UnsafeMutablePointer<Int>] = []
    /// Index in `pinned` of the first object that no collection has seen.
    @exclusivity(unchecked) var firstYoungPinned = 0
    @exclusivity(unchecked) package internal(set) var pinnedBytes = 0
    /// Old bytes after which a major cycle begins; and those at which it should have marked everything.
    @exclusivity(unchecked) var majorThreshold = 16 << 20
    @exclusivity(unchecked) var majorGoal = 24 << 20
    /// What the last major cycle left; 0 before the first.
    @exclusivity(unchecked) var liveBytes = 0
    /// Whether the next collection is to be a whole one.
    @exclusivity(unchecked) var wantsFullCollection = false

    @exclusivity(unchecked) package var symbols = SymbolTable()
    package let handles = HandleTable()
    /// Values that Swift code keeps by name; see `Root`.
    @exclusivity(unchecked) package var roots: UnsafeMutablePointer<Value>
    package static let rootCapacity = 512
    @exclusivity(unchecked) package var rootCount = 0

    /// Counts of collections. Address-keyed tables compare the first to know whether young keys have moved.
    @exclusivity(unchecked) package internal(set) var minorCollections = 0
    @exclusivity(unchecked) package internal(set) var majorCollections = 0
    /// While positive, safepoints do not collect.
    @exclusivity(unchecked) package var collectionInhibitions = 0
    /// Set when even a major collection left more than `byteLimit` alive.
    @exclusivity(unchecked) package var isExhausted = false

    /// - Parameters:
    ///   - registers: the words shared with the machine; they must outlive the heap.
    ///   - byteLimit: bytes of live data allowed.
    package init(registers: UnsafeMutablePointer<HeapRegisters>, byteLimit: Int, isStressed: Bool = false) {
        self.registers = registers
        self.byteLimit = byteLimit
        self.isStressed = isStressed
        var size = max(byteLimit * 2, 1 << 30)
        var base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | heapReserveFlag, -1, 0)
        while base == MAP_FAILED && size > 64 << 20 {
            size /= 2
            base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | heapReserveFlag, -1, 0)
        }
        guard let base, base != MAP_FAILED else { fatalError("no address space for a heap") }
        reservedBytes = size
        oldSpace = OldSpace(reserving: max(byteLimit * 4, 1 << 30), poisons: isStressed)
        roots = .allocate(capacity: Heap.rootCapacity)
        roots.initialize(repeating: .unspecific, count: Heap.rootCapacity)
        registers.pointee.nurseryBase = Int(bitPattern: base)
        registers.pointee.nurserySpan = size
        registers.pointee.watchYoungStores()
        registers.pointee.free = Int(bitPattern: base)
        registers.pointee.limit = Int(bitPattern: base) + softLimitBytes
        let remembered = UnsafeMutablePointer<Int>.allocate(capacity: Heap.rememberedCapacity)
        registers.pointee.rememberedBase = Int(bitPattern: remembered)
        registers.pointee.rememberedNext = Int(bitPattern: remembered)
        registers.pointee.rememberedLimit = Int(bitPattern: remembered + Heap.rememberedCapacity)
        registers.pointee.oldSpace = oldSpace.registers
        marker = Marker(oldSpace: oldSpace)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(bitPattern: registers.pointee.nurseryBase), reservedBytes)
        UnsafeMutablePointer<Int>(bitPattern: registers.pointee.rememberedBase)?.deallocate()
        roots.deallocate()
        image.release()
        for object in pinned { free(object) }
        symbols.release()
    }

    /// Bytes in use: what the last major cycle kept and all that was allocated since.
    package var usedBytes: Int { registers.pointee.free - registers.pointee.nurseryBase + oldBytes }

    /// The same without the nursery.
    var oldBytes: Int { oldSpace.usedBytes + pinnedBytes + image.bytes }

    /// A new slot that the collector keeps up to date, for a value that Swift code holds for good.
    package func makeRoot(_ value: Value) -> UnsafeMutablePointer<Value> {
        precondition(rootCount >= imageRootCount, "a root before those of the image")
        return makeStandingRoot(value)
    }

    /// A slot that every interpreter has, made on its way to the loaded prelude and always in the same order.
    ///
    /// In an interpreter that began with an image the slot has its value already, and the operand is not evaluated.
    func makeStandingRoot(_ value: @autoclosure () -> Value) -> UnsafeMutablePointer<Value> {
        precondition(rootCount < Heap.rootCapacity, "too many roots")
        let slot = roots + rootCount
        if rootCount >= imageRootCount { slot.pointee = value() }
        rootCount += 1
        return slot
    }
}

#if os(Linux)
    let heapReserveFlag = MAP_NORESERVE
#else
    let heapReserveFlag: Int32 = 0
#endif
