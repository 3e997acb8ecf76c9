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
  package var templates: [TraitTemplate] = []
  /// By label before, then label.
  package var transitions = [Float](repeating: 0, count: MentionLabel.count * MentionLabel.count)
  /// The distances at which the model's numbers are looked at.
  package var distances: [Int] = []
  /// By distance, number of the model, label.
  package var readings: [Float] = []
  /// Rows of weights by the numbers of answers.
  package private(set) var answers = AnswerTable()

  /// Knows nothing.
  package init(templates: [TraitTemplate], distances: [Int]) {
    (self.templates, self.distances) = (templates, distances)
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
          templates.append(template)
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
    var scores = [Float](repeating: 0, count: stretch.count * count)
    scores.withUnsafeMutableBufferPointer { scores in
      for (row, token) in stretch.enumerated() {
        let out = UnsafeMutableBufferPointer(rebasing: scores[(row * count)..<((row + 1) * count)])
        for template in templates { answers.add(template.number(at: token, traits), to: out) }
        addReadings(around: token, traits.readings, to: out)
      }
    }
    return scores
  }

  private func addReadings(
    around token: Int, _ numbers: ModelReadings, to out: UnsafeMutableBufferPointer<Float>
  ) {
    let count = MentionLabel.count
    for (place, distance) in distances.enumerated() {
      let values = numbers[token + distance]
      guard !values.isEmpty else { continue }
      readings.withUnsafeBufferPointer { weights in
        let start = place * numbers.width * count
        for (k, value) in values.enumerated() where value != 0 {
          for label in 0..<count { out[label] += value * weights[start + k * count + label] }
        }
      }
    }
  }
}

/// Rows of weights under 64-bit numbers that are well spread.
package struct AnswerTable: Sendable {
  private var keys: [UInt64] = [UInt64](repeating: 0, count: 64)
  private var places: [Int32] = [Int32](repeating: -1, count: 64)
  private var rows: [Float] = []
  private var held = 0

  /// The number of rows.
  package var count: Int { held }

  mutating func set(_ key: UInt64, _ row: [Float]) {
    if (held + 1) * 2 > keys.count { grow() }
    let slot = slot(of: key)
    if places[slot] < 0 {
      keys[slot] = key
      places[slot] = Int32(rows.count)
      rows += row
      held += 1
    } else {
      rows.replaceSubrange(Int(places[slot])..<(Int(places[slot]) + row.count), with: row)
    }
  }

  private mutating func grow() {
    let old = zip(keys, places).filter { $0.1 >= 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    places = [Int32](repeating: -1, count: keys.count)
    for (key, place) in old {
      let slot = slot(of: key)
      (keys[slot], places[slot]) = (key, place)
    }
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while places[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  func add(_ key: UInt64, to out: UnsafeMutableBufferPointer<Float>) {
    let place = Int(places[slot(of: key)])
    guard place >= 0 else { return }
    for label in out.indices { out[label] += rows[place + label] }
  }
}
