/// Where a line stands among the lines of a copied page: how dense the prose around it is, what the lexicons found before
/// it, and how much it speaks of what the longest stretch of prose speaks of.
struct LineContext {
  private let lines: [PlainLine]
  private let shapes: [TextShape]
  let isProse: [Bool]
  /// Words, and words in prose, before each line and before the end.
  private let wordsBefore: [Int]
  private let proseBefore: [Int]
  private let proseLinesBefore: [Int]
  /// The stretch with the most prose, where short lines count little against it, and where they count much.
  private let wide: Range<Int>
  private let narrow: Range<Int>
  private let copies: [[UInt64]: Int]
  /// In how many lines of prose of the wide stretch a word occurs.
  private let topic: [UInt64: Int]
  /// By kind, the lines where the lexicons found it.
  private let found: [[Int]]
  /// Lines that tell a time of day or a year before each line: dates stand above comments and in lists of news.
  private let datedBefore: [Int]
  let isDated: [Bool]
  private let previousProse: [Int]
  private let nextProse: [Int]

  init(lines: [PlainLine], shapes: [TextShape]) {
    self.lines = lines
    self.shapes = shapes
    let isProse = lines.map { $0.isProse && $0.evidence < 1 }
    self.isProse = isProse
    func sums(_ value: (Int) -> Int) -> [Int] {
      var all = [0]
      for i in lines.indices { all.append(all[i] + value(i)) }
      return all
    }
    wordsBefore = sums { shapes[$0].words }
    proseBefore = sums { isProse[$0] ? shapes[$0].words : 0 }
    proseLinesBefore = sums { isProse[$0] ? 1 : 0 }
    let isDated = lines.indices.map { shapes[$0].words <= 12 && Self.tellsTime(lines[$0].bytes) }
    self.isDated = isDated
    datedBefore = sums { isDated[$0] ? 1 : 0 }
    wide = Self.densest(shapes, isProse, cost: 6)
    narrow = Self.densest(shapes, isProse, cost: 25)
    var copies: [[UInt64]: Int] = [:]
    for shape in shapes { copies[shape.hashes, default: 0] += 1 }
    self.copies = copies
    var topic: [UInt64: Int] = [:]
    for i in wide where isProse[i] { for word in Set(shapes[i].hashes) { topic[word, default: 0] += 1 } }
    self.topic = topic
    var found = [[Int]](repeating: [], count: Self.kinds.count)
    for (i, line) in lines.enumerated() where !isProse[i] {
      for (k, kind) in Self.kinds.enumerated() where line.matches.contains(where: { $0.kind == kind }) {
        found[k].append(i)
      }
    }
    self.found = found
    var last = -1
    previousProse = lines.indices.map { i in
      defer { if isProse[i] { last = i } }
      return last
    }
    var next = lines.count
    nextProse = lines.indices.reversed().map { i in
      defer { if isProse[i] { next = i } }
      return next
    }.reversed()
  }

  private static let kinds: [Furniture.Kind] = [.comments, .related, .share, .legal, .signup, .menu]

  /// The stretch with the greatest sum of words in prose, less a cost for each other line (Kadane's algorithm).
  private static func densest(_ shapes: [TextShape], _ isProse: [Bool], cost: Int) -> Range<Int> {
    var (best, found, sum, start) = (0, 0..<0, 0, 0)
    for i in shapes.indices {
      if sum <= 0 { (sum, start) = (0, i) }
      sum += isProse[i] ? shapes[i].words : -cost
      if sum > best { (best, found) = (sum, start..<(i + 1)) }
    }
    return found
  }

  func row(_ i: Int) -> [Float] {
    let count = lines.count
    var row: [Float] = [
      share(i, count), share(wordsBefore[i], wordsBefore[count]), log(count), log(proseBefore[count]),
      share(proseBefore[count], wordsBefore[count]), share(proseBefore[i], proseBefore[count]),
      log(copies[shapes[i].hashes] ?? 0),
    ]
    for stretch in [wide, narrow] {
      row += [
        signed(i - stretch.lowerBound), signed(i - (stretch.upperBound - 1)),
        share(proseBefore[stretch.upperBound] - proseBefore[stretch.lowerBound], proseBefore[count]),
      ]
    }
    for reach in [2, 5, 15] {
      let (from, to) = (max(0, i - reach), min(count, i + reach + 1))
      row += [
        log(proseBefore[i] - proseBefore[from]), log(proseBefore[to] - proseBefore[i + 1]),
        share(proseLinesBefore[i] - proseLinesBefore[from], i - from),
        share(proseLinesBefore[to] - proseLinesBefore[i + 1], to - i - 1),
      ]
    }
    let run = (previousProse[i] + 1)..<max(previousProse[i] + 1, nextProse[i])
    row += [
      log(i - previousProse[i]), log(nextProse[i] - i), log(run.count),
      share(wordsBefore[run.upperBound] - wordsBefore[run.lowerBound], run.count), isProse[i] ? 1 : 0,
    ]
    let (from, to) = (max(0, i - 8), min(count, i + 9))
    row += [
      isDated[i] ? 1 : 0, log(datedBefore[i] - datedBefore[from]), log(datedBefore[to] - datedBefore[i + 1]),
      log(datedBefore[i]), log(datedBefore[count] - datedBefore[i]),
    ]
    row += cohesion(i)
    for places in found {
      let before = places.last { $0 < i } ?? -1
      let after = places.first { $0 > i } ?? -1
      row += [before < 0 ? 20 : log(i - before), after < 0 ? 20 : log(after - i)]
    }
    return row
  }

  /// Shares of the words that occur in other prose of the wide stretch, and that occur there often.
  private func cohesion(_ i: Int) -> [Float] {
    let words = Set(shapes[i].hashes)
    let own = wide.contains(i) && isProse[i] ? 1 : 0
    var (known, often) = (0, 0)
    for word in words {
      let lines = (topic[word] ?? 0) - own
      if lines > 0 { known += 1 }
      if lines > 1 { often += 1 }
    }
    return [share(known, words.count), share(often, words.count)]
  }

  /// True for `9:15` or `21:15` and for years of our time.
  static func tellsTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var number = 0
    var afterColon = false
    for byte in bytes {
      if (0x30...0x39).contains(byte) {
        digits += 1
        number = digits <= 4 ? number * 10 + Int(byte - 0x30) : 0
      } else {
        if digits == 4, (1990...2099).contains(number) { return true }
        if afterColon, digits == 2, number < 60 { return true }
        afterColon = byte == 0x3A && (1...2).contains(digits) && number < 24
        (digits, number) = (0, 0)
      }
    }
    return digits == 4 && (1990...2099).contains(number) || afterColon && digits == 2 && number < 60
  }

  private func signed(_ n: Int) -> Float { n < 0 ? -log(-n) : log(n) }
}
