/// What Python's strings take for white space, letters, digits and lower case, on which spaCy's rules are built.
enum PythonText {
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// `str.isalpha` of one character.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// `str.isdigit` of one character.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.numericType {
    case .decimal, .digit: true
    default: false
    }
  }

  /// `\w` of one character.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || scalar == "_" || scalar.properties.numericType != nil
  }

  /// `\d` of one character.
  static func isDecimal(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .decimalNumber }

  /// `str.lower`: of each character by itself, but a sigma at the end of a word is ς.
  static func lower(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      if scalar.value < 0x80 {
        out.append((0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
      } else if scalar == "\u{3A3}" {
        out.append(isFinal(i, scalars) ? "\u{3C2}" : "\u{3C3}")
      } else {
        out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(out)
  }

  /// True when a letter with case stands before place `i`, and none behind it.
  private static func isFinal(_ i: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    scalars[..<i].last { !$0.properties.isCaseIgnorable }?.properties.isCased == true
      && scalars[(i + 1)...].first { !$0.properties.isCaseIgnorable }?.properties.isCased != true
  }
}
