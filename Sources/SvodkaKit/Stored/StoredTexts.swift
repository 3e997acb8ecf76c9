/// The texts of a stored summary: each stands there once, and everything that has it knows it by its number.
///
/// Texts are told apart by their bytes: two that only look alike remain two.
package struct StoredTexts: Sendable {
  private struct Known: Hashable {
    let text: String

    static func == (a: Known, b: Known) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var numbers: [Known: Int] = [:]
  /// The texts by their numbers.
  package private(set) var all: [String] = []
  /// The number of the first text that was not yet written.
  private var written = 0

  /// No texts.
  package init() {}

  /// The number of a text; a new one gets the next.
  package mutating func number(of text: String) -> Int {
    if let number = numbers[Known(text: text)] { return number }
    numbers[Known(text: text)] = all.count
    all.append(text)
    return all.count - 1
  }

  /// The texts that came since this was last asked for.
  package mutating func takeNew() -> ArraySlice<String> {
    defer { written = all.count }
    return all[written...]
  }

  /// Takes in texts that are read, which get the next numbers.
  package mutating func append(_ texts: some Sequence<String>) { all.append(contentsOf: texts) }
}
