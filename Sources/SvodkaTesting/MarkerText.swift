public import SvodkaKit

/// A text with places marked by emoji in it: `"The 1️⃣minister2️⃣ left."`. The markers are `0️⃣` to `9️⃣` and are taken out.
public struct MarkerText: Sendable, Hashable {
  /// The text without markers.
  public let text: DocumentText
  private let offsets: [String: Int]

  /// Reads a text with markers; of one that comes twice the first place counts.
  public init(_ marked: String) {
    var text = ""
    var offsets: [String: Int] = [:]
    for character in marked {
      if Self.isMarker(character) {
        offsets[String(character), default: text.utf8.count] += 0
      } else {
        text.append(character)
      }
    }
    self.text = DocumentText(text)
    self.offsets = offsets
  }

  private static func isMarker(_ character: Character) -> Bool {
    let scalars = Array(character.unicodeScalars)
    return scalars.count == 3 && ("0"..."9").contains(scalars[0]) && scalars[1] == "\u{FE0F}"
      && scalars[2] == "\u{20E3}"
  }

  /// The place of a marker in UTF-8 bytes of the text; nil when it does not occur.
  public subscript(_ marker: String) -> Int? { offsets[marker] }

  /// The span between two markers; nil when one does not occur or they stand the wrong way round.
  public subscript(_ first: String, _ second: String) -> TextSpan? {
    guard let start = offsets[first], let end = offsets[second], start <= end else { return nil }
    return TextSpan(start, end)
  }
}
