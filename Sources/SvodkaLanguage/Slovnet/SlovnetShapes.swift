import SvodkaKit

/// The shapes of words that Slovnet's models know: the script of the first character with the case of the whole (`RU_Xx-Xx`), a
/// mark of punctuation, `NUM`, `OTHER`.
struct SlovnetShapes: Sendable {
  /// The case of a word.
  private enum Outline: Int, CaseIterable {
    case capital, small, capitals, smalls, title, titles, other

    /// As the vocabulary writes it.
    var name: String { ["X", "x", "XX", "xx", "Xx", "Xx-Xx", "OTHER"][rawValue] }
  }

  private let cyrillic: [Int32]
  private let latin: [Int32]
  private let marks: [UInt32: Int32]
  private let otherMark: Int32
  private let number: Int32
  private let other: Int32
  /// The number of shapes.
  let count: Int
  /// All shapes in order: two models with the same ones can share the forms of a text.
  let vocabulary: [String]

  init(_ vocabulary: [String], path: String) throws(AnalysisError) {
    func number(of shape: String) throws(AnalysisError) -> Int32 {
      guard let place = vocabulary.firstIndex(of: shape) else {
        throw ModelPack.refused(path, "the shape '\(shape)' is missing")
      }
      return Int32(place)
    }
    func outlines(_ script: String) throws(AnalysisError) -> [Int32] {
      var numbers: [Int32] = []
      for outline in Outline.allCases { numbers.append(try number(of: "\(script)_\(outline.name)")) }
      return numbers
    }
    cyrillic = try outlines("RU")
    latin = try outlines("EN")
    otherMark = try number(of: "PUNCT_OTHER")
    self.number = try number(of: "NUM")
    other = try number(of: "OTHER")
    var marks: [UInt32: Int32] = [:]
    for (place, shape) in vocabulary.enumerated() {
      let scalars = shape.unicodeScalars
      if shape.hasPrefix("PUNCT_"), scalars.count == 7, let mark = scalars.last { marks[mark.value] = Int32(place) }
    }
    self.marks = marks
    count = vocabulary.count
    self.vocabulary = vocabulary
  }

  /// The number of a word's shape. Appends the word in lower case to `lower`.
  func shape(
    of word: UnsafeBufferPointer<UInt8>, classes: ScalarClasses, lower: inout [UInt8]
  ) -> Int32 {
    let (type, length) = classes.read(word, 0)
    let cases = Self.lowercase(word, &lower)
    switch type {
    case .cyrillic: return cyrillic[cases.outline.rawValue]
    case .latin: return latin[cases.outline.rawValue]
    case .digit: return number
    default: break
    }
    if (word[0] == 0x2B || word[0] == 0x2D) && word.count > 1 && classes.read(word, 1).0 == .digit { return number }
    guard let mark = marks[ScalarClasses.decode(word, 0).0] else { return other }
    return length == word.count ? mark : otherMark
  }

  /// What is known of the letters of a stretch.
  private struct Cases {
    var count = 0
    var firstIsUpper = false
    var upper = 0
    var lower = 0

    mutating func add(isUpper: Bool, isLower: Bool) {
      if count == 0 { firstIsUpper = isUpper }
      count += 1
      if isUpper { upper += 1 }
      if isLower { lower += 1 }
    }

    var isTitle: Bool { count > 1 && firstIsUpper && upper == 1 && lower > 0 }
  }

  private struct Word {
    var whole = Cases()
    var left = Cases()
    var right = Cases()
    var hasHyphen = false

    mutating func add(isUpper: Bool, isLower: Bool, isHyphen: Bool = false) {
      whole.add(isUpper: isUpper, isLower: isLower)
      if isHyphen && !hasHyphen {
        hasHyphen = true
      } else if hasHyphen {
        right.add(isUpper: isUpper, isLower: isLower)
      } else {
        left.add(isUpper: isUpper, isLower: isLower)
      }
    }

    var outline: Outline {
      if whole.count == 1 { return whole.upper == 1 ? .capital : .small }
      if whole.upper > 0 && whole.lower == 0 { return .capitals }
      if whole.lower > 0 && whole.upper == 0 { return .smalls }
      if whole.isTitle { return .title }
      return hasHyphen && left.isTitle && right.isTitle ? .titles : .other
    }
  }

  private static func lowercase(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: inout [UInt8]) -> Word {
    var word = Word()
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        let isUpper = (0x41...0x5A).contains(byte)
        lower.append(isUpper ? byte | 0x20 : byte)
        word.add(isUpper: isUpper, isLower: (0x61...0x7A).contains(byte), isHyphen: byte == 0x2D)
        i += 1
        continue
      }
      let (value, length) = ScalarClasses.decode(bytes, i)
      i += length
      switch value {
      case 0x410...0x42F: append(value + 0x20, to: &lower)
      case 0x400...0x40F: append(value + 0x50, to: &lower)
      case 0x430...0x45F:
        append(value, to: &lower)
        word.add(isUpper: false, isLower: true)
        continue
      default:
        guard let scalar = Unicode.Scalar(value) else { continue }
        lower += Array(scalar.properties.lowercaseMapping.utf8)
        word.add(isUpper: scalar.properties.isUppercase, isLower: scalar.properties.isLowercase)
        continue
      }
      word.add(isUpper: true, isLower: false)
    }
    return word
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(0xC0 | value >> 6))
    bytes.append(UInt8(0x80 | value & 0x3F))
  }
}
