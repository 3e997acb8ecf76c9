/// The names of HTML elements that matter for reading a page.
enum Tag: UInt8, Sendable {
  case other, html, head, title, meta, link, script, style, base, body
  case article, main, section, header, footer, nav, aside, div, center, form, fieldset, dialog, template, noscript
  case p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, table, caption, thead, tbody, tfoot, tr, td,
    th
  case figure, figcaption, img, picture, video, audio, iframe, svg, canvas, object, embed, map, details, summary
  case a, b, strong, i, em, u, span, font, small, sub, sup, q, cite, code, time, address, label, br, hr, wbr, ins, del,
    s
  case button, input, select, option, textarea, math
  case noindex

  private static let byName: [String: Tag] = {
    var all: [String: Tag] = [:]
    var raw: UInt8 = 0
    while let tag = Tag(rawValue: raw) {
      all["\(tag)"] = tag
      raw += 1
    }
    return all
  }()

  /// The tag of a name in lower case; `other` for one not listed.
  init(name: String) { self = Self.byName[name] ?? .other }

  /// True for what is laid out as a block of its own, so that text before and behind it is apart.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .main, .section, .header, .footer, .nav, .aside, .div, .center, .form, .fieldset,
      .dialog,
      .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .blockquote, .pre, .table, .caption, .thead,
      .tbody,
      .tfoot, .tr, .td, .th, .figure, .figcaption, .details, .summary, .address, .hr, .noscript, .video, .audio,
      .iframe,
      .select, .option, .textarea, .object:
      true
    default: false
    }
  }

  /// True for h1 to h6.
  var isHeading: Bool { self.rawValue >= Tag.h1.rawValue && self.rawValue <= Tag.h6.rawValue }

  /// True for what is not shown as text of the page.
  var isInvisible: Bool {
    switch self {
    case .head, .title, .meta, .link, .script, .style, .base, .template, .svg, .canvas, .object, .embed, .map, .select,
      .option, .textarea, .input, .iframe, .audio, .video, .math:
      true
    default: false
    }
  }
}
