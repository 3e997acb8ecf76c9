/// A text addressed by Unicode scalars, as output and gold count them.
struct ScalarText: Sendable {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var count: Int { scalars.count }

  /// The text of a stretch that lies inside.
  subscript(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  subscript(_ index: Int) -> Unicode.Scalar { scalars[index] }

  /// The first place of a quotation, scalar for scalar, at `from` or later.
  func first(_ quote: String, from: Int) -> Range<Int>? {
    let wanted = Array(quote.unicodeScalars)
    guard let head = wanted.first, from >= 0, scalars.count - wanted.count >= from else { return nil }
    for start in from...(scalars.count - wanted.count)
    where scalars[start] == head && scalars[start..<(start + wanted.count)].elementsEqual(wanted) {
      return start..<(start + wanted.count)
    }
    return nil
  }
}
