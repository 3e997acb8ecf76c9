package import SvodkaKit

/// What was learned about names: for each answer to each question, how much it speaks for each label; how labels follow one
/// another; and a matrix over the model's numbers. Made by the program `mention-training`.
///
/// The table has sections, each opened by a line that begins with `[`: `[pack NAME]`, `[transitions]` with a row a label,
/// `[readings DISTANCE…]` with a row a number of the model and distance, and for each template `[SHAPE+0 …]` with rows of the values, divided
/// by `|` with blanks around it, and the weights behind a tab. Weights are written in 64ths.
package struct MentionWeights: Sendable {
  /// Units of a written weight.
  package static let scale: Float = 64

  /// The pack whose readings it was learned on.
  package var pack = ""
  package private(set) var templates: [TraitTemplate] = []
  private var questions: [Question] = []
  /// By label before, then label.
  package var transitions = [Float](repeating: 0, count: MentionLabel.count * MentionLabel.count)
  /// The distances at which the model's numbers are looked at.
  package var distances: [Int] = []
  /// By distance, number of the model, label.
  package var readings: [Float] = [] { didSet { padReadings() } }
  private var paddedReadings: [AnswerTable.Row] = []
  /// Rows of weights by the numbers of answers.
  package private(set) var answers = AnswerTable()

  /// Knows nothing.
  package init(templates: [TraitTemplate], distances: [Int]) {
    self.distances = distances
    for template in templates { add(template) }
  }

  /// A template as it is asked token after token.
  private struct Question {
    var seed: UInt64
    var parts: Int
    /// From the token's first value to those that are asked for.
    var offsets: SIMD4<Int>
  }

  private mutating func add(_ template: TraitTemplate) {
    templates.append(template)
    var offsets = SIMD4<Int>()
    for (k, part) in template.parts.enumerated() { offsets[k] = TokenTraits.offset(of: part.trait, at: part.distance) }
    questions.append(Question(seed: template.seed, parts: template.parts.count, offsets: offsets))
  }

  private mutating func padReadings() {
    paddedReadings = stride(from: 0, to: readings.count, by: MentionLabel.count).map {
      AnswerTable.row(readings[$0..<($0 + MentionLabel.count)])
    }
  }

  /// Reads a table.
  ///
  /// - Throws: `R102` where it is broken.
  package init(_ bytes: [UInt8], file: String) throws(AnalysisError) {
    var section = ""
    var number = 0
    var transitions: [Float] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      func broken(_ expected: String) -> AnalysisError {
        AnalysisError(.brokenResource, "expected \(expected)", location: .init(path: file, line: number))
      }
      if line.isEmpty || line.first == 0x23 { continue }
      if line.first == 0x5B, line.last == 0x5D {
        let title = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
        let words = title.split(separator: " ")
        section = words.first.map(String.init) ?? ""
        switch section {
        case "pack": pack = words.dropFirst().joined(separator: " ")
        case "transitions": break
        case "readings": distances = words.dropFirst().compactMap { Int($0) }
        default:
          guard let template = TraitTemplate(title) else { throw broken("traits with distances, as [shape+0 word-1]") }
          add(template)
        }
        continue
      }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard let last = cells.last, let row = Self.row(last) else {
        throw broken("\(MentionLabel.count) whole numbers")
      }
      switch section {
      case "transitions": transitions += row
      case "readings": readings += row
      default:
        guard let template = templates.last, cells.count == template.parts.count + 1 else {
          throw broken("\((templates.last?.parts.count ?? 0) + 1) cells divided by tabs")
        }
        let values = cells.dropLast().map {
          $0.isEmpty ? 0 : TokenTrait.number(of: $0)
        }
        answers.set(template.number(of: values), row)
      }
    }
    guard transitions.count == self.transitions.count else {
      throw AnalysisError(
        .brokenResource, "expected \(MentionLabel.count) rows of transitions", location: .init(path: file))
    }
    self.transitions = transitions
    padReadings()
  }

  /// Whole numbers divided by blanks; there are tens of thousands in a table.
  private static func row(_ bytes: ArraySlice<UInt8>) -> [Float]? {
    var row: [Float] = []
    row.reserveCapacity(MentionLabel.count)
    var (number, isNegative, hasDigits) = (0, false, false)
    for byte in bytes {
      switch byte {
      case 0x2D where !hasDigits && !isNegative: isNegative = true
      case 0x30...0x39 where number < 1_000_000: (number, hasDigits) = (number * 10 + Int(byte - 0x30), true)
      case 0x20 where hasDigits:
        row.append(Float(isNegative ? -number : number) / scale)
        (number, isNegative, hasDigits) = (0, false, false)
      default: return nil
      }
    }
    guard hasDigits else { return nil }
    row.append(Float(isNegative ? -number : number) / scale)
    return row.count == MentionLabel.count ? row : nil
  }

  /// Takes a row of weights.
  package mutating func set(_ answer: UInt64, _ row: [Float]) { answers.set(answer, row) }

  /// How much speaks for each label of the tokens of a stretch, a row a token.
  package func scores(_ stretch: Range<Int>, of traits: TokenTraits) -> [Float] {
    let count = MentionLabel.count
    var scores: [Float] = []
    scores.reserveCapacity(stretch.count * count)
    traits.withValues { values, base in
      answers.withRows { row in
        for token in stretch {
          var sum = AnswerTable.Row()
          let place = base(token)
          for question in questions {
            var number = question.seed
            for k in 0..<question.parts {
              number = TraitTemplate.number(number, with: values[place + question.offsets[k]])
            }
            if let weights = row(number) { sum += weights }
          }
          for (place, distance) in distances.enumerated() {
            addReadings(traits.readings, of: token + distance, place, to: &sum)
          }
          for label in 0..<count { scores.append(sum[label]) }
        }
      }
    }
    return scores
  }

  private func addReadings(_ numbers: ModelReadings, of token: Int, _ place: Int, to sum: inout AnswerTable.Row) {
    let values = numbers[token]
    guard !values.isEmpty else { return }
    values.withUnsafeBufferPointer { values in
      paddedReadings.withUnsafeBufferPointer { weights in
        let start = place * numbers.width
        for k in 0..<values.count where values[k] != 0 { sum += values[k] * weights[start + k] }
      }
    }
  }
}
