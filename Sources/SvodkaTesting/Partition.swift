public import SvodkaKit

/// A text cut into stretches by `|`: `"Петров - 176!| |Михайлов"`. Joined, the stretches are the text.
public struct Partition: Sendable, Hashable {
  /// The text without the cuts.
  public let text: DocumentText
  /// The stretches, in UTF-8 bytes.
  public let spans: [TextSpan]

  /// Reads a text with cuts.
  public init(_ cut: String, by mark: Character = "|") {
    var spans: [TextSpan] = []
    var start = 0
    for piece in cut.split(separator: mark, omittingEmptySubsequences: false) {
      spans.append(TextSpan(start, start + piece.utf8.count))
      start += piece.utf8.count
    }
    text = DocumentText(String(cut.filter { $0 != mark }))
    self.spans = spans
  }

  /// The stretches that hold more than white space.
  public var words: [TextSpan] { spans.filter { !text.trimmed($0).isEmpty } }

  /// Draws the cuts of spans into a text: what stands between them is a stretch too.
  public static func draw(_ text: DocumentText, _ spans: [TextSpan], by mark: Character = "|") -> String {
    var cuts = Set(spans.flatMap { [$0.start, $0.end] })
    cuts.subtract([0, text.count])
    var out = ""
    var start = 0
    for cut in cuts.sorted() {
      out += text[TextSpan(start, cut)] + String(mark)
      start = cut
    }
    return out + text[TextSpan(start, text.count)]
  }
}
