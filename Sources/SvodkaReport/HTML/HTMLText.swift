/// Text with all that HTML gives a meaning written as character references: the only text that the templates take.
///
/// Escaped by scalars and not by characters: a quotation mark followed by a combining accent is one character, which the template
/// engine's own escaping lets through, and which would end an attribute.
struct HTMLText: CustomStringConvertible, Hashable {
  /// Markup-free HTML.
  let description: String

  /// Escapes a text. Control characters, which HTML does not allow, become U+FFFD.
  init(_ text: some StringProtocol) {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n": escaped.append(scalar)
      default:
        let isNoncharacter = scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        let isControl = scalar.properties.generalCategory == .control
        escaped.append(isControl || isNoncharacter ? "\u{FFFD}" : scalar)
      }
    }
    description = String(escaped)
  }

  /// A number with at most two digits behind the point, as attributes of drawings have it in every language.
  init(_ number: Double) {
    guard number.isFinite, abs(number) < 1e12 else {
      description = "0"
      return
    }
    let hundredths = Int((number * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let fraction = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
    description = (hundredths < 0 ? "-" : "") + "\(whole)" + fraction
  }

  /// A whole number.
  init(_ number: Int) { description = String(number) }

  private init(trusted: String) { description = trusted }

  /// The program's own style or script, which stands as it is.
  static func asset(_ text: String) -> HTMLText { HTMLText(trusted: text) }
}
