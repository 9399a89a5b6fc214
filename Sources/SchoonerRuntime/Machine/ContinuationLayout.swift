/// A continuation object: `[segment, end, resume, next, winders, parameters, handlers]`.
///
/// `segment` is captured stack (or #f for a thread's very bottom), of which the first `end` words are meant; `resume` is the
/// address at which the topmost of its frames goes on; `next` is the continuation below.
enum ContinuationLayout {
    static let segment = 0
    static let end = 1
    static let resume = 2
    static let next = 3
    static let winders = 4
    static let parameters = 5
    static let handlers = 6
    static let slots = 7
}

extension Value {
    var continuationResume: ProgramCounter {
        ProgramCounter(bitPattern: self[slot: ContinuationLayout.resume].bits).unsafelyUnwrapped
    }
}
