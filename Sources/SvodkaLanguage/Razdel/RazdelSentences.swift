import SvodkaKit

/// Cuts a paragraph of Russian text into sentences as razdel does: every mark that may end a sentence is a candidate, and
/// rules that look ten characters to either side say where the sentence goes on.
struct RazdelSentences: Sendable {
  private static let window = 10
  private static let longestBullets = 20

  private let before: Set<String>
  private let after: Set<String>
  private let pairsBefore: Set<String>
  private let pairsAfter: Set<String>
  private let initials: Set<String>
  private let bullets: Set<UInt32>
  private let endings: Set<UInt32>
  private let dashes: Set<UInt32>
  private let closingQuotes: Set<UInt32>
  private let genericQuotes: Set<UInt32>
  private let closingBrackets: Set<UInt32>
  private let delimiters: Set<UInt32>
  /// By the first byte of a character: whether it may be a delimiter.
  private let mayDelimit: [Bool]

  init(_ table: RussianSegmentationTable) {
    func words(_ lines: [String]) -> Set<String> { Set(lines.flatMap { $0.split(separator: " ").map(String.init) }) }
    func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
    before = words(table.before)
    after = words(table.after).union(before)
    pairsBefore = Set(table.pairsBefore)
    pairsAfter = Set(table.pairsAfter)
    initials = Set(table.initials)
    bullets = scalars(table.bullets)
    endings = scalars(table.endings)
    dashes = scalars(table.dashes)
    closingQuotes = scalars(table.closingQuotes)
    genericQuotes = scalars(table.genericQuotes)
    closingBrackets = scalars(table.closingBrackets)
    let marks = table.endings + ";" + table.genericQuotes + table.closingQuotes + table.closingBrackets
    delimiters = scalars(marks)
    var mayDelimit = [Bool](repeating: false, count: 256)
    for character in marks + ":=" { mayDelimit[Int(character.utf8.first ?? 0)] = true }
    self.mayDelimit = mayDelimit
  }

  /// Calls `body` with the bounds of every sentence of `range`, white space at their ends included.
  func forEachSentence(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Int, Int) -> Void) {
    var start = range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      guard mayDelimit[Int(bytes[i])] else {
        i += 1
        continue
      }
      let smile = Smile.length(bytes, i, range.upperBound)
      let (scalar, length) = ScalarClasses.decode(bytes, i)
      guard smile > 0 || delimiters.contains(scalar) else {
        i += length
        continue
      }
      let end = i + (smile > 0 ? smile : length)
      if !goesOn(bytes, range, sentence: start, delimiter: i, smile > 0 ? nil : scalar, end) {
        body(start, end)
        start = end
      }
      i = end
    }
    body(start, range.upperBound)
  }

  private func goesOn(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, sentence: Int, delimiter place: Int, _ delimiter: UInt32?,
    _ end: Int
  ) -> Bool {
    // The commonest answers first: they need no window.
    guard end < range.upperBound, ScalarClasses.isSpace(ScalarClasses.decode(bytes, end).0) else { return true }
    let right = Window(after: end, in: bytes, upTo: range.upperBound, count: Self.window)
    guard let first = right.firstToken else { return true }
    if first.isLowerWord || goesOn(before: first, right) { return true }
    let left = Window(before: place, in: bytes, downTo: range.lowerBound, count: Self.window)
    guard let last = left.lastToken else { return true }
    if delimiter == 0x2E, isAbbreviated(left, last, first) { return true }
    if delimiter == 0x2E || delimiter == 0x29, isBulleted(bytes, sentence..<place) { return true }
    if let delimiter, closes(delimiter, left, last) { return true }
    return first.isMark(dashes) && right.firstWord?.isLowerWord ?? false
  }

  /// A sentence cannot begin with a mark that ends one, nor with a smiley.
  private func goesOn(before first: Window.Word, _ right: Window) -> Bool {
    if first.isMark(genericQuotes) { return false }
    return first.isMark(delimiters) || right.startsWithSmile
  }

  private func isAbbreviated(_ left: Window, _ last: Window.Word, _ first: Window.Word) -> Bool {
    let word = last.lowercased
    if initials.contains(word) || last.isInitial { return true }
    if pairsAfter.contains("\(word) \(first.lowercased)") || pairsBefore.contains("\(word) \(first.lowercased)") {
      return true
    }
    if let pair = left.abbreviatedPair {
      if pairsBefore.contains(pair) { return true }
      if pairsAfter.contains(pair) { return first.continues }
    }
    return before.contains(word) || after.contains(word) && first.continues
  }

  /// Numbers and letters of a list: "8.1.", "б)".
  private func isBulleted(_ bytes: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>) -> Bool {
    guard sentence.count <= 4 * Self.longestBullets else { return false }
    let buffer = Window(
      after: sentence.lowerBound, in: bytes, upTo: sentence.upperBound, count: Self.longestBullets + 1)
    guard buffer.scalars.count <= Self.longestBullets else { return false }
    return buffer.tokens.allSatisfy { token in
      if token.isDigits || token.isRoman { return true }
      let word = token.lowercased.unicodeScalars
      guard word.count == 1, let scalar = word.first?.value else { return false }
      return scalar == 0x2E || scalar == 0x29 || bullets.contains(scalar)
    }
  }

  private func closes(_ delimiter: UInt32, _ left: Window, _ last: Window.Word) -> Bool {
    if genericQuotes.contains(delimiter) && left.endsWithSpace { return true }
    guard genericQuotes.contains(delimiter) || closingQuotes.contains(delimiter) || closingBrackets.contains(delimiter)
    else { return false }
    return !last.isMark(endings)
  }
}
