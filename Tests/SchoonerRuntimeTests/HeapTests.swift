import SchoonerRuntime
import Testing

/// A heap on its own, with some roots: what the machine is to the collector.
private final class LoneHeap: RootProvider {
    let heap: Heap
    var values: [Value]

    init(roots: Int, byteLimit: Int = 512 << 20, isStressed: Bool = false) {
        let registers = UnsafeMutablePointer<HeapRegisters>.allocate(capacity: 1)
        registers.initialize(to: HeapRegisters())
        heap = Heap(registers: registers, byteLimit: byteLimit, isStressed: isStressed)
        values = Array(repeating: .false, count: roots)
    }

    func visitRoots(_ collector: Collector) {
        for index in values.indices { collector.visit(&values[index]) }
    }

    func collect(major: Bool = false) { heap.collect(roots: [self], major: major) }

    /// A list of the numbers from 0, each in a flonum of its own.
    func makeList(_ count: Int) -> Value {
        var list = Value.null
        for index in (0..<count).reversed() { list = heap.cons(heap.flonum(Double(index)), list) }
        return list
    }

    func isList(_ list: Value, _ count: Int) -> Bool {
        var rest = list
        for index in 0..<count {
            guard rest.isPair, rest.car.isFlonum, rest.car.double == Double(index) else { return false }
            rest = rest.cdr
        }
        return rest.isNull
    }

    /// Lives on while cycles come and go.
    func churn(_ rounds: Int, _ change: (Int) -> Void) {
        for round in 0..<rounds {
            change(round)
            collect()
        }
    }
}

private final class Finalised: HeapHandle {}

struct HeapTests {
    @Test(arguments: [false, true])
    func whatIsReachableSurvivesTheSlicesOfACycle(stressed: Bool) {
        let world = LoneHeap(roots: 1, isStressed: stressed)
        let count = stressed ? 20 : 400
        world.values[0] = world.heap.vector(count: count, fill: .null)
        var seed = 1
        world.churn(1500) { round in
            seed = (seed * 69069 + 5) & 0xFFFF_FFFF
            world.heap.set(world.values[0], slot: (seed >> 8) % count, world.makeList(stressed ? 10 : 1000))
            // Old data change places while marking goes on.
            let from = (seed >> 12) % count
            let to = (seed >> 16) % count
            let moved = world.values[0][slot: from]
            world.heap.set(world.values[0], slot: from, .null)
            world.heap.set(world.values[0], slot: to, moved)
        }
        #expect(world.heap.majorCollections > 1)
        for index in 0..<count {
            let list = world.values[0][slot: index]
            #expect(list.isNull || world.isList(list, stressed ? 10 : 1000))
        }
    }

    @Test func memoryOfTheDeadIsUsedAgain() {
        let world = LoneHeap(roots: 1)
        let count = 1000
        world.values[0] = world.heap.vector(count: count, fill: .null)
        var seed = 7
        world.churn(6000) { _ in
            for _ in 0..<20 {
                seed = (seed * 69069 + 5) & 0xFFFF_FFFF
                world.heap.set(
                    world.values[0], slot: (seed >> 8) % count,
                    world.heap.vector(count: 1 + (seed >> 6) % 60, fill: world.heap.flonum(1)))
            }
        }
        // 120,000 vectors of 240 bytes went by; a thousand are alive.
        world.collect(major: true)
        #expect(world.heap.usedBytes < 1 << 20)
    }

    @Test func aWholeCycleBreaksWeakReferencesAtOnce() {
        let world = LoneHeap(roots: 4)
        let heap = world.heap
        world.values[0] = heap.object(.weakPair, heap.cons(.one, .one), .true)
        world.values[1] = heap.cons(.zero, .zero)
        world.values[2] = heap.object(.weakPair, world.values[1], .true)
        // The datum of a living key keeps the key of the next alive.
        let second = heap.cons(.one, .zero)
        let ephemerons = heap.list(
            heap.object(.ephemeron, second, heap.cons(.true, .true)),
            heap.object(.ephemeron, world.values[1], second),
            heap.object(.ephemeron, heap.cons(.zero, .one), .true))
        world.values[3] = ephemerons
        world.collect(major: true)
        #expect(world.values[0][slot: 0] == .false)
        #expect(world.values[2][slot: 0] == world.values[1])
        #expect(world.values[3].car[slot: 1].isPair)
        #expect(world.values[3].cdr.car[slot: 1].isPair)
        #expect(world.values[3].cdr.cdr.car[slot: 0] == .false)
        world.values[1] = .false
        world.collect(major: true)
        #expect(world.values[2][slot: 0] == .false)
        #expect(world.values[3].car[slot: 0] == .false)
        #expect(world.values[3].cdr.car[slot: 1] == .false)
    }

    @Test func symbolsAndHandlesOfTheDeadAreDropped() {
        let world = LoneHeap(roots: 2)
        let heap = world.heap
        world.values[0] = heap.intern("kept")
        _ = heap.intern("dropped")
        let before = heap.symbols.count
        let kept = heap.handles.insert(Finalised())
        world.values[1] = heap.object(.handle, Value(fixnum: kept))
        heap.handles.own(kept, by: world.values[1])
        for _ in 0..<3 {
            let index = heap.handles.insert(Finalised())
            heap.handles.own(index, by: heap.object(.handle, Value(fixnum: index)))
        }
        world.collect()
        #expect(heap.handles.takeDropped().count == 3)
        #expect(heap.handles.liveCount == 1)
        world.values[1] = .false
        world.collect()
        #expect(heap.handles.takeDropped().isEmpty)
        world.collect(major: true)
        #expect(heap.handles.takeDropped().count == 1)
        #expect(heap.symbols.count == before - 1)
        #expect(heap.intern("kept") == world.values[0])
    }

    @Test func allObjectsCanBeWalked() {
        let world = LoneHeap(roots: 1)
        let heap = world.heap
        world.values[0] = heap.vector(count: 5000, fill: .null)
        for index in 0..<5000 { heap.set(world.values[0], slot: index, world.makeList(3)) }
        world.collect(major: true)
        var pairs = 0
        var flonums = 0
        var vectors = 0
        heap.forEachOldObject { object in
            if object.isPair { pairs += 1 }
            if object.isFlonum { flonums += 1 }
            if object.isVector { vectors += 1 }
        }
        #expect(pairs == 15_000)
        #expect(flonums == 15_000)
        #expect(vectors == 1)
    }

    @Test func theLimitIsReachedOnlyByTheLiving() {
        let world = LoneHeap(roots: 1, byteLimit: 24 << 20)
        for _ in 0..<100 {
            world.values[0] = world.makeList(100_000)
            world.collect()
            #expect(!world.heap.isExhausted)
        }
        while !world.heap.isExhausted && world.heap.usedBytes < 64 << 20 {
            world.values[0] = world.heap.cons(world.makeList(50_000), world.values[0])
            world.collect()
        }
        #expect(world.heap.isExhausted)
        #expect(world.heap.usedBytes < 40 << 20)
    }

    @Test func pausesAreCounted() {
        let world = LoneHeap(roots: 1)
        world.churn(10) { _ in world.values[0] = world.makeList(10) }
        let pauses = world.heap.pauses
        #expect(pauses.count == 10)
        #expect(pauses.longestNanoseconds >= pauses.nanoseconds(perMille: 999))
        #expect(pauses.nanoseconds(perMille: 999) >= pauses.nanoseconds(perMille: 500))
        #expect(pauses.totalNanoseconds >= pauses.longestNanoseconds)
    }
}
