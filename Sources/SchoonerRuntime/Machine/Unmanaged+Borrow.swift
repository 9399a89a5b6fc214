extension Unmanaged {
    /// Runs the body with the object, without counting references: somebody else keeps it alive meanwhile.
    @inline(__always) func borrow<Result, Failure: Error>(
        _ body: (Instance) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let outcome = _withUnsafeGuaranteedRef { object -> Swift.Result<Result, Failure> in
            do throws(Failure) {
                return .success(try body(object))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
