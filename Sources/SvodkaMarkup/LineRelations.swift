import SvodkaKit

/// How a line of a copied page stands to the others: lines that come again and again, lines made alike, the headline, dates.
struct LineRelations {
  private let lines: [PlainLine]
  private let stems: [Set<UInt64>]
  private let headline: LineHeadline
  private let isProse: [Bool]
  /// How often a short line's words stand in a row elsewhere.
  private let repeats: [Int]
  /// Short lines that stand three times or more, before each line and before the end: "Reply", "Read more".
  private let recurringBefore: [Int]
  private let sentencesBefore: [Int]
  private let wordsBefore: [Int]
  private let isRecurring: [Bool]
  private let isDated: [Bool]
  private let makes: [UInt64]
  private let usualLength: Int

  init(lines: [PlainLine], shapes: [TextShape], isProse: [Bool], isDated: [Bool]) {
    self.lines = lines
    self.isProse = isProse
    self.isDated = isDated
    var copies: [[UInt64]: Int] = [:]
    for shape in shapes { copies[shape.hashes, default: 0] += 1 }
    let isRecurring = shapes.map { $0.words <= 10 && (copies[$0.hashes] ?? 0) >= 3 }
    self.isRecurring = isRecurring
    func sums(_ value: (Int) -> Int) -> [Int] {
      var all = [0]
      for i in lines.indices { all.append(all[i] + value(i)) }
      return all
    }
    recurringBefore = sums { isRecurring[$0] ? 1 : 0 }
    sentencesBefore = sums { lines[$0].isSentence ? 1 : 0 }
    wordsBefore = sums { lines[$0].words.count }
    stems = lines.map { Self.stems(of: $0.words) }
    repeats = Self.repeats(lines)
    headline = LineHeadline(lines: lines, stems: stems, isProse: isProse, repeats: repeats, within: lines.indices)
    makes = lines.map { Self.make(of: $0.bytes) }
    let lengths = lines.indices.filter { isProse[$0] }.map { lines[$0].words.count }.sorted()
    usualLength = lengths.isEmpty ? 10 : lengths[lengths.count / 2]
  }

  /// The line that is most likely the headline of a body that begins at a line.
  func headline(above first: Int) -> Int? {
    LineHeadline(lines: lines, stems: stems, isProse: isProse, repeats: repeats, within: max(0, first - 15)..<first)
      .line
  }

  /// The first six letters of words of four or more, hashed: forms of one word mostly agree in them.
  private static func stems(of words: FoldedWords) -> Set<UInt64> {
    var stems: Set<UInt64> = []
    for index in 0..<words.count {
      var hash = StableHash.start
      var letters = 0
      for byte in words[index] {
        // Not the later bytes of a letter.
        if byte & 0xC0 != 0x80 { letters += 1 }
        if letters <= 6 { hash = StableHash.adding(byte, to: hash) }
      }
      if letters > 3 { stems.insert(hash) }
    }
    return stems
  }

  /// How often the words of lines of 3 to 25 words stand in a row in other lines, at most thrice.
  private static func repeats(_ lines: [PlainLine]) -> [Int] {
    let hashes = lines.map { line in (0..<line.words.count).map { WordHashes.hash(line.words[$0]) } }
    var places: [UInt64: [(line: Int, word: Int)]] = [:]
    for (line, words) in hashes.enumerated() {
      for (word, hash) in words.enumerated() { places[hash, default: []].append((line, word)) }
    }
    return hashes.indices.map { i in
      let wanted = hashes[i]
      guard (3...25).contains(wanted.count) else { return 0 }
      // The rarest word first: common ones stand everywhere.
      guard
        let (offset, candidates) = wanted.enumerated().map({ ($0.offset, places[$0.element] ?? []) })
          .min(by: { $0.1.count < $1.1.count }), candidates.count <= 200
      else { return 0 }
      var found = 0
      for (line, word) in candidates where line != i && word >= offset {
        let start = word - offset
        guard start + wanted.count <= hashes[line].count else { continue }
        if hashes[line][start..<(start + wanted.count)].elementsEqual(wanted) { found += 1 }
        if found == 3 { break }
      }
      return found
    }
  }

  /// How a line begins, with all letters alike and all digits: prices, dates and items of lists look alike.
  private static func make(of bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = StableHash.start
    var last: UInt8 = 0
    var count = 0
    for byte in bytes.drop(while: { $0 <= 0x20 }) where count < 12 {
      let kind: UInt8 =
        switch byte {
        case 0x30...0x39: 0x30
        case 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF, 0x80...0xBF: 0x61
        default: byte
        }
      if kind == last, kind == 0x30 || kind == 0x61 { continue }
      hash = StableHash.adding(kind, to: hash)
      (last, count) = (kind, count + 1)
    }
    return hash
  }

  func append(_ i: Int, to row: inout FeatureRow) {
    let count = lines.count
    let near = (from: max(0, i - 3), to: min(count, i + 4))
    let wide = (from: max(0, i - 8), to: min(count, i + 9))
    row.append(isRecurring[i])
    for reach in [near, wide] {
      row.append(Float(recurringBefore[i] - recurringBefore[reach.from]))
      row.append(Float(recurringBefore[reach.to] - recurringBefore[i + 1]))
      row.append(share(sentencesBefore[reach.to] - sentencesBefore[reach.from], reach.to - reach.from))
    }
    row.append(Float(repeats[i]))
    if let title = headline.line {
      row.append(i > title ? log(i - title) : -log(title - i))
      let common = stems[i].count { headline.stems.contains($0) }
      row.append(share(common, stems[i].count))
      row.append(share(common, headline.stems.count))
      row.append(i > title ? Float(wordsBefore[i] - wordsBefore[title + 1]).squareRoot() : -1)
    } else {
      for value: Float in [20, 0, 0, -1] { row.append(value) }
    }
    for marks in [isDated, isRecurring] {
      row.append(Self.distance(stride(from: i - 1, through: max(0, i - 40), by: -1), marks))
      row.append(Self.distance(stride(from: i + 1, to: min(count, i + 41), by: 1), marks))
    }
    var (begun, made) = (0, 0)
    for other in [i - 2, i - 1, i + 1, i + 2] where lines.indices.contains(other) {
      if makes[other] == makes[i] { made += 1 }
      guard !lines[i].words.isEmpty, !lines[other].words.isEmpty else { continue }
      if lines[other].words[0] == lines[i].words[0] { begun += 1 }
    }
    row.append(Float(begun))
    row.append(Float(made))
    row.append(log(lines[i].words.count) - log(usualLength))
    row.append(log(wordsBefore[i] - wordsBefore[wide.from]))
    row.append(log(wordsBefore[wide.to] - wordsBefore[i + 1]))
  }

  /// Steps to the first marked line; as for 4095 where there is none.
  private static func distance(_ places: some Sequence<Int>, _ marks: [Bool]) -> Float {
    var steps = 0
    for place in places {
      steps += 1
      if marks[place] { return log(steps) }
    }
    return 12
  }
}
