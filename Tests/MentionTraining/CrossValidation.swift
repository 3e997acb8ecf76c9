import Foundation
import SvodkaKit
import SvodkaLanguage

/// What the classifier is worth on documents that it has not learned from.
struct CrossValidation {
  private let questions: Questions
  private let corpora: [Corpus]
  private let folds = Int(option("FOLDS") ?? 5)

  init(_ questions: Questions, _ corpora: [Corpus]) { (self.questions, self.corpora) = (questions, corpora) }

  func printTable() {
    print(
      "| corpus | texts | gold | nothing learned: P, R, F1 (95 %) | by document: P, R, F1 (95 %) | corpus left out: P, R, F1 (95 %) |"
    )
    print("|---|---|---|---|---|---|")
    let byDocument = heldOut()
    for (c, corpus) in corpora.enumerated() {
      let others = corpora.enumerated().filter { $0.offset != c }.flatMap(\.element.lessons)
      let alone = others.isEmpty ? nil : ChainLearner(questions).learn(from: others).weights
      let left = alone.map { weights in corpus.lessons.map { Self.names(of: $0, weights) } }
      print(
        "| \(corpus.name) | \(corpus.lessons.count) | \(corpus.lessons.reduce(0) { $0 + $1.gold.count }) | "
          + [corpus.lessons.map(\.before), byDocument[c], left].map { $0.map { Score(corpus.lessons, $0).text } ?? "-" }
          .joined(separator: " | ") + " |")
    }
  }

  func printErrors() {
    for (corpus, found) in zip(corpora, heldOut()) {
      for (lesson, names) in zip(corpus.lessons, found) {
        let missed = lesson.gold.subtracting(names).sorted { $0.span.start < $1.span.start }
        let extra = names.subtracting(lesson.gold).sorted { $0.span.start < $1.span.start }
        func line(_ kind: String, _ name: Name) {
          let from = max(0, name.span.start - 40)
          let to = min(lesson.text.bytes.count, name.span.end + 40)
          let context = String(decoding: lesson.text.bytes[from..<to], as: UTF8.self).replacing("\n", with: " ")
          print("\(corpus.name)\t\(kind)\t\(name.type.rawValue)\t\(lesson.text[name.span])\t\(context)")
        }
        for name in missed {
          let touching = extra.filter { $0.span.start < name.span.end && name.span.start < $0.span.end }
          line(
            touching.isEmpty
              ? "missed"
              : touching.contains { $0.span == name.span }
                ? "type" : touching.contains { $0.type == name.type } ? "boundary" : "boundary and type", name)
        }
        for name in extra
        where !missed.contains(where: { $0.span.start < name.span.end && name.span.start < $0.span.end }) {
          line("invented", name)
        }
      }
    }
  }

  /// The names of every document by what the other folds teach.
  private func heldOut() -> [[Set<Name>]] {
    var found = corpora.map { [Set<Name>](repeating: [], count: $0.lessons.count) }
    let groups = Set(corpora.flatMap { $0.lessons.map(\.group) }).sorted()
    var fold: [String: Int] = [:]
    for (number, group) in groups.enumerated() { fold[group] = number % folds }
    for held in 0..<folds {
      let weights = ChainLearner(questions)
        .learn(from: corpora.flatMap { $0.lessons.filter { fold[$0.group] != held } }).weights
      for (c, corpus) in corpora.enumerated() {
        for (l, lesson) in corpus.lessons.enumerated() where fold[lesson.group] == held {
          found[c][l] = Self.names(of: lesson, weights)
        }
      }
    }
    return found
  }

  private static func names(of lesson: Lesson, _ weights: MentionWeights) -> Set<Name> {
    var found: Set<Name> = []
    var names = lesson.traits.stretches.flatMap { stretch in
      MentionChain(scores: weights.scores(stretch, of: lesson.traits), transitions: weights.transitions)
        .names(from: stretch.lowerBound)
    }
    if option("ALONE") == nil { names.settleTypes(lesson.tokens) }
    for name in names {
      let span = lesson.tokens[name.tokens.lowerBound].span.union(lesson.tokens[name.tokens.upperBound - 1].span)
      // A name that is a part of its only token, as the rules cut it.
      let part = lesson.before.first { $0.span != span && $0.span.start == span.start && $0.span.end < span.end }
      found.insert(Name(span: name.tokens.count == 1 ? part?.span ?? span : span, type: name.type))
    }
    return found
  }
}

/// Precision, recall and F1 with the interval of a bootstrap over texts.
struct Score {
  let text: String

  init(_ lessons: [Lesson], _ found: [Set<Name>]) {
    let counts = zip(lessons, found).map { ($0.gold.intersection($1).count, $1.count, $0.gold.count) }
    func figures(_ rows: some Sequence<(Int, Int, Int)>) -> (Double, Double, Double) {
      let sum = rows.reduce((0, 0, 0)) { ($0.0 + $1.0, $0.1 + $1.1, $0.2 + $1.2) }
      let (p, r) = (Double(sum.0) / Double(max(1, sum.1)), Double(sum.0) / Double(max(1, sum.2)))
      return (p, r, p + r > 0 ? 2 * p * r / (p + r) : 0)
    }
    var random: UInt64 = 7
    let samples = (0..<500).map { _ in
      figures(
        counts.indices.lazy.map { _ in
          random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return counts[Int((random >> 33) % UInt64(counts.count))]
        }
      ).2
    }.sorted()
    let all = figures(counts)
    text = String(format: "%.3f %.3f **%.3f** (%.3f … %.3f)", all.0, all.1, all.2, samples[12], samples[487])
  }
}
