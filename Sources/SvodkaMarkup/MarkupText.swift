import SvodkaKit

/// Text out of attributes and linked data, where entities and tags may stand inside of strings.
enum MarkupText {
  /// The text without tags, entities resolved (twice escaped ones too), white space collapsed.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return WhiteSpace.collapsed(Array(text.utf8)) }
    let page = try? HTMLPage("<body>" + text.replacing("&amp;", with: "&"))
    guard let page, !page.nodes.isEmpty else { return text }
    return page.text(of: 0)
  }
}
