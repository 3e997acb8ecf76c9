import SvodkaLanguage

/// An averaged perceptron (Collins, 2002) over the traits of words, which decides from left to right. The order of the lessons is drawn by a fixed
/// seed: the same lessons give the same weights.
struct Perceptron {
  private static let rounds = 5
  /// Traits that occur less often are not learned.
  private static let least = 2
  /// A smaller weight is left out of the table.
  private static let smallest: Float = 0.25

  private var places: [CaseTraits.Trait: Int] = [:]
  private var weights: [SIMD3<Float>] = []
  private var sums: [SIMD3<Double>] = []
  private var changed: [Int] = []
  private var steps = 0

  init(_ lessons: Lessons) {
    let known = lessons.commonWords
    let knows = known.contains
    var counts: [CaseTraits.Trait: Int] = [:]
    for lesson in lessons.lessons {
      for (i, gold) in lesson.cases.enumerated() where gold != nil {
        for trait in lesson.traits.fixed(i, knows: knows) { counts[trait, default: 0] += 1 }
        for before in [WordCase.lower, .title, .upper, nil] {
          for trait in lesson.traits.following(before, i, knows: knows) { counts[trait, default: 0] += 1 }
        }
      }
    }
    for trait in counts.filter({ $0.value >= Self.least }).keys { _ = place(trait) }
    // A word of the table is known, whatever it weighs.
    for word in known { _ = place(.init(.word, word)) }
    let fixed = lessons.lessons.map { lesson in
      lesson.cases.indices.map { i in
        lesson.traits.tokens[i].kind == .word
          ? lesson.traits.fixed(i, knows: knows).compactMap { places[$0] } : []
      }
    }
    var order = Array(lessons.lessons.indices)
    var random: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<Self.rounds {
      for i in stride(from: order.count - 1, to: 0, by: -1) {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(i, Int((random >> 33) % UInt64(i + 1)))
      }
      for index in order { learn(lessons.lessons[index], fixed[index], knows) }
    }
    for place in weights.indices { settle(place) }
  }

  private mutating func place(_ trait: CaseTraits.Trait) -> Int {
    if let place = places[trait] { return place }
    places[trait] = weights.count
    weights.append(.zero)
    sums.append(.zero)
    changed.append(0)
    return weights.count - 1
  }

  private mutating func learn(_ lesson: Lessons.Lesson, _ fixed: [[Int]], _ knows: (String) -> Bool) {
    var before: WordCase?
    for i in lesson.cases.indices {
      guard lesson.traits.tokens[i].kind == .word else {
        before = nil
        continue
      }
      guard let gold = lesson.cases[i] else {
        before = nil
        continue
      }
      let own = fixed[i] + lesson.traits.following(before, i, knows: knows).compactMap { places[$0] }
      var sum = SIMD3<Float>()
      for place in own { sum += weights[place] }
      let found: WordCase = sum.x >= sum.y && sum.x >= sum.z ? .lower : sum.y >= sum.z ? .title : .upper
      steps += 1
      if found != gold {
        for place in own {
          settle(place)
          weights[place][gold.rawValue] += 1
          weights[place][found.rawValue] -= 1
        }
      }
      before = lesson.traits.opens[i] && found != .upper ? nil : found
    }
  }

  /// Brings the sum of a trait's weights up to this step.
  private mutating func settle(_ place: Int) {
    sums[place] += SIMD3<Double>(weights[place]) * Double(steps - changed[place])
    changed[place] = steps
  }

  /// The table as it ships.
  func table(from corpora: [String]) -> String {
    var lines = [
      "# In which case prose writes a word, learned by Tests/CasingTraining from \(corpora.joined(separator: ", ")).",
      "# The rows are values of the trait in brackets and, in 16ths, the weights of lower, title and upper case.",
    ]
    for kind in CaseTraits.Kind.allCases {
      lines.append("[\(kind.rawValue)]")
      let own = places.filter { $0.key.kind == kind }.map { ($0.key.value, $0.value) }
      for (value, place) in own.sorted(by: { $0.0 < $1.0 }) {
        let mean = SIMD3<Float>(sums[place] / Double(max(steps, 1)))
        guard kind == .word || max(abs(mean.x), abs(mean.y), abs(mean.z)) >= Self.smallest else { continue }
        let row = WordCase.allCases.map { String(Int((mean[$0.rawValue] * CaseWeights.scale).rounded())) }
        lines.append(value + "\t" + row.joined(separator: " "))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
