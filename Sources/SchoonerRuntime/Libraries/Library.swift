/// A library that a `define-library` form described (R7RS 5.6.1).
///
/// The object itself keeps no Scheme values: its environment and its forms stand in the library table's root.
final class Library {
    enum State {
        /// Its body has not been evaluated.
        case defined
        /// Its body is being evaluated.
        case loading
        case loaded
    }

    let name: LibraryName
    /// Where its objects are in the table.
    let index: Int
    var state = State.defined
    /// The internal name of each exported one.
    var exports: [String: String] = [:]
    var imports: [ImportSet] = []
    /// Where the forms of the body stood in their files; the forms are in the table.
    var formPositions: [FormPositions] = []
    /// How many of the forms have been handed out for evaluation.
    var formsTaken = 0

    init(name: LibraryName, index: Int) {
        self.name = name
        self.index = index
    }
}
