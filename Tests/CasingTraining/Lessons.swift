import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import SvodkaText

/// Paragraphs with the case of their words.
struct Lessons {
  struct Lesson {
    var traits: CaseTraits
    /// By token; nil for what has no case, and for capitals that open a sentence, which say nothing.
    var cases: [WordCase?]
  }

  let corpora: [String]
  private(set) var lessons: [Lesson] = []

  private struct Row: Decodable {
    var text: String?
    var lang: String?
  }

  init(language: String, files: [String]) throws {
    let resources = ResourceLoader()
    let gazetteer = try NameGrammar.shared(language: language, resources: resources).gazetteer
    let tokenizer = try Tokenizer(language: language)
    corpora = files.map { String($0.split(separator: "/").last ?? "") }
    for file in files {
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
        guard let string = row.text, row.lang ?? language == language else { continue }
        let text = DocumentText(string)
        for paragraph in text.paragraphs {
          let tokens = try tokenizer.tokens(in: text, within: paragraph)
          let traits = CaseTraits(tokens, gazetteer: gazetteer)
          let cases = tokens.enumerated().map { i, token in
            let own = WordCase(token)
            return traits.opens[i] && own != .lower ? nil : own
          }
          // A line in capitals, and one without any, has nothing to teach.
          let known = cases.compactMap { $0 }
          if known.contains(.lower),
            known.contains(where: { $0 != .lower }) || tokens.first.flatMap(WordCase.init) == .title
          {
            lessons.append(Lesson(traits: traits, cases: cases))
          }
        }
      }
    }
  }

  /// The words that occur at least twice.
  var commonWords: Set<String> {
    var counts: [String: Int] = [:]
    for lesson in lessons {
      for token in lesson.traits.tokens where token.kind == .word { counts[token.key, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  func printMeasure(of weights: CaseWeights) {
    var table = [[Int]](repeating: [0, 0, 0], count: 3)
    for lesson in lessons {
      for (gold, found) in zip(lesson.cases, weights.cases(lesson.traits)) {
        if let gold, let found { table[gold.rawValue][found.rawValue] += 1 }
      }
    }
    let right = WordCase.allCases.reduce(0) { $0 + table[$1.rawValue][$1.rawValue] }
    let all = table.joined().reduce(0, +)
    print("\(right) of \(all) words: \(Double(right) / Double(max(all, 1)))")
    for gold in WordCase.allCases {
      let row = WordCase.allCases.map { "\(table[gold.rawValue][$0.rawValue]) \($0)" }.joined(separator: ", ")
      print("\(gold): read as \(row)")
    }
  }
}
