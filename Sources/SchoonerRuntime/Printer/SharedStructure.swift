/// Finds the objects of a datum that need a label: those on a cycle, or all that occur twice.
struct SharedStructure {
    /// Objects seen as a tree before the walk begins to remember them: small data pay for no table.
    private static let treeLimit = 2000

    private enum State { case onPath, done }

    private var states: [Value: State] = [:]
    private(set) var labelled: Set<Value> = []

    /// The objects on cycles (`allShared` false), or all that are reached twice.
    static func find(in datum: Value, allShared: Bool) -> Set<Value> {
        guard hasParts(datum) else { return [] }
        if !allShared && isSmallTree(datum) { return [] }
        var search = SharedStructure()
        search.walk(datum, allShared: allShared)
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

    private static func isSmallTree(_ datum: Value) -> Bool {
        var work = [datum]
        var steps = 0
        while let value = work.popLast() {
            let count = partCount(value)
            steps += count
            if steps > treeLimit { return false }
            for index in 0..<count {
                let part = part(value, index)
                if hasParts(part) { work.append(part) }
            }
        }
        return true
    }

    private mutating func walk(_ datum: Value, allShared: Bool) {
        var path: [(object: Value, next: Int)] = [(datum, 0)]
        states[datum] = .onPath
        while let (object, next) = path.last {
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
