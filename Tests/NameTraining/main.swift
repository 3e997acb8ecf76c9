import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources

// Learns what it costs to write one piece of a name for another, and measures it:
//
//   name-training learn PAIRS.tsv COSTS.tsv     learns from nine tenths of the pairs
//   name-training measure PAIRS.tsv             on the tenth held back: the right spelling first among 1,000
//   name-training distance PAIRS.tsv A B        what it costs to write one word for the other
//
// PAIRS has rows of a Latin spelling, a Cyrillic spelling and how many bearers have it.

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count > 2 else { fail("usage: name-training learn PAIRS.tsv COSTS.tsv | measure PAIRS.tsv") }

do {
  let alphabet = try SpellingAlphabet(resources: ResourceLoader())
  let rows = try NameRow.read(arguments[2])
  switch arguments[1] {
  case "distance" where arguments.count > 4:
    let costs = try SpellingCosts(resources: ResourceLoader())
    guard let a = try alphabet.spelled(arguments[3]), let b = try alphabet.spelled(arguments[4]) else {
      fail("no letters")
    }
    print(costs.distance(a, b))
  case "learn" where arguments.count > 3:
    let table = try CostTable.learned(from: rows.filter { !$0.isHeldBack }, alphabet)
    try table.write(toFile: arguments[3], atomically: true, encoding: .utf8)
  case "measure": try Measurement(rows, alphabet).run()
  default: fail("no such command: \(arguments[1])")
  }
} catch {
  fail(String(describing: error))
}
