/// A library that a `define-library` form described (R7RS 5.6.1).
///
/// The object itself keeps no Scheme values: its environment and its forms stand in the library table's root.
final class Library {
    let name: LibraryName
    /// Where its objects are in the table.
    let index: Int
    /// Whether its body has been evaluated.
    var isLoaded = false
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
