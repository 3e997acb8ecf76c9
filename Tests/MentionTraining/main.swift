import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaResources

// Learns which stretches of a text are names, over what a model, the rules, the tables and the document say of each token:
//
//   mention-training cross TEMPLATES.txt CORPUS.jsonl…         cross-validation: by document, and by leaving a corpus out
//   mention-training learn TEMPLATES.txt OUT.tsv CORPUS.jsonl…  learns from all corpora and writes the table
//   mention-training errors TEMPLATES.txt CORPUS.jsonl…         the errors of a cross-validation by document, a line each
//
// CORPUS has rows {"id", "text", "lang", "entities": [{"start", "end", "type"}]}, offsets in Unicode scalars. TEMPLATES has a line a
// question, such as `shape+0 fused-1`, and a line `readings DISTANCE…`. The models come from $SVODKA_MODELS.
// What a learner can be told is set as TRAINING_PENALTY and the like; the Russian table was learned with TRAINING_PENALTY=30 and
// TRAINING_TRUST=3, the English one with what is set here.

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

func option(_ name: String) -> Double? {
  ProcessInfo.processInfo.environment["TRAINING_" + name].flatMap { Double($0) }
}

let arguments = CommandLine.arguments
guard arguments.count > 3 else {
  fail("usage: mention-training cross|errors TEMPLATES CORPUS… | learn TEMPLATES OUT CORPUS…")
}

do {
  let questions = try Questions(arguments[2])
  let isLearning = arguments[1] == "learn"
  let corpora = try await Corpus.read(Array(arguments.dropFirst(isLearning ? 4 : 3)))
  switch arguments[1] {
  case "cross":
    let validation = CrossValidation(questions, corpora)
    validation.printTable()
  case "errors": CrossValidation(questions, corpora).printErrors()
  case "learn":
    let lessons = corpora.flatMap(\.lessons)
    let learned = ChainLearner(questions).learn(from: lessons)
    try learned.table(from: corpora).write(toFile: arguments[3], atomically: true, encoding: .utf8)
  default: fail("no such command: \(arguments[1])")
  }
} catch {
  fail(String(describing: error))
}
