/// A Swift object that a heap object stands for. When a collection finds the heap object dead, the object is
/// handed to `Heap.takeDropped()`, for the scheduler to finish (flush, close) outside the collection.
package protocol HeapHandle: AnyObject {}

/// The Swift objects behind ports, channels and other heap objects, each with the heap object that owns it.
package final class HandleTable {
    @exclusivity(unchecked) private var objects: [(any HeapHandle)?] = []
    @exclusivity(unchecked) private var owners: [Value] = []
    @exclusivity(unchecked) private var freeIndices: [Int] = []
    /// Indices whose owners no collection has seen yet.
    @exclusivity(unchecked) private var young: [Int] = []
    /// Objects whose owner died, not yet finished.
    @exclusivity(unchecked) package private(set) var dropped: [any HeapHandle] = []

    /// Reserves an index for the object; `own` names its heap object.
    package func insert(_ object: any HeapHandle) -> Int {
        if let index = freeIndices.popLast() {
            objects[index] = object
            owners[index] = .false
            return index
        }
        objects.append(object)
        owners.append(.false)
        return objects.count - 1
    }

    package func own(_ index: Int, by owner: Value) {
        owners[index] = owner
        young.append(index)
    }

    /// Whether the index has been given out at some time.
    package func isIndex(_ index: Int) -> Bool { objects.indices.contains(index) }

    /// The heap object that owns an index.
    package func owner(of index: Int) -> Value { owners[index] }

    package subscript(index: Int) -> (any HeapHandle)? { objects[index] }

    /// Gives the index back before the owner dies.
    package func remove(_ index: Int) {
        objects[index] = nil
        owners[index] = .false
        freeIndices.append(index)
    }

    package var liveCount: Int { objects.count - freeIndices.count }

    /// The owners that are alive, or that the collector has not found dead yet.
    package var liveOwners: [Value] { owners.filter { $0 != .false } }

    package func takeDropped() -> [any HeapHandle] {
        defer { dropped = [] }
        return dropped
    }

    /// After a minor collection: the owners that moved, and those that died young.
    func sweepYoung(_ collector: Collector) {
        for index in young where owners[index] != .false {
            if let owner = collector.survivor(of: owners[index]) {
                owners[index] = owner
            } else {
                drop(index)
            }
        }
        young.removeAll(keepingCapacity: true)
    }

    /// After marking: drops what belongs to dead owners among the indices from `position` on.
    ///
    /// - Returns: the position to go on at; nil at the end.
    func sweep(from position: Int, count: Int, _ marker: Marker) -> Int? {
        let end = min(owners.count, position + count)
        for index in position..<max(position, end) where owners[index].isPointer && !marker.isMarked(owners[index].bits)
        {
            drop(index)
        }
        return end < owners.count ? end : nil
    }

    private func drop(_ index: Int) {
        if let object = objects[index] { dropped.append(object) }
        remove(index)
    }
}
