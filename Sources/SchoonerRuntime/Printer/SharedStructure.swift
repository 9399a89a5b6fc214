/// Finds the objects of a datum that need a label: those on a cycle, or all that occur twice.
struct SharedStructure {
    /// Parts looked at as if the datum were a tree before the walk begins to remember objects: small data pay for no table.
    private static let treeLimit = 2000
    /// Objects remembered before a large datum is looked at as a tree once more, with as many steps as the heap has words: more
    /// parts than that it has only if something occurs twice. Remembering costs ten times as much as looking.
    private static let memoryLimit = 20_000

    private enum State { case onPath, done }

    private var states: [Value: State] = [:]
    private(set) var labelled: Set<Value> = []

    /// The objects on cycles (`allShared` false), or all that are reached twice.
    ///
    /// - Parameter heapWords: no fewer words than the heap holds.
    static func find(in datum: Value, allShared: Bool, heapWords: Int) -> Set<Value> {
        guard hasParts(datum) else { return [] }
        var search = SharedStructure()
        if !allShared {
            if isTree(datum, limit: treeLimit) || search.walk(datum, allShared: false, limit: memoryLimit) {
                return search.labelled
            }
            if isTree(datum, limit: heapWords) { return [] }
            search = SharedStructure()
        }
        search.walk(datum, allShared: allShared, limit: .max)
        return search.labelled
    }

    /// Whether printing goes into the object.
    private static func hasParts(_ value: Value) -> Bool {
        value.isPair || value.isVector || (value.isType(.promise) && value.isForcedPromise)
    }

    private static func partCount(_ value: Value) -> Int { value.isPair ? 2 : value.isVector ? value.length : 1 }

    private static func part(_ value: Value, _ index: Int) -> Value {
        if value.isPair { return index == 0 ? value.car : value.cdr }
        return value.isVector ? value[slot: index] : value.promiseContent
    }

    /// Whether the datum has no more parts than the limit, counting what is reached twice twice: then it has no cycle.
    private static func isTree(_ datum: Value, limit: Int) -> Bool {
        var work = [datum]
        var steps = 0
        while let value = work.popLast() {
            let count = partCount(value)
            steps += count
            if steps > limit { return false }
            for index in 0..<count {
                let part = part(value, index)
                if hasParts(part) { work.append(part) }
            }
        }
        return true
    }

    /// False, and nothing of use, when there are more objects than the limit.
    @discardableResult
    private mutating func walk(_ datum: Value, allShared: Bool, limit: Int) -> Bool {
        var path: [(object: Value, next: Int)] = [(datum, 0)]
        states[datum] = .onPath
        while let (object, next) = path.last {
            if states.count > limit { return false }
            guard next < SharedStructure.partCount(object) else {
                states[object] = .done
                path.removeLast()
                continue
            }
            path[path.count - 1].next = next + 1
            let part = SharedStructure.part(object, next)
            guard SharedStructure.hasParts(part) else { continue }
            switch states[part] {
            case nil:
                states[part] = .onPath
                path.append((part, 0))
            case .onPath: labelled.insert(part)
            case .done: if allShared { labelled.insert(part) }
            }
        }
        return true
    }
}

extension Value {
    /// The promise that answers for this one.
    private var answeringPromise: Value {
        var promise = self
        while promise[slot: 0].fixnum == PromiseState.linked { promise = promise[slot: 1] }
        return promise
    }

    var isForcedPromise: Bool { answeringPromise[slot: 0].fixnum == PromiseState.forced }
    /// The value of a forced promise.
    var promiseContent: Value { answeringPromise[slot: 1] }
}
