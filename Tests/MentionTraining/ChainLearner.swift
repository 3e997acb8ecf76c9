import Foundation
import SvodkaKit
import SvodkaLanguage

/// Learns a conditional random field by gradient steps of AdaGrad (Duchi, Hazan and Singer, 2011), with squared weights as penalty. The order of the
/// chains is drawn by a fixed seed: the same lessons give the same weights.
struct ChainLearner {
  var questions: Questions
  var rounds = Int(option("ROUNDS") ?? 12)
  var rate = Float(option("RATE") ?? 0.15)
  /// The penalty of squared weights, of answers and of the model's numbers.
  var penalty = Float(option("PENALTY") ?? 15)
  var readingPenalty = Float(option("READING_PENALTY") ?? 100)
  /// Answers that occur less often are not learned.
  var least = Int(option("LEAST") ?? 3)

  /// How much more than was learned speaks for names found by such rules.
  var trust = Float(option("TRUST") ?? 2)
  /// The same for names that end in, or begin with, a noun of bodies: how much of what stands round it belongs to a name differs most.
  var bodyTrust = Float(option("BODY_TRUST") ?? option("TRUST") ?? 2)

  init(_ questions: Questions) { self.questions = questions }

  struct Learned {
    var questions: Questions
    var weights: MentionWeights
    var rows: [Int: [(texts: [String], row: [Float])]]
  }

  private struct Chain {
    var lesson: Int
    var tokens: Range<Int>
    /// By token, the answers' places.
    var answers: [[Int32]]
    var labels: [Int]
  }

  func learn(from lessons: [Lesson]) -> Learned {
    let count = MentionLabel.count
    var counts: [UInt64: Int] = [:]
    func numbers(_ lesson: Lesson, _ token: Int) -> [UInt64] {
      questions.templates.map { template in
        template.number(of: template.parts.map { lesson.traits.value($0.trait, token + $0.distance) })
      }
    }
    for lesson in lessons {
      for stretch in lesson.traits.stretches {
        for token in stretch { for number in numbers(lesson, token) { counts[number, default: 0] += 1 } }
      }
    }
    var places: [UInt64: Int32] = [:]
    var texts: [(template: Int, texts: [String])] = []
    var frequency: [Float] = []
    var chains: [Chain] = []
    for (l, lesson) in lessons.enumerated() {
      for stretch in lesson.traits.stretches {
        var answers: [[Int32]] = []
        for token in stretch {
          var own: [Int32] = []
          for (t, number) in numbers(lesson, token).enumerated() {
            guard let seen = counts[number], seen >= least else { continue }
            if let place = places[number] {
              own.append(place)
              continue
            }
            let place = Int32(texts.count)
            places[number] = place
            frequency.append(Float(seen))
            texts.append(
              (
                t,
                questions.templates[t].parts.map { part in
                  let value = lesson.traits.value(part.trait, token + part.distance)
                  return value == 0 ? "" : lesson.traits.texts?[value] ?? ""
                }
              ))
            own.append(place)
          }
          answers.append(own)
        }
        chains.append(Chain(lesson: l, tokens: stretch, answers: answers, labels: Array(lesson.labels[stretch])))
      }
    }
    let width = lessons.first?.traits.readings.width ?? 0
    let dense = questions.distances.count * width * count
    var state = Steps(size: texts.count * count, rate: rate)
    var readings = Steps(size: dense, rate: rate * 0.3)
    var transitions = Steps(size: count * count, rate: rate)
    let tokens = Float(chains.reduce(0) { $0 + $1.tokens.count })
    var order = Array(chains.indices)
    var random: UInt64 = 0x9E37_79B9_7F4A_7C15
    for round in 0..<rounds {
      for i in stride(from: order.count - 1, to: 0, by: -1) {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(i, Int((random >> 33) % UInt64(i + 1)))
      }
      // The mean over the last half of the rounds is kept.
      let isKept = round >= rounds / 2
      for index in order {
        let chain = chains[index]
        let numbers = lessons[chain.lesson].traits.readings
        var scores = [Float](repeating: 0, count: chain.tokens.count * count)
        for (row, own) in chain.answers.enumerated() {
          for place in own { for k in 0..<count { scores[row * count + k] += state.weights[Int(place) * count + k] } }
          for (d, distance) in questions.distances.enumerated() {
            for (v, value) in numbers[chain.tokens.lowerBound + row + distance].enumerated() where value != 0 {
              let start = (d * width + v) * count
              for k in 0..<count { scores[row * count + k] += value * readings.weights[start + k] }
            }
          }
        }
        let (labels, pairs, _) = MentionChain(scores: scores, transitions: transitions.weights).marginals()
        var before = MentionLabel.none
        var slope = pairs
        for label in chain.labels {
          slope[before * count + label] -= 1
          before = label
        }
        for k in slope.indices where slope[k] != 0 { transitions.step(k, slope[k]) }
        for (row, own) in chain.answers.enumerated() {
          var error = Array(labels[(row * count)..<((row + 1) * count)])
          error[chain.labels[row]] -= 1
          for place in own {
            let start = Int(place) * count
            let pull = penalty / frequency[Int(place)]
            for k in 0..<count {
              state.step(start + k, error[k] + pull * state.weights[start + k])
            }
          }
          for (d, distance) in questions.distances.enumerated() {
            for (v, value) in numbers[chain.tokens.lowerBound + row + distance].enumerated() where value != 0 {
              let start = (d * width + v) * count
              let pull = readingPenalty / tokens
              for k in 0..<count { readings.step(start + k, error[k] * value + pull * readings.weights[start + k]) }
            }
          }
        }
      }
      if isKept {
        state.keep()
        readings.keep()
        transitions.keep()
      }
    }
    return learned(state.mean, readings.mean, transitions.mean, texts, places)
  }

  private func learned(
    _ state: [Float], _ readings: [Float], _ transitions: [Float], _ texts: [(template: Int, texts: [String])],
    _ places: [UInt64: Int32]
  ) -> Learned {
    let count = MentionLabel.count
    var weights = MentionWeights(templates: questions.templates, distances: questions.distances)
    weights.transitions = transitions.map(Self.rounded)
    weights.readings = readings.map(Self.rounded)
    var rows: [Int: [(texts: [String], row: [Float])]] = [:]
    for (number, place) in places {
      let row = state[(Int(place) * count)..<((Int(place) + 1) * count)].map(Self.rounded)
      guard row.contains(where: { abs($0) >= 2 / MentionWeights.scale }) else { continue }
      weights.set(number, row)
      rows[texts[Int(place)].template, default: []].append((texts[Int(place)].texts, row))
    }
    if let template = questions.templates.firstIndex(where: { $0.text == "fused+0 rule+0" }) {
      keepConventions(&rows[template, default: []], questions.templates[template], &weights)
    }
    return Learned(questions: questions, weights: weights, rows: rows)
  }

  /// Rules that carry the conventions of spans and types. Corpora have conventions of their own, which differ from one another, so that
  /// nothing learned from them goes against what such a rule finds unless very much speaks for it.
  private static let conventional = [
    "table", "abbreviated body", "quoted body", "quoted place", "body noun", "place noun", "newspaper", "initials",
    "place phrase",
  ]

  private func keepConventions(
    _ rows: inout [(texts: [String], row: [Float])], _ template: TraitTemplate, _ weights: inout MentionWeights
  ) {
    for rule in Self.conventional {
      for (place, type) in ["B-", "I-", "L-", "U-"].flatMap({ place in EntityType.allCases.map { (place, $0) } }) {
        let texts = [place + type.rawValue, rule]
        let label =
          place == "B-" || place == "U-" ? MentionLabel.begin(type) : MentionLabel.inside(type)
        let index = rows.firstIndex { $0.texts == texts }
        var row = index.map { rows[$0].row } ?? [Float](repeating: 0, count: MentionLabel.count)
        row[label] += rule == "body noun" ? bodyTrust : trust
        weights.set(template.number(of: texts.map { TokenTrait.number(of: $0.utf8) }), row)
        if let index { rows[index].row = row } else { rows.append((texts, row)) }
      }
    }
  }

  private static func rounded(_ weight: Float) -> Float {
    (weight * MentionWeights.scale).rounded() / MentionWeights.scale
  }
}

/// Weights under AdaGrad.
struct Steps {
  private(set) var weights: [Float]
  private var squares: [Float]
  private var sums: [Float]
  private var kept: Float = 0
  private let rate: Float

  init(size: Int, rate: Float) {
    weights = [Float](repeating: 0, count: size)
    squares = [Float](repeating: 1e-2, count: size)
    sums = weights
    self.rate = rate
  }

  mutating func step(_ k: Int, _ slope: Float) {
    squares[k] += slope * slope
    weights[k] -= rate * slope / squares[k].squareRoot()
  }

  mutating func keep() {
    for k in weights.indices { sums[k] += weights[k] }
    kept += 1
  }

  var mean: [Float] { kept > 0 ? sums.map { $0 / kept } : weights }
}
