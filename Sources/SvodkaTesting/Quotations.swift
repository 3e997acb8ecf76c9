import SvodkaKit

/// Looks at every quotation of a finding: `text` (or `evidence`) with `start` and `end` has to be the text at that place.
struct Quotations {
  private let scalars: [Unicode.Scalar]

  init(_ text: DocumentText) { scalars = Array(text.string.unicodeScalars) }

  /// What does not fit, in words.
  func problems(in finding: JSONValue) -> [String] {
    switch finding {
    case .array(let values): return values.flatMap(problems)
    case .object(let members):
      var found = members.flatMap { problems(in: $0.value) }
      guard let start = finding["start"]?.int, let end = finding["end"]?.int else { return found }
      guard 0 <= start, start <= end, end <= scalars.count else {
        return found + ["\(start)..<\(end) lies outside the text of \(scalars.count) characters"]
      }
      for key in ["evidence", "text"] {
        guard let quote = finding[key]?.string else { continue }
        if !scalars[start..<end].elementsEqual(quote.unicodeScalars) {
          let covered = scalars[start..<end].map(String.init).joined()
          found.append("'\(key)' says «\(quote)», at \(start)..<\(end) stands «\(covered)»")
        }
      }
      return found
    default: return []
    }
  }
}
