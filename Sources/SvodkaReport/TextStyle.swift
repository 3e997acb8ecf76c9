import SvodkaKit

/// How text is set for a terminal or a file.
public struct TextStyle: Sendable {
  /// True where escape codes are understood and wanted.
  public var isColoured: Bool
  /// The width in columns to which sentences are wrapped.
  public var width: Int

  /// Sets a style.
  public init(isColoured: Bool, width: Int) {
    self.isColoured = isColoured
    self.width = max(40, width)
  }

  func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// A sentence wrapped and indented, the finding underlined: by the terminal, or by a line of `~` below.
  func quoted(_ evidence: ReportEvidence, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for line in wrapped(marked(evidence), width: width - indent) {
      lines.append(margin + (isColoured ? underlined(line) : String(line.map(\.character))))
      guard !isColoured, line.contains(where: \.isFinding) else { continue }
      var marks = ""
      for mark in line {
        marks += String(repeating: mark.isFinding ? "~" : " ", count: Self.columns(mark.character))
      }
      while marks.hasSuffix(" ") { marks.removeLast() }
      lines.append(margin + marks)
    }
    return lines
  }

  /// A text wrapped at blanks.
  func wrapped(_ text: String, first: String, rest: String) -> [String] {
    let lines = wrapped(text.map { ($0, false) }, width: width - Self.columns(first))
    return lines.enumerated().map { ($0.offset == 0 ? first : rest) + String($0.element.map(\.character)) }
  }

  private typealias Marked = (character: Character, isFinding: Bool)

  private func marked(_ evidence: ReportEvidence) -> [Marked] {
    var offset = 0
    return evidence.sentence.map { character in
      defer { offset += character.utf8.count }
      let isBlank = character.isWhitespace || character.asciiValue.map { $0 < 0x20 || $0 == 0x7F } ?? false
      // Line ends and control characters of a document must not reach the terminal.
      return (isBlank ? " " : character, evidence.marks(offset))
    }
  }

  private func wrapped(_ text: [Marked], width: Int) -> [[Marked]] {
    var lines: [[Marked]] = []
    var line: [Marked] = []
    var used = 0
    for word in words(text) {
      let length = word.reduce(0) { $0 + Self.columns($1.character) }
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ([], 0)
      }
      if used > 0 {
        let joins = line.last?.isFinding == true && word.first?.isFinding == true
        line.append((" ", joins))
        used += 1
      }
      line += word
      used += length
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private func words(_ text: [Marked]) -> [[Marked]] {
    text.split { $0.character == " " }.map(Array.init)
  }

  private func underlined(_ line: [Marked]) -> String {
    var out = ""
    var isOn = false
    for mark in line {
      if mark.isFinding != isOn { out += mark.isFinding ? "\u{1B}[4m" : "\u{1B}[24m" }
      isOn = mark.isFinding
      out.append(mark.character)
    }
    return out + (isOn ? "\u{1B}[24m" : "")
  }

  /// The columns that a character takes: two for East Asian wide characters and emoji (Unicode Standard Annex 11, main ranges).
  static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.generalCategory == .format ? 0 : 1
    }
  }

  static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }
}
