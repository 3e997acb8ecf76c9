import Foundation
import SvodkaKit
import SvodkaNames
import SvodkaResources

/// The tenth held back: of 1,000 Latin spellings, one right, which is nearest to a Cyrillic one?
struct Measurement {
  private let rows: [NameRow]
  private let alphabet: SpellingAlphabet
  private let costs: SpellingCosts

  init(_ rows: [NameRow], _ alphabet: SpellingAlphabet) throws {
    self.rows = rows
    self.alphabet = alphabet
    costs = try SpellingCosts(resources: ResourceLoader())
  }

  func run() throws {
    let held = rows.filter { $0.isHeldBack }
    let right = Dictionary(grouping: rows, by: \.cyrillic).mapValues { Set($0.map(\.latin)) }
    let latin = Array(Set(held.map(\.latin))).sorted()
    let spelled = try latin.map { try alphabet.spelled($0) }
    var first = 0
    var asked = 0
    var compared = 0
    var spent = Duration.zero
    let showsErrors = CommandLine.arguments.contains("--errors")
    for (number, row) in held.enumerated() where number % 7 == 0 {
      guard let a = try alphabet.spelled(row.cyrillic), let own = try alphabet.spelled(row.latin) else { continue }
      asked += 1
      var best = costs.distance(a, own)
      var bestName = row.latin
      let start = ContinuousClock.now
      for step in 0..<999 {
        // A fixed choice, spread over the list.
        let index = (number * 7919 + step * 104_729) % latin.count
        if right[row.cyrillic]?.contains(latin[index]) == true { continue }
        guard let other = spelled[index] else { continue }
        compared += 1
        let distance = costs.distance(a, other, limit: best)
        if distance <= best, distance < SpellingCosts.far {
          best = distance
          bestName = latin[index]
          if distance == costs.distance(a, own) { bestName += "=" }
        }
      }
      spent += start.duration(to: .now)
      if bestName == row.latin {
        first += 1
      } else if showsErrors {
        print("MISSED \(row.cyrillic) ~ \(row.latin) \(costs.distance(a, own)), nearer: \(bestName) \(best)")
      }
    }
    let share = String(format: "%.4f", Double(first) / Double(max(1, asked)))
    let speed = Int(Double(compared) / (spent / .seconds(1)))
    print("right first among 1,000: \(first) of \(asked) = \(share); \(speed) comparisons a second with a limit")
  }
}
