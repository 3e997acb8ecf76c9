import SvodkaKit

/// How often words and triples of letters stand in the languages of one script.
struct LetterStatistics: Sendable {
  /// The classes that are told apart.
  let languages: [String]
  /// The letters in small form, `'` among them; letter number i of the text is number i + 1 here, the edge of a word 0.
  private let alphabet: [Unicode.Scalar]
  /// Rows of `triples`, plus 1, by three letter numbers; 0 where a triple tells nothing.
  private var rows: [UInt16]
  /// Costs in half natural logarithms, a row for each triple and a column for each language.
  private var triples: [UInt8] = []
  /// The same for words, by the hash of their letter numbers.
  private var words: [UInt64: Int] = [:]
  private var wordCosts: [UInt8] = []

  /// Reads `Tables/languages/SCRIPT.txt`.
  ///
  /// - Throws: `R101` when it is missing, `R102` with the line when it is broken.
  init(script: String, resources: any ResourceProvider) throws(AnalysisError) {
    let (bytes, file) = try resources.read("Tables/languages/\(script).txt", of: "SvodkaText")
    var lines = bytes.split(separator: 0x0A).enumerated().filter { $0.element.first != UInt8(ascii: "#") }[...]
    func header(_ name: String) throws(AnalysisError) -> String {
      let line = lines.popFirst()
      let words = String(decoding: line?.element ?? [], as: UTF8.self).split(separator: " ", maxSplits: 1)
      guard words.count == 2, words[0] == name else {
        throw AnalysisError(
          .brokenResource, "'\(name) …' expected", location: SourceLocation(path: file, line: (line?.offset ?? 0) + 1))
      }
      return String(words[1])
    }
    languages = try header("languages").split(separator: " ").map(String.init)
    alphabet = Array(try header("alphabet").unicodeScalars)
    apostrophe = alphabet.firstIndex(of: "'").map { UInt8($0 + 1) } ?? 0
    let side = alphabet.count + 1
    rows = [UInt16](repeating: 0, count: side * side * side)
    var numbers = [UInt8](repeating: 0, count: 0x800)
    for (i, letter) in alphabet.enumerated() where letter.value < 0x800 { numbers[Int(letter.value)] = UInt8(i + 1) }
    var row = Row()
    for section in ["words", "triples"] {
      guard let count = Int(try header(section)), count < Int(UInt16.max) else {
        throw AnalysisError(.brokenResource, "the number of \(section) expected", location: SourceLocation(path: file))
      }
      for line in lines.prefix(count) {
        row.read(line.element, numbers)
        guard row.costs.count == languages.count, section == "words" || row.letters.count == 3 else {
          throw AnalysisError(
            .brokenResource, "letters and a digit for each language expected",
            location: SourceLocation(path: file, line: line.offset + 1))
        }
        if section == "words" {
          words[Self.hash(row.letters[...])] = wordCosts.count
          wordCosts += row.costs
        } else {
          let place = row.letters.reduce(0) { $0 * side + Int($1) }
          rows[place] = UInt16(triples.count / languages.count + 1)
          triples += row.costs
        }
      }
      lines = lines.dropFirst(count)
    }
  }

  /// A row of the table: letter numbers and costs. It is filled again and again, since thousands are read.
  private struct Row {
    var letters: [UInt8] = []
    var costs: [UInt8] = []

    /// Reads letters in UTF-8 of one or two bytes, a blank, and digits of base 36.
    mutating func read(_ line: ArraySlice<UInt8>, _ numbers: [UInt8]) {
      letters.removeAll(keepingCapacity: true)
      costs.removeAll(keepingCapacity: true)
      line.withUnsafeBufferPointer { line in
        var i = 0
        while i < line.count, line[i] != 0x20 {
          let isLong = line[i] >= 0xC0 && i + 1 < line.count
          let scalar = isLong ? Int(line[i] & 0x1F) << 6 | Int(line[i + 1] & 0x3F) : Int(line[i])
          letters.append(numbers[scalar])
          i += isLong ? 2 : 1
        }
        for byte in line.dropFirst(i + 1) {
          switch byte {
          case 0x30...0x39: costs.append(byte - 0x30)
          case 0x61...0x7A: costs.append(byte - 0x61 + 10)
          default: costs.append(UInt8.max)
          }
        }
      }
    }
  }

  private static func hash(_ letters: ArraySlice<UInt8>) -> UInt64 {
    StableHash.fnv1a(letters)
  }

  /// The numbers of the letters, small and capital, by scalar value.
  var letterNumbers: [(scalar: UInt32, number: UInt8)] {
    alphabet.enumerated().flatMap { i, letter in
      let upper = letter.properties.uppercaseMapping.unicodeScalars
      return [(letter.value, UInt8(i + 1))] + (upper.count == 1 ? [(upper[upper.startIndex].value, UInt8(i + 1))] : [])
    }
  }

  /// The number of the apostrophe, 0 when the alphabet has none.
  let apostrophe: UInt8

  /// Adds to `costs` what a word costs in each language; `word` holds letter numbers between two edges (0).
  ///
  /// Returns how many triples told something.
  func add(_ word: ArraySlice<UInt8>, to costs: inout [Int]) -> Int {
    let width = languages.count
    let side = alphabet.count + 1
    var told = 0
    if let start = words[Self.hash(word.dropFirst().dropLast())] {
      for k in 0..<width { costs[k] += Int(wordCosts[start + k]) }
      told += 1
    }
    guard word.count >= 3 else { return told }
    for i in word.startIndex..<(word.endIndex - 2) {
      let row = Int(rows[(Int(word[i]) * side + Int(word[i + 1])) * side + Int(word[i + 2])])
      if row == 0 { continue }
      told += 1
      for k in 0..<width { costs[k] += Int(triples[(row - 1) * width + k]) }
    }
    return told
  }
}
