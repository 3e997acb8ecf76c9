import Foundation
import SvodkaNames

/// Two spellings of one word, with a weight.
struct SpellingPair {
  var a: SpelledWord
  var b: SpelledWord
  var weight: Double
}

/// Learns which pieces of one spelling stand for which of another: expectation and maximisation over all ways to cut
/// both words into pieces (many-to-many alignment, Jiampojamarn, Kondrak and Sherif 2007).
///
/// Longer pieces explain rare words too well; a share of every longer piece's weight is taken away each time, so that
/// only those stay that many words need.
struct PieceLearner {
  let kind: SpellingCosts.Kind
  var probabilities = PieceCounts()

  /// A way to go on from a cell: to which cell, by which pair of pieces.
  private struct Arc {
    var from: Int32
    var to: Int32
    var key: UInt64
    var weight: Double
  }

  mutating func learn(from all: [SpellingPair], rounds: Int) {
    var pairs = all
    for round in 0..<rounds {
      var counts = PieceCounts()
      var likelihood = 0.0
      var explained = 0
      var arcs: [Arc] = []
      var fits: [Double] = []
      for pair in pairs {
        collect(pair, isFirst: round == 0, into: &arcs)
        let found = expect(pair, arcs, &counts)
        fits.append((found ?? -1000) / Double(pair.a.letters.count + pair.b.letters.count))
        if let found {
          likelihood += found * pair.weight
          explained += 1
        }
      }
      maximise(counts, isLast: round == rounds - 1)
      if round == rounds / 2 {
        let worst = fits.sorted()[Int(Double(fits.count) * Self.noise)]
        pairs = zip(pairs, fits).filter { $0.1 >= worst }.map(\.0)
      }
      FileHandle.standardError.write(
        Data(
          "\(kind.name) round \(round + 1): \(explained) of \(pairs.count), log likelihood \(Int(likelihood)), \(probabilities.sorted.count) pieces\n"
            .utf8))
    }
  }

  /// Taken from a piece's weight in each round, for every letter that it has more than one on each side.
  static let discount = 0.15
  /// The share of pairs that the pieces explain worst; they are no spellings of one another and are left out.
  static let noise = 0.04

  private mutating func maximise(_ counts: PieceCounts, isLast: Bool) {
    let rows = counts.sorted.map { key, weight in
      let size = Self.size(key)
      // A plain letter for a letter is kept when it was seen at all.
      let discount = size <= 2 ? 0.05 : Self.discount * Double(min(size, 4) - 2)
      return (key, weight - discount)
    }.filter { $0.1 > (Self.size($0.0) <= 2 ? 0.2 : 2 * Self.discount) }
    let total = rows.reduce(0) { $0 + $1.1 }
    probabilities = PieceCounts()
    for (key, weight) in rows { probabilities.add(isLast ? weight : weight / total, to: key) }
  }

  /// Letters of both pieces together, marks of beginning and end not counted.
  static func size(_ key: UInt64) -> Int {
    var (rest, size) = (key, 0)
    while rest != 0 {
      if rest & 63 != 0, rest & 63 < 61 { size += 1 }
      rest >>= 6
    }
    return size
  }

  private func collect(_ pair: SpellingPair, isFirst: Bool, into arcs: inout [Arc]) {
    arcs.removeAll(keepingCapacity: true)
    let (a, b) = (pair.a.letters, pair.b.letters)
    let (n, m) = (a.count, b.count)
    let width = m + 1
    let (mostA, mostB) = kind.longest
    for i in 0..<n {
      let middle = i * m / n
      for j in max(0, middle - 4)...min(m - 1, middle + 4) where (i == 0) == (j == 0) {
        let first = i == 0 ? 1 : 0
        var pieceA: UInt64 = i == 0 ? UInt64(a[0]) : 0
        for lengthA in 0...mostA {
          let endA = i + first + lengthA
          if endA > n - 1 { break }
          if lengthA > 0 { pieceA = pieceA << 6 | UInt64(a[endA - 1]) }
          var pieceB: UInt64 = j == 0 ? UInt64(b[0]) : 0
          for lengthB in 0...mostB {
            let endB = j + first + lengthB
            if endB > m - 1 { break }
            if lengthB > 0 { pieceB = pieceB << 6 | UInt64(b[endB - 1]) }
            let closes = endA == n - 1 && endB == m - 1
            // The beginning and the end of a word belong to letters.
            if lengthA + lengthB == 0 { continue }
            // Letters for nothing: one at a time, two on the side of the longer spelling.
            if lengthA == 0, first == 0, lengthB > 2 { continue }
            if lengthB == 0, first == 0, lengthA > 1 { continue }
            add(&arcs, i * width + j, endA * width + endB, pieceA, pieceB, isFirst, lengthA + lengthB)
            if closes {
              add(&arcs, i * width + j, n * width + m, pieceA << 6 | 62, pieceB << 6 | 62, isFirst, lengthA + lengthB)
            }
          }
        }
      }
    }
  }

  private func add(
    _ arcs: inout [Arc], _ from: Int, _ to: Int, _ a: UInt64, _ b: UInt64, _ isFirst: Bool, _ size: Int
  ) {
    let key = a << 36 | b
    let weight = isFirst ? pow(0.05, Double(max(1, size))) : probabilities[key]
    if weight > 0 { arcs.append(Arc(from: Int32(from), to: Int32(to), key: key, weight: weight)) }
  }

  /// Adds the expected counts of a pair; its log likelihood, nil when no way leads to its end.
  private func expect(_ pair: SpellingPair, _ arcs: [Arc], _ counts: inout PieceCounts) -> Double? {
    let cells = (pair.a.letters.count + 1) * (pair.b.letters.count + 1)
    var forward = [Double](repeating: 0, count: cells)
    var backward = [Double](repeating: 0, count: cells)
    forward[0] = 1
    backward[cells - 1] = 1
    // Arcs go from lower to higher cells and are listed by the cell they leave.
    for arc in arcs where forward[Int(arc.from)] > 0 { forward[Int(arc.to)] += forward[Int(arc.from)] * arc.weight }
    let total = forward[cells - 1]
    guard total > 1e-280 else { return nil }
    for arc in arcs.reversed() { backward[Int(arc.from)] += arc.weight * backward[Int(arc.to)] }
    for arc in arcs {
      let share = forward[Int(arc.from)] * arc.weight * backward[Int(arc.to)] / total
      if share > 1e-4 { counts.add(share * pair.weight, to: arc.key) }
    }
    return log(total)
  }
}
