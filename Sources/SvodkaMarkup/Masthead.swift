/// Tells lines above the body that only repeat what the metadata say: headline, authors, date, outlet.
struct Masthead {
  private let title: [UInt64]
  private let known: Set<String>
  private let dates: DateTables

  init(title: String?, authors: [String], source: String?, dates: DateTables) {
    self.title = TextShape(Array((title ?? "").lowercased().utf8)).hashes
    var known = Set<String>()
    for name in authors + [source ?? ""] { known.formUnion(Self.words(name)) }
    self.known = known
    self.dates = dates
  }

  /// True for the headline itself, and for a line of at most 20 words of which none says anything else.
  func isAllOf(_ line: String) -> Bool {
    if !title.isEmpty, TextShape(Array(line.lowercased().utf8)).hashes == title { return true }
    let words = Self.words(line)
    guard !words.isEmpty, words.count <= 20 else { return false }
    return words.allSatisfy { known.contains($0) || dates.bylineWords.contains($0) || $0.allSatisfy(\.isNumber) }
  }

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
