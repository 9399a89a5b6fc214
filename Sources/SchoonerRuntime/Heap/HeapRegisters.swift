/// The words that allocation and the write barrier need, in raw memory so that the machine's handlers reach them
/// without touching a Swift object. They are the first member of the machine's state block.
package struct HeapRegisters {
    /// Where the next object goes; and the address that allocation must not pass without asking.
    package var free = 0
    package var limit = 0
    /// The nursery's range: an address is young when `address - nurseryBase < nurserySpan`, unsigned.
    package var nurseryBase = 0
    package var nurserySpan = 0
    /// Steps left before the machine must look up from its work: preemption, collection, interrupts.
    package var fuel = 0
    /// Fuel taken away when somebody asked for an early look, so that accounting stays exact.
    package var withheldFuel = 0
    /// The range of addresses whose stores into old objects must be recorded: the nursery, and while a major cycle marks,
    /// all addresses.
    private var watchedBase = 0
    private var watchedSpan = 0
    /// The old space's marks.
    var oldSpace: UnsafeMutablePointer<OldSpaceRegisters>?
    /// A buffer of the addresses of old slots that hold young values; while a major cycle marks, also of old values that were
    /// stored, which are odd.
    package var rememberedBase = 0
    package var rememberedNext = 0
    package var rememberedLimit = 0

    /// Whether the next safepoint is to collect.
    package var wantsCollection = false

    /// Registers of no heap yet.
    package init() {}

    @inline(__always) package func isYoung(_ bits: Int) -> Bool {
        UInt(bitPattern: bits &- nurseryBase) < UInt(bitPattern: nurserySpan)
    }

    /// Whether a store makes an old object hold a value that the collector must hear of.
    @inline(__always) func needsBarrier(container: Int, value: Int) -> Bool {
        value & 1 != 0 && UInt(bitPattern: value &- watchedBase) < UInt(bitPattern: watchedSpan) && !isYoung(container)
    }

    /// The barrier looks for young values only.
    mutating func watchYoungStores() {
        watchedBase = nurseryBase
        watchedSpan = nurserySpan
    }

    /// The barrier looks for every pointer.
    mutating func watchAllStores() {
        watchedBase = 0
        watchedSpan = -1
    }

    /// Makes the machine stop at its next safepoint.
    package mutating func requestSafepoint() {
        if fuel > 0 {
            withheldFuel += fuel
            fuel = 0
        }
    }
}
