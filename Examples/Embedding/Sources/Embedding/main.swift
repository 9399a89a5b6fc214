import Schooner

let scheme = try Scheme()

// A procedure written in Swift, a Scheme program that uses it, and a call of that program.
try await scheme.define("shout", arity: 1) { arguments in
    .string((arguments[0].stringValue ?? "").uppercased())
}
try await scheme.evaluate("(define (greet name) (string-append \"Hello, \" (shout name) \"!\"))")
print(try await scheme.call("greet", ["world"]))

// Values are copied; a Scheme condition is a Swift error.
print(try await scheme.evaluate("(map (lambda (x) (* x x)) '(1 2 3))"))
do {
    try await scheme.evaluate("(vector-ref (vector 1 2) 5)", file: "sample.scm")
} catch SchemeError.raised(let condition) {
    print(condition.message)
}
await scheme.shutDown()
