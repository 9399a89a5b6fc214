/// One Scheme world: heap, machine, scheduler and reactor, used by one thread only.
package final class Interpreter {
    package let heap: Heap
    /// `system-global-environment`: the library.
    package let systemEnvironmentRoot: UnsafeMutablePointer<Value>
    /// `user-initial-environment`: where programs live.
    package let userEnvironmentRoot: UnsafeMutablePointer<Value>
    /// The standard condition types, by `StandardCondition.rawValue`.
    package var conditionTypeRoots: UnsafeMutablePointer<Value>
    private let registers: UnsafeMutablePointer<HeapRegisters>

    package var systemEnvironment: Value { systemEnvironmentRoot.pointee }
    package var userEnvironment: Value { userEnvironmentRoot.pointee }

    package init(heapLimit: Int = 4 << 30, stressed: Bool = false) {
        registers = .allocate(capacity: 1)
        registers.initialize(to: HeapRegisters())
        let heap = Heap(registers: registers, byteLimit: heapLimit, isStressed: stressed)
        self.heap = heap
        conditionTypeRoots = heap.roots
        let system = heap.makeEnvironment(parent: .false, name: heap.intern("system-global-environment"))
        systemEnvironmentRoot = heap.makeRoot(system)
        userEnvironmentRoot = heap.makeRoot(
            heap.makeEnvironment(parent: system, name: heap.intern("user-initial-environment")))
        makeConditionTypes()
    }
}
