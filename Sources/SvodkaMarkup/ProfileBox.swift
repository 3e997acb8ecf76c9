/// Who somebody is, told in a box below an article: of the author, or of the company that the news is of.
///
/// It is running text like the article's own, so that neither lexicons nor the scorer see it. What shows it is its form: a line that is but
/// a name, and a paragraph below it that begins with the name and says what that is ("Ann Orlov is a writer …", «АО „Север“ — один
/// из крупнейших …»).
struct ProfileBox {
  /// The words of a language by which such a box is told.
  struct Words: Decodable, Sendable {
    /// What stands between a name and what it is, where no dash does.
    var verbs: [String]
    /// Before or behind a company's name, and no part of it; words of a heading before the name.
    var besides: [String]
  }

  /// A longer name is a sentence's beginning.
  private static let longestName = 8
  private static let longestHeading = 6
  /// A shorter line is no paragraph.
  private static let leastWords = 12
  /// A dash further on is of another clause.
  private static let reach = 160
  /// Above the box stands an article, and below it little.
  private static let (leastAbove, mostBelow) = (2, 5)

  private let verbs: [[String]]
  private let besides: Set<String>
  private let words: @Sendable (String) -> FoldedWords

  init(_ all: [Words], words: @escaping @Sendable (String) -> FoldedWords) {
    self.words = words
    func folded(_ text: String) -> [String] { Self.strings(words(text)) }
    verbs = all.flatMap(\.verbs).map(folded).filter { !$0.isEmpty }
    besides = Set(all.flatMap(\.besides).flatMap(folded))
  }

  /// The first line of the box at the end of an article; nil without one. Where several paragraphs have its form, they are the article's
  /// own: portraits, or a list of things.
  func start(in lines: [PlainLine]) -> Int? {
    var found: (first: Int, paragraph: Int)?
    for index in lines.indices {
      guard let first = opening(index, of: lines) else { continue }
      if found != nil { return nil }
      found = (first, index)
    }
    guard let found, found.paragraph >= Self.leastAbove, lines.count - found.paragraph <= Self.mostBelow else {
      return nil
    }
    return found.first
  }

  private func opening(_ index: Int, of lines: [PlainLine]) -> Int? {
    let line = lines[index]
    guard line.words.count >= Self.leastWords, let end = nameEnd(line) else { return nil }
    let name = Self.strings(line.words).prefix(end).filter { !besides.contains($0) }
    guard (1...Self.longestName).contains(name.count) else { return nil }
    if index > 0 {
      let heading = lines[index - 1]
      let own = Self.strings(heading.words).filter { !besides.contains($0) }
      if (1...Self.longestHeading).contains(own.count), !heading.isSentence, heading.string.last != ":",
        own.prefix(2).contains(where: name.contains)
      {
        return index - 1
      }
    }
    // Heading and paragraph copied as one line: the name stands twice.
    let isTwice = (1...3).contains { 2 * $0 <= name.count && name.prefix($0) == name[$0..<(2 * $0)] }
    return isTwice ? index : nil
  }

  /// How many words stand before the dash or the verb; nil without either.
  private func nameEnd(_ line: PlainLine) -> Int? {
    let start = String(line.string.prefix(Self.reach))
    for dash in [" — ", " – "] {
      if let place = start.firstRange(of: dash) { return words(String(start[..<place.lowerBound])).count }
    }
    let all = Self.strings(line.words).prefix(2 * Self.longestName)
    return all.indices.first { place in
      verbs.contains { all.count - place >= $0.count && all[place..<(place + $0.count)].elementsEqual($0) }
    }
  }

  private static func strings(_ words: FoldedWords) -> [String] {
    (0..<words.count).map { String(decoding: words[$0], as: UTF8.self) }
  }
}
