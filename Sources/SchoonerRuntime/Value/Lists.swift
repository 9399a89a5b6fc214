extension Value {
    /// The elements of a proper list, and what ends it (`()` when it is proper). A cycle ends the walk at `limit`.
    package func listElements(limit: Int = .max) -> (elements: [Value], tail: Value) {
        var elements: [Value] = []
        var rest = self
        while rest.isPair && elements.count < limit {
            elements.append(rest.car)
            rest = rest.cdr
        }
        return (elements, rest)
    }

    /// The length of a proper list; nil for an improper or circular one.
    package var properListLength: Int? {
        var count = 0
        var slow = self
        var fast = self
        while fast.isPair {
            fast = fast.cdr
            count += 1
            if !fast.isPair { break }
            fast = fast.cdr
            count += 1
            slow = slow.cdr
            if fast == slow { return nil }
        }
        return fast.isNull ? count : nil
    }
}
