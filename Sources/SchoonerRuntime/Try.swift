extension Interpreter {
  package func runFile(_ path: String) -> String {
    do throws(Signal) {
      let reader = Reader(self, text: try readFile(path, .false), file: path)
      var last = Value.unspecific
      while true {
        var positions: PositionTable? = PositionTable(file: path)
        let datum = try reader.read(positions: &positions)
        if datum.isEOF { return written(last) }
        let thunk = try compile(datum, userEnvironment, positions!)
        if path.hasSuffix(".dis") { print(listing(of: thunk.code)) }
        last = try machine.runAlone(thunk, [])
        print(written(last))
      }
    } catch { 
      if case .raise(let c) = error { for e in backtrace(of: c) { print(e) } }
      return "ERROR " + describe(error) }
  }
}
enum TryNumbers { static let table: [Primitive] = [
  Primitive("+", 0..., "") { s, a throws(Signal) in var r = Value.zero; for x in a.all { r = try s.add(r, x) }; return r },
  Primitive("*", 0..., "") { s, a throws(Signal) in var r = Value.one; for x in a.all { r = try s.multiply(r, x) }; return r },
  Primitive("-", 1..., "") { s, a throws(Signal) in a.count == 1 ? try s.subtract(.zero, a[0]) : try s.subtract(a[0], a[1]) },
  Primitive("<", 2, "") { s, a throws(Signal) in Value(try s.numberLess(a[0], a[1])) },
  Primitive(">", 2, "") { s, a throws(Signal) in Value(try s.numberLess(a[1], a[0])) },
  Primitive("=", 2, "") { s, a throws(Signal) in Value(try s.numberEqual(a[0], a[1])) },
  Primitive("<=", 2, "") { s, a throws(Signal) in Value(try s.numberLessOrEqual(a[0], a[1])) },
  Primitive(">=", 2, "") { s, a throws(Signal) in Value(try s.numberLessOrEqual(a[1], a[0])) },
  Primitive("quotient", 2, "") { s, a throws(Signal) in try s.integerQuotient(a[0], a[1]) },
  Primitive("1+", 1, "") { s, a throws(Signal) in try s.add(a[0], .one) },
  Primitive("zero?", 1, "") { s, a throws(Signal) in Value(try s.isZero(a[0])) },
  Primitive("exact-integer?", 1, "") { s, a throws(Signal) in Value(a[0].isFixnum) },
  Primitive("exact-nonnegative-integer?", 1, "") { s, a throws(Signal) in Value(a[0].isFixnum) },
  Primitive("index-fixnum?", 1, "") { s, a throws(Signal) in Value(a[0].isFixnum) },
  Primitive("number?", 1, "") { s, a throws(Signal) in Value(a[0].isFixnum) },
  Primitive("real?", 1, "") { s, a throws(Signal) in Value(a[0].isFixnum) },
] }
