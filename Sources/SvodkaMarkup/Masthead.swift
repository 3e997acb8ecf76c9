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

  /// The words of letters and numbers in lower case.
  static func words(_ text: String) -> [String] {
    var text = text
    if let plain = text.withUTF8(plainWords) { return plain }
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The same by bytes, since asking Unicode is slow; nil where there is more than ASCII, basic Cyrillic and the usual marks.
  private static func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> [String]? {
    var words = FoldedWords()
    words.reserve(text.count)
    var index = 0
    func close() -> Bool {
      guard words.lowerCyrillic() else { return false }
      words.close()
      return true
    }
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x30...0x39, 0x61...0x7A: words.append(byte)
      case 0x41...0x5A: words.append(byte + 0x20)
      case 0xD0, 0xD1:
        words.append(byte)
        words.append(text[index + 1])
        index += 1
      default:
        guard let length = UsualMarks.length(at: index, in: text), close() else { return nil }
        index += length - 1
      }
      index += 1
    }
    guard close() else { return nil }
    return (0..<words.count).map { String(decoding: words[$0], as: UTF8.self) }
  }
}
