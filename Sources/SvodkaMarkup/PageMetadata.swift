import SvodkaKit

/// What a page says of itself in its head: `<meta>`, Open Graph, `<link>`, `<title>`, linked data, and the headings.
struct PageMetadata: Sendable {
  /// Values of `<meta>` by name or property in lower case, in the order of the page.
  private(set) var meta: [String: [String]] = [:]
  private(set) var linkedData: LinkedData
  private(set) var documentTitle: String?
  private(set) var canonical: String?
  private(set) var language: String?
  /// Elements h1, with their text.
  private(set) var headings: [(element: Int, text: String)] = []

  init(page: HTMLPage) {
    linkedData = LinkedData(page: page)
    for (index, node) in page.nodes.enumerated() {
      switch node.tag {
      case .html:
        language = page.attribute("lang", of: index) ?? page.attribute("xml:lang", of: index) ?? language
      case .meta:
        let name =
          page.attribute("property", of: index) ?? page.attribute("name", of: index)
          ?? page.attribute("itemprop", of: index) ?? page.attribute("http-equiv", of: index)
        if let name, let content = page.attribute("content", of: index) {
          let value = MarkupText.plain(content)
          if !value.isEmpty { meta[name.lowercased(), default: []].append(value) }
        }
      case .link:
        let relations = page.attribute("rel", of: index)?.lowercased().split(separator: " ") ?? []
        if relations.contains("canonical"), canonical == nil { canonical = page.attribute("href", of: index) }
      case .title:
        if documentTitle == nil {
          let text = page.text(of: index)
          if !text.isEmpty { documentTitle = text }
        }
      case .h1:
        let text = page.text(of: index)
        if !text.isEmpty { headings.append((index, text)) }
      default: break
      }
    }
  }

  func first(_ names: String...) -> String? {
    for name in names { if let value = meta[name]?.first { return value } }
    return nil
  }

  /// The outlet.
  var source: String? {
    first("og:site_name") ?? linkedData.publisher
      ?? first("application-name", "twitter:app:name:iphone", "dc.publisher", "dcterms.publisher", "publisher")
      ?? first("al:android:app_name", "apple-mobile-web-app-title")
  }

  /// The canonical address.
  var url: String? {
    [canonical, first("og:url", "twitter:url"), linkedData.url].compactMap { $0 }.first { $0.hasPrefix("http") }
  }

  /// The language as a BCP 47 tag.
  var declaredLanguage: String? {
    let tag = language ?? first("content-language", "og:locale", "dc.language", "inlanguage") ?? linkedData.language
    return tag.flatMap { $0.isEmpty ? nil : $0.replacing("_", with: "-") }
  }
}
