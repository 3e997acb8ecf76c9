package import SvodkaKit
import SvodkaResources

/// What it costs to write a piece of one spelling for a piece of another, in hundredths of a nat.
///
/// A piece has a few letters, with the mark of the word's beginning or end where it stands there, so that a final -а is
/// another thing than one inside. The costs were learned: see `Tables/spelling-costs.tsv`.
package struct SpellingCosts: Sendable {
  /// Which spellings are compared.
  package enum Kind: Int, Sendable, CaseIterable {
    case cyrillicLatin
    case latinLatin
    case cyrillicCyrillic

    /// The name in the table.
    package var name: String {
      switch self {
      case .cyrillicLatin: "cyrillic-latin"
      case .latinLatin: "latin-latin"
      case .cyrillicCyrillic: "cyrillic-cyrillic"
      }
    }
    /// Scripts of the two sides.
    package var scripts: (WordScript, WordScript) {
      switch self {
      case .cyrillicLatin: (.cyrillic, .latin)
      case .latinLatin: (.latin, .latin)
      case .cyrillicCyrillic: (.cyrillic, .cyrillic)
      }
    }
    /// The most letters of a piece on either side.
    package var longest: (Int, Int) {
      switch self {
      case .cyrillicLatin: (2, 4)
      case .latinLatin: (3, 3)
      case .cyrillicCyrillic: (2, 2)
      }
    }
  }

  /// For a letter instead of one that was never seen for it.
  static let unknownLetter: Int32 = 900
  /// For a letter too many that was never seen to be.
  static let unknownGap: Int32 = 650
  /// For a beginning or an end whose letters were never seen for one another.
  static let unknownEdge: Int32 = 200
  /// More than any distance.
  package static let far: Int32 = 1 << 20

  private var tables: [PieceTable]

  /// Reads the shipped costs.
  ///
  /// - Throws: `R101`, `R102` when the table is missing or broken.
  package init(resources: any ResourceProvider) throws(AnalysisError) {
    let (bytes, file) = try resources.read("Tables/spelling-costs.tsv", of: "SvodkaNames")
    try self.init(bytes, file: file)
  }

  /// Reads costs: rows of kind, piece, piece, cost.
  package init(_ bytes: [UInt8], file: String) throws(AnalysisError) {
    var rows: [[(UInt64, Int32)]] = [[], [], []]
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == 0x23 { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count == 4, let kind = Kind.allCases.first(where: { cells[0].elementsEqual($0.name.utf8) }),
        let cost = Int32(String(decoding: cells[3], as: UTF8.self)),
        let a = Self.piece(cells[1], kind.scripts.0), let b = Self.piece(cells[2], kind.scripts.1)
      else {
        throw AnalysisError(
          .brokenResource, "expected kind, piece, piece and cost divided by tabs",
          location: .init(path: file, line: number + 1))
      }
      rows[kind.rawValue].append((a << 36 | b, cost))
    }
    tables = rows.map { PieceTable($0) }
  }

  private static let numbers: [[Character: UInt8]] = WordScript.allCases.map { script in
    var numbers: [Character: UInt8] = ["^": SpellingAlphabet.start, "$": SpellingAlphabet.end]
    let count = script == .cyrillic ? 32 : 26 + SpellingAlphabet.marked.count
    for number in 1...count { numbers[SpellingAlphabet.letter(UInt8(number), script)] = UInt8(number) }
    return numbers
  }

  private static func piece(_ cell: ArraySlice<UInt8>, _ script: WordScript) -> UInt64? {
    var piece: UInt64 = 0
    for letter in String(decoding: cell, as: UTF8.self) {
      guard let number = numbers[script.rawValue][letter] else { return nil }
      piece = piece << 6 | UInt64(number)
    }
    return piece
  }

  /// The cheapest way to write one word for the other; `far` when it costs more than `limit`.
  ///
  /// Time goes with the product of the lengths: some microseconds for names of usual length.
  package func distance(_ a: SpelledWord, _ b: SpelledWord, limit: Int32 = far) -> Int32 {
    switch (a.script, b.script) {
    case (.cyrillic, .latin): distance(a.letters, b.letters, .cyrillicLatin, limit)
    case (.latin, .cyrillic): distance(b.letters, a.letters, .cyrillicLatin, limit)
    case (.latin, .latin):
      a.letters == b.letters ? 0 : distance(a.letters, b.letters, .latinLatin, limit)
    case (.cyrillic, .cyrillic):
      a.letters == b.letters ? 0 : distance(a.letters, b.letters, .cyrillicCyrillic, limit)
    }
  }

  private func distance(_ a: [UInt8], _ b: [UInt8], _ kind: Kind, _ limit: Int32) -> Int32 {
    let (most, mostB) = kind.longest
    let (n, m) = (a.count, b.count)
    // Words of very unlike length are not aligned at all.
    if n > 60 || m > 60 || abs(n - m) > 3 + max(n, m) / 2 { return Self.far }
    let table = tables[kind.rawValue]
    // In one script a word may begin and end as it likes; between two the first and the last letters were learned.
    let bare = kind == .cyrillicLatin ? Self.unknownEdge : 0
    return a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: (n + 1) * (m + 1)) { cost in
          cost.initialize(repeating: Self.far)
          let width = m + 1
          cost[0] = 0
          for i in 0..<n {
            var best = Self.far
            for j in 0..<m where cost[i * width + j] < Self.far {
              let here = cost[i * width + j]
              best = min(best, here)
              // The beginnings stand for each other, and so do the ends.
              if (i == 0) != (j == 0) { continue }
              let first = i == 0 ? 1 : 0
              var pieceA: UInt64 = 0
              if i == 0 { pieceA = UInt64(a[0]) }
              var lengthA = 0
              while true {
                let endA = i + first + lengthA
                let closesA = endA == n - 1
                var pieceB: UInt64 = j == 0 ? UInt64(b[0]) : 0
                var lengthB = 0
                while true {
                  let endB = j + first + lengthB
                  let closesB = endB == m - 1
                  if lengthA + lengthB > 0 {
                    if let price = table[pieceA << 36 | pieceB] {
                      let at = endA * width + endB
                      cost[at] = min(cost[at], here + price)
                    }
                  }
                  if closesA, closesB, lengthA + lengthB > 0,
                    let price = table[(pieceA << 6 | 62) << 36 | (pieceB << 6 | 62)]
                  {
                    let at = n * width + m
                    cost[at] = min(cost[at], here + price)
                  }
                  if closesB || lengthB == mostB { break }
                  pieceB = pieceB << 6 | UInt64(b[endB])
                  lengthB += 1
                }
                if closesA || lengthA == most { break }
                pieceA = pieceA << 6 | UInt64(a[endA])
                lengthA += 1
              }
              // What was never seen.
              let at = i * width + j
              if i > 0 {
                if i < n - 1, j < m - 1 {
                  let price = kind != .cyrillicLatin && a[i] == b[j] ? 0 : Self.unknownLetter
                  cost[at + width + 1] = min(cost[at + width + 1], here + price)
                }
                if i < n - 1 { cost[at + width] = min(cost[at + width], here + Self.unknownGap) }
                if j < m - 1 { cost[at + 1] = min(cost[at + 1], here + Self.unknownGap) }
                if i == n - 1, j == m - 1 { cost[at + width + 1] = min(cost[at + width + 1], here + bare) }
              } else {
                cost[width + 1] = min(cost[width + 1], here + bare)
              }
            }
            if best > limit { return Self.far }
          }
          let total = cost[n * width + m]
          return total > limit ? Self.far : total
        }
      }
    }
  }
}

/// Costs by pairs of pieces: open addressing over packed letters, found without hashing strings.
private struct PieceTable: Sendable {
  private var keys: [UInt64]
  private var costs: [Int32]
  private let shift: UInt64

  init(_ rows: [(UInt64, Int32)]) {
    var bits: UInt64 = 4
    while 1 << bits < rows.count * 3 { bits += 1 }
    shift = 64 - bits
    keys = [UInt64](repeating: 0, count: 1 << bits)
    costs = [Int32](repeating: 0, count: 1 << bits)
    for (key, cost) in rows {
      var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      costs[slot] = cost
    }
  }

  subscript(key: UInt64) -> Int32? {
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while true {
      let found = keys[slot]
      if found == key { return costs[slot] }
      if found == 0 { return nil }
      slot = (slot + 1) & (keys.count - 1)
    }
  }
}
