// Datum labels (R7RS 2.4): `#0=datum` names, `#0#` refers.

extension Reader {
    /// Reads `#n=` or `#n#`, the `#` taken: a reference is a datum, a definition opens a frame.
    func readLabel(_ start: SourcePosition, _ pending: inout PendingData) throws(Signal) -> Value? {
        var digits: [UInt32] = []
        while let scalar = cursor.peek(), LexicalClass.isDigit(scalar) {
            digits.append(scalar)
            cursor.next()
        }
        guard let ending = cursor.peek() else { throw prematureEOF() }
        cursor.next()
        let text = swiftText(digits)
        switch ending {
        case 0x3D:  // =
            guard let number = Int(text) else { throw parseError("Ill-formed datum label: #\(text)=") }
            guard pending.placeholders[number] == nil else {
                throw parseError("Can't redefine datum label: #\(number)=")
            }
            pending.placeholders[number] = heap.object(.box, Value(fixnum: number & 0xFFFF))
            pending.open(.label(number), start)
            return nil
        case 0x23:  // #
            guard let number = Int(text), let placeholder = pending.placeholders[number] else {
                throw parseError("Reference to undefined datum label: #\(text)#")
            }
            return pending.labels[number] ?? placeholder
        default:
            throw parseError("Illegal character:", Value(character: ending))
        }
    }

    /// Puts the named data where their labels were used before they were finished.
    func resolveLabels(_ datum: Value, _ pending: PendingData) throws(Signal) -> Value {
        var meanings: [Value: Value] = [:]
        for (number, placeholder) in pending.placeholders { meanings[placeholder] = pending.labels[number] }
        var visited: Set<Value> = []
        var work = [datum]
        while let current = work.popLast() {
            guard current.isPair || current.isVector, visited.insert(current).inserted else { continue }
            if current.isPair {
                if let meaning = meanings[current.car] {
                    heap.setCar(current, meaning)
                } else {
                    work.append(current.car)
                }
                if let meaning = meanings[current.cdr] {
                    heap.setCdr(current, meaning)
                } else {
                    work.append(current.cdr)
                }
            } else {
                for index in 0..<current.length {
                    let element = current[slot: index]
                    if let meaning = meanings[element] {
                        heap.set(current, slot: index, meaning)
                    } else {
                        work.append(element)
                    }
                }
            }
        }
        return datum
    }
}
