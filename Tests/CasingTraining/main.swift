import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaResources

// Learns in which case prose writes a word, from texts that have their case:
//
//   casing-training learn LANGUAGE OUT.tsv CORPUS.jsonl…    learns from all texts and writes the table
//   casing-training measure LANGUAGE CORPUS.jsonl…          how many words get their case back from the table that ships, the texts being put
//                                                           in capitals; words that open a sentence are not asked for
//
// CORPUS has rows {"text"}; rows in another language have their code in "lang".

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count > 3 else { fail("usage: casing-training learn LANGUAGE OUT CORPUS… | measure LANGUAGE CORPUS…") }
let (command, language) = (arguments[1], arguments[2])

do {
  let isLearning = command == "learn"
  let lessons = try Lessons(language: language, files: Array(arguments.dropFirst(isLearning ? 4 : 3)))
  switch command {
  case "learn":
    let table = Perceptron(lessons).table(from: lessons.corpora)
    try table.write(toFile: arguments[3], atomically: true, encoding: .utf8)
  case "measure":
    let (bytes, file) = try ResourceLoader().read("Tables/casing.\(language).tsv", of: "SvodkaLanguage")
    lessons.printMeasure(of: try CaseWeights(bytes, file: file))
  default: fail("no such command: \(command)")
  }
} catch {
  fail(String(describing: error))
}
